story  The customer gives up before anybody answers: nothing is left of it
policy reason sale
agents A1
agents A2 Idle lunch

anna calls billing
  A1 is Reserved
5s pass
anna hangs up
  anna ended abandoned                                   ANS-5
  A1 sees nothing                                        ANS-5
  A1 is Available                                        ANS-5
  A1 owes no wrap-up                                     ANS-5
  A1 may sign out                                        POP-5
A1 answers
  ignored                                                OP-5
  nobody talks
  A1 is Available                                        ANS-5
the switch answers the next ring 3s late
ben calls billing
  A1 sees ben: Connecting
ben hangs up
  A1 is Available                                        ANS-5
  A1 sees nothing                                        ANS-5
carl chats with billing
  A1 sees carl: Ringing
carl hangs up
  carl ended abandoned                                   ANS-5
  A1 is Available                                        ANS-5
  nobody owes a wrap-up                                  ANS-5
