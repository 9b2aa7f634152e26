story  A blind transfer comes to nothing, and who asked for it has hung up
policy operation within 5s
agents A1 A2
queue billing A1

# the switch refuses: the customer is with nobody
ben calls billing
A1 answers
the switch refuses the next transfer 2s late
A1 transfers to A2
A1 hangs up
  A1 owes a wrap-up                                      PAR-17
  ben goes on                                            PAR-17
2s pass
  ben ended refused                                      PAR-17
  A2 is Available                                        PAR-17
A1 submits

# it never says: neither is he when the time is over
cleo calls billing
A1 answers
the switch never answers the next transfer
A1 transfers to A2
A1 hangs up
  A1 owes a wrap-up                                      PAR-17
  cleo goes on                                           PAR-17
5s pass
  cleo ended unknown                                     PAR-17
  A2 is Available                                        PAR-17
  A2's phone does not ring                               PAR-17
