story  One pane while the consult rings, a second one when it is accepted
agents A1 A2
queue billing A1

anna calls billing
A1 answers
  A1 sees only anna: Connected                           CON-8
# picking Agent 2 from the list has held nobody yet
  A1 may Consult A2
  talk A1 anna                                           CON-8
A1 consults A2
  A1 sees only anna: Consult Requested                   CON-8
  A1's status shows 0s                                   CON-8
  A2's phone rings                                       CON-8
  A2 sees only A1: Ringing
  on hold anna                                           CON-8 PAR-14
  nobody talks                                           CON-8
7s pass
A2 answers
  A1 sees only anna: Call on Hold; A2: Consulting        CON-10
  A2 sees only A1: Consulting                            CON-10
  talk A1 A2                                             CON-10 PAR-14
A1 holds A2
  A1 sees only anna: Connected; A2: Consult on Hold      CON-10
  A2 sees only A1: Consult on Hold                       CON-10
A1 ends the consult
  talk A1 anna                                           CON-16
# a slow switch makes no difference: the request itself holds the customer
the switch answers the next consult 2s late
A1 consults A2
  on hold anna                                           CON-8
  nobody talks                                           CON-8
