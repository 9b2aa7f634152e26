story  He hangs up before the switch has answered: Agent 2 has the call
policy operation within 5s
agents A1 A2 A3
queue billing A1

anna calls billing
A1 answers
A1 consults A2
A2 answers
# confirmed later: it takes its course
the switch answers the next transfer 2s late
A1 transfers to A2
A1 hangs up
  A1 owes a wrap-up                                      PAR-17
  anna goes on                                           PAR-17
2s pass
  talk A2 anna                                           PAR-17
  A2 sees only anna: Connected                           PAR-17
# never answered: who was consulted has the call
A2 consults A3
A3 answers
the switch never answers the next conference
A2 starts a conference
A2 hangs up
  A2 owes a wrap-up                                      PAR-17
5s pass
  talk A3 anna                                           PAR-17
  A3 sees only anna: Connected                           PAR-17
A1 submits
# refused later: the same
A3 consults A1
A1 answers
the switch refuses the next transfer 2s late
A3 transfers
A3 hangs up
  A3 owes a wrap-up                                      PAR-17
2s pass
  talk A1 anna                                           PAR-17
  A1 sees only anna: Connected                           PAR-17
  anna goes on                                           PAR-17
