story  An agent lets it ring: the next one gets it, and he gets nothing
policy answer within 20s
agents A1 A2
queue billing A1 A2

anna calls billing
  A1 sees anna: Ringing
19s pass
  A1 sees anna: Ringing                                  ANS-2
  A2 sees nothing
1s passes
  A1 is told RONA: no-answer                             ANS-2
  A1 is RONA no answer                                   ANS-2 AGT-6
  A1 sees nothing
  A2 sees anna: Ringing                                  ANS-2
A2 answers
ben calls billing
  ben waits for billing                                  ANS-3
  A1 sees nothing                                        AGT-4
the router offers ben to A1
  refused                                                AGT-4
A1 goes Idle lunch
  A1 is Idle lunch                                       AGT-4
  ben waits for billing                                  ANS-3
A1 goes Available
  A1 sees ben: Ringing                                   ANS-3
