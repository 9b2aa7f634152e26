story  The colleague declines a blind transfer: the call is dropped
agents A1 A2 A3

anna calls billing
A1 answers
A1 transfers to A2
A2 hangs up
  anna ended dropped: declined                           TRF-5
  A2 is RONA declined                                    TRF-5 ANS-6
  A2 owes no wrap-up                                     OP-9
  A1 owes a wrap-up                                      END-7
  A3 sees nothing                                        TRF-5

bert calls billing
A3 answers
A1 submits
A3 transfers to A1
20s pass
  bert ended dropped: no-answer                          TRF-5
  A1 is RONA no answer                                   TRF-5 ANS-2
