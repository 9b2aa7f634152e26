story  A blind transfer fails after its agent has hung up: nobody has the customer
policy operation within 5s
agents A1 A2
queue billing A1

anna calls billing
A1 answers
the switch refuses the next transfer 2s late
A1 transfers to queue sales
A1 hangs up
  A1 owes a wrap-up                                      PAR-17
2s pass
  anna ended refused                                     PAR-17
  A2 sees nothing                                        PAR-17
A1 submits
bert calls billing
A1 answers
the switch never answers the next transfer
A1 transfers to A2
  A2 is Reserved
A1 hangs up
4s pass
  bert goes on                                           PAR-17
1s passes
  bert ended unknown                                     PAR-17 OP-4
  A2 is Available                                        PAR-17
  A2 sees nothing                                        PAR-17
  A2 owes no wrap-up                                     OP-9
