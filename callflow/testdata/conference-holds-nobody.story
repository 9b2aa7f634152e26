story  In a conference nobody is put on hold
agents A1 A2
queue billing A1

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 starts a conference
  A1 may not Hold, Hold Consult                          CNF-2
A1 holds anna
  refused                                                CNF-2
A1 holds A2
  refused                                                CNF-2
  A2 may not Hold                                        PAR-19
  talk A1 A2 anna                                        CNF-2
  nobody is on hold                                      CNF-2
