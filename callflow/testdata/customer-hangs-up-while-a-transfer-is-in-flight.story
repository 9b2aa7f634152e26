story  The customer hangs up in the middle of a transfer
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
the switch answers the next transfer 3s late
A1 transfers to A2
anna hangs up
  anna ended by the customer                             PAR-16
  A1 owes a wrap-up                                      OP-9
  A2 owes no wrap-up                                     OP-9
A1 submits
  A1 is Available                                        OP-9
3s pass
  ignored                                                OP-5
  A2 is Available                                        OP-5
  A2 sees nothing                                        OP-5
bert calls billing
A1 answers
A1 transfers to A2
  A2 sees bert: Ringing
bert hangs up
  A2 is Available                                        ANS-5 OP-9
  A1 owes a wrap-up                                      OP-9
  bert ended by the customer
