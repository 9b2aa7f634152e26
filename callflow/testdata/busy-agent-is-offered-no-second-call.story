story  The next call waits until the agent is really free
policy reason sale
agents A1
agents A2 Idle lunch

anna calls billing
  A1 sees anna: Ringing
ben calls billing
  ben waits for billing                                  ANS-3
the router offers ben to A1
  refused                                                ANS-3
the router offers ben to A2
  refused                                                ANS-3
A1 answers
  ben waits for billing                                  ANS-3
anna hangs up
  A1 is Wrap Up
  ben waits for billing                                  ANS-3
the router offers ben to A1
  refused                                                ANS-3
A1 submits sale
  A1 sees ben: Ringing                                   ANS-3
