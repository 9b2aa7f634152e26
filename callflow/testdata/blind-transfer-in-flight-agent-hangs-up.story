story  The agent hangs up while a blind transfer is in flight, and it is done
policy operation within 5s
agents A1 A2
queue billing A1
queue sales A2

anna calls billing
A1 answers
the switch answers the next transfer 3s late
A1 transfers to A2
A1 hangs up
  A1 is told wrap-up due                                 PAR-17
  anna goes on                                           PAR-17
3s pass
  A2 sees anna: Ringing                                  PAR-17
# the deadline of what has been confirmed does not fall due
5s pass
  A2 sees anna: Ringing                                  PAR-17
A2 answers
  talk A2 anna                                           PAR-17
A2 hangs up
  anna ended by the agent                                PAR-17
  A2 owes a wrap-up                                      PAR-17
A1 submits
A2 submits
bert calls billing
A1 answers
the switch answers the next transfer 3s late
A1 transfers to queue sales
A1 hangs up
  A2 sees nothing                                        PAR-17
the router offers bert to A2
  refused                                                OP-6
3s pass
  A2 sees bert: Ringing                                  PAR-17 TRF-7
