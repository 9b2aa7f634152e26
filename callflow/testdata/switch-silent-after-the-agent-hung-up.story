story  The switch never says what became of it: Agent 2 keeps the customer (D10)
policy operation within 5s
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
the switch never answers the next transfer
A1 transfers to A2
A1 hangs up
5s pass
  anna goes on                                           PAR-17
  A2 sees anna: Connected                                PAR-17
  talk A2 anna                                           PAR-17
A2 ends the call
A1 submits
A2 submits
bert calls billing
A1 answers
A1 consults A2
A2 answers
the switch never answers the next conference
A1 starts a conference
A1 hangs up
5s pass
  talk A2 bert                                           PAR-17
  A1 owes a wrap-up                                      PAR-17
  A2 owes no wrap-up                                     PAR-17
