story  Lunch is chosen during a call, and comes when all of it is over
agents A1

anna calls billing
A1 answers
dora chats with help
  A1 sees dora: Ringing
A1 goes Idle lunch
  A1 is Engaged                                          AGT-3
  A1 sees dora: Ringing                                  AGT-3
emil mails help
  emil waits for help                                    AGT-3
the router offers emil to A1
  refused                                                AGT-3
A1 accepts
  A1 sees dora: Connected                                AGT-3
A1 goes Idle training
anna hangs up
A1 submits for anna
  A1 is Engaged                                          AGT-3
dora hangs up
  A1 is Wrap Up                                          AGT-3
ben calls billing
  ben waits for billing                                  AGT-3
A1 submits
  A1 is Idle training                                    AGT-3
A1 goes Available
  A1 sees ben: Ringing; emil: Ringing                    ANS-3
