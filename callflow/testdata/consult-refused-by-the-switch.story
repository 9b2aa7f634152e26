story  The switch will not begin the consult: it is as if nobody had asked
agents A1 A2
queue billing A1

anna calls billing
A1 answers
the switch refuses the next consult as busy
A1 consults A2
  A1 is told Consult failed: busy                        CON-14
  A1 sees only anna: Connected                           CON-14
  talk A1 anna                                           CON-14
  A2 sees nothing                                        CON-14
  A2 is Available                                        CON-14
  A2's phone does not ring                               CON-14
A1 consults A2
A2 answers
  talk A1 A2                                             CON-14
