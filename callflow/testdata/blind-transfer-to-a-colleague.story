story  A blind transfer: whoever transfers goes, before the colleague has answered
policy reason moved, reason solved
agents A1 A2

anna calls billing
A1 answers
A1 transfers to A2
  A1 is told wrap-up opened                              TRF-9
  A1 is told wrap-up due                                 TRF-9
  A1 sees nothing                                        TRF-7
  nobody talks
  A2 sees anna: Ringing                                  TRF-7
  A2 is Reserved
A2 answers
  talk A2 anna                                           TRF-7
  A2 sees anna: Connected                                ANS-4
  A1 owes a wrap-up                                      END-7 OP-9
A1 submits moved
  A1 is Available                                        END-4
anna hangs up
  A2 owes a wrap-up                                      END-7
  A1 owes no wrap-up
A2 submits solved
  nobody owes a wrap-up
