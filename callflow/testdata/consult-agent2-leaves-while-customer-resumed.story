story  Agent 2, on hold, hangs up while the customer talks to Agent 1
agents A1 A2
queue billing A1

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 resumes
  on hold A2                                             CON-17
A2 hangs up
  talk A1 anna                                           CON-15
  A1 sees only anna: Connected                           CON-15
  A1 is told Consult left: hung-up                       CON-15
  A2 is Available                                        CON-15
  A2 owes no wrap-up                                     CON-15
  nobody is on hold                                      CON-15
# he leaves while the two change places: she is back all the same
A1 consults A2
A2 answers
A1 resumes
the switch never answers the next swap
A1 holds
A2 hangs up
  talk A1 anna                                           CON-15
  A1 sees only anna: Connected                           CON-15
  A1 may Hold                                            CON-15
