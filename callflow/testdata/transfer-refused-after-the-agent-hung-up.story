story  The switch refuses a transfer whose agent has hung up: Agent 2 has the call
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
the switch refuses the next transfer 2s late
A1 transfers to A2
A1 hangs up
  A1 is Wrap Up                                          PAR-17
2s pass
  anna goes on                                           PAR-17
  A2 sees anna: Connected                                PAR-17
  talk A2 anna                                           PAR-17
A2 consults A1
  refused                                                CON-3
A1 submits
A2 consults A1
A1 answers
  A2 sees A1: Consulting                                 PAR-17
