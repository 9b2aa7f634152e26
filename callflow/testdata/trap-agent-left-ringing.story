story  However the consult ends that rings, nobody's phone rings on
policy consult within 15s
agents A1 A2
queue billing A1
queue support A2

anna calls billing
A1 answers
A1 consults A2
  A2's phone rings                                       CON-8
A1 ends the consult
  A2's phone does not ring                               CON-23
  A2 is Available                                        CON-23
A1 consults queue support
  A2's phone rings                                       CON-24
A1 ends the consult
  A2's phone does not ring                               CON-23
A1 consults A2
15s pass
  A2's phone does not ring                               CON-13
A2 goes Available
A1 consults A2
A2 declines
  A2's phone does not ring                               CON-13
A2 goes Available
A1 consults A2
anna hangs up
  A2's phone does not ring                               PAR-16
  A2 is Available                                        PAR-16
A1 submits

ben calls billing
A1 answers
A1 consults queue support
  A2's phone rings
A1 hangs up
  A2's phone does not ring                               PAR-17
  A2 is Available                                        PAR-17
  A2 sees nothing                                        PAR-17
