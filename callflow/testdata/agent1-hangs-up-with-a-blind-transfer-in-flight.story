story  A blind transfer is on its way, and the agent hangs up: its outcome decides
policy operation within 5s
agents A1 A2
queue billing A1

anna calls billing
A1 answers
the switch answers the next transfer 2s late
A1 transfers to A2
A1 hangs up
  A1 owes a wrap-up                                      PAR-17
  anna goes on                                           PAR-17
2s pass
  A2 sees anna: Ringing                                  PAR-17
A2 answers
  talk A2 anna                                           PAR-17
  A2 sees only anna: Connected                           PAR-17
