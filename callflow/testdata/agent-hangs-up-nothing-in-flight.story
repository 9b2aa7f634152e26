story  The agent's phone is hung up: everybody leaves, and he wraps up
agents A1 A2

anna calls billing
A1 answers
A1 holds
A1 hangs up
  anna ended by the agent                                PAR-17
  A1 owes a wrap-up                                      PAR-17
A1 submits
bert calls billing
A1 answers
A1 consults A2
A1 hangs up
  bert ended by the agent                                PAR-17
  A2 is Available                                        PAR-17 OP-9
  A1 owes a wrap-up                                      PAR-17
A1 submits
carl calls billing
A1 answers
A1 consults A2
A2 answers
  A1 may not End                                         PAR-18
A1 hangs up
  carl ended by the agent                                PAR-17 PAR-8
  A2 is Available                                        PAR-17
  A2 owes no wrap-up                                     PAR-17
  A1 owes a wrap-up                                      PAR-17
