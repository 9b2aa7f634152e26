story  A consult becomes a transfer: the customer is never alone
policy recording, privacy shield 30s
policy reason sale
agents A1 A2

anna calls billing
  A1 sees anna: Ringing                                  ANS-1
  A1 may not sign out                                    POP-5
A1 answers
  A1 sees anna: Connected, recording                     ANS-4 REC-1
  A1 may Hold, Consult, Transfer, End, Pause Recording
  A1 may not Resume                                      HLD-4
A1 consults A2
  A1 sees anna: Consult Requested                        CON-8
  on hold anna                                           HLD-5
  A1 may Resume, End Consult                             CON-12 CON-23
  A1 may not Transfer, Conference                        CON-11
  A1 may not Pause Recording                             REC-5
A2 answers
  A1 sees anna: Call on Hold; A2: Consulting             CON-10
  A2 may not Resume, End Consult                         PAR-12
  talk A1 A2
A1 transfers to A2
  A1 is told wrap-up due                                 TRF-9 PAR-6
  A1 is Wrap Up
  A2 sees anna: Connected                                TRF-8
  talk A2 anna
anna hangs up
  A2 is told wrap-up due                                 END-2
  anna ended by the customer
A1 submits sale
A2 submits sale
  A1 is Available                                        END-4
  nobody owes a wrap-up                                  END-7
