story  The switch does nothing that it is told: whoever leaves has left all the same
agents A1 A2

anna calls billing
A1 answers
the switch refuses every clear
A1 consults A2
A1 ends the consult
  A2 sees nothing                                        OP-8
  A2 is Available                                        OP-8 CON-23
A1 consults A2
A2 answers
the switch never answers the next swap
A1 resumes anna
  A1 sees anna: Resume in flight                         OP-1
# a wish waits for the switch, a leaving waits for no wish
A2 exits the consult
  A2 sees nothing                                        OP-8
  A2 owes no wrap-up                                     OP-8 OP-9
  A1 sees anna: Connected                                OP-8
the switch never answers the next hold
A1 holds
A1 ends the call
  anna ended by the agent                                OP-8
  A1 owes a wrap-up                                      OP-8 OP-9
