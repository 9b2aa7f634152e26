story  The handset is not hung up: no next call, and the agent can see why
policy reason sale
agents A1 A2
queue billing A1

anna calls billing
A1 answers
A1 leaves the phone off hook
anna hangs up
A1 submits sale
  A1 is Available, not offered: phone off hook           END-5
ben calls billing
  ben waits for billing                                  END-5
the router offers ben to A1
  refused                                                END-5
  A1 may not dial                                        END-5
dora chats with billing
  A1 sees dora: Ringing                                  END-5
A1 accepts
A1 puts the phone on hook
  A1 sees ben: Ringing                                   END-5
