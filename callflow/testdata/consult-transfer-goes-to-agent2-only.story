story  From a consult the call goes to Agent 2, and to nobody else
policy reason sale
agents A1 A2 A3
queue billing A1

anna calls billing
A1 answers
A1 consults A2
A2 answers
  A1 may Transfer, Transfer to A2                        PAR-6
A1 transfers to A3
  refused                                                CON-18
A1 transfers to queue billing
  refused                                                CON-18
A1 transfers to number +12015532447
  refused                                                CON-18
  A1 sees only anna: Call on Hold; A2: Consulting        CON-18
A1 transfers to A2
  talk A2 anna                                           CON-18 PAR-6
  A2 sees only anna: Connected                           CON-18
  A1 is Wrap Up                                          CON-18
# the new owner consults in his turn, and it is he who is on hold
A2 consults A3
A3 answers
A2 resumes
  on hold A3
A2 transfers
  talk A3 anna                                           CON-18
  nobody is on hold                                      CON-18
  A2 owes a wrap-up                                      CON-18
