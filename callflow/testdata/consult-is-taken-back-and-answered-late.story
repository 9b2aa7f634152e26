story  Agent 1 thinks better of it while it rings; Agent 2 answers a moment late
policy reason sale
agents A1
agents A2 Idle training
queue billing A1

anna calls billing
A1 answers
A1 consults A2
  A2 is Reserved
A1 ends the consult
  A2 is Idle training                                    CON-23
  A2 sees nothing                                        CON-23
  A2's phone does not ring                               CON-23
  A1 is told nothing                                     CON-14 CON-23
  A1's dialog is closed                                  CON-23
  A1 sees only anna: Call on Hold                        CON-23
  on hold anna                                           CON-23
A2 answers
  A1 is told Late answer                                 CON-23
  ignored                                                CON-23 OP-5
  A2 sees nothing                                        CON-23
  A2 is Idle training                                    CON-23
  A1 sees only anna: Call on Hold                        CON-23
A1 consults A2
A1 resumes
A1 ends the consult
  A1 sees only anna: Connected                           CON-23
  talk A1 anna                                           CON-23
