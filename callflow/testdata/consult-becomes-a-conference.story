story  All three talk, whichever of the two was on hold
agents A1 A2
queue billing A1

anna calls billing
A1 answers
  A1 may not Conference                                  CNF-1
A1 consults A2
A2 answers
  on hold anna
  A1 may Conference                                      PAR-7
A2 starts a conference
  refused                                                PAR-19 CNF-1
A1 starts a conference
  talk A1 A2 anna                                        CON-19 CNF-1 PAR-7
  A1 sees only anna: Conference; A2: Conference          CNF-1
  A2 sees only A1: Conference                            PAR-11
  nobody is on hold                                      CNF-1
  A1 may not Conference                                  CNF-1
A2 exits the conference
A1 consults A2
A2 answers
A1 resumes
  on hold A2
A1 starts a conference
  talk A1 A2 anna                                        CON-19 PAR-11
  nobody is on hold                                      CON-19
