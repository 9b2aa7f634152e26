story  The agent hangs up while his consult transfer is in flight, and it is done
policy operation within 5s
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
the switch answers the next transfer 3s late
A1 transfers to A2
  A1 sees anna: Transfer in flight
A1 hangs up
  A1 owes a wrap-up                                      PAR-17 END-2
  A1 sees nothing                                        PAR-17
  anna goes on                                           PAR-17
3s pass
  A2 sees anna: Connected                                PAR-17 TRF-8
  talk A2 anna                                           PAR-17
  nobody is on hold
A2 ends the call
  A2 owes a wrap-up                                      PAR-17 END-7
