story  The switch refuses a consult, and the phone of whom the queue has found rings already
policy softphone
agents A1 A2
agents A3 Idle meeting
queue billing A1
queue support A2 A3

anna calls billing
A1 accepts
the switch refuses the next consult 3s late
A1 consults queue support
  A2's phone rings                                       CON-24
3s pass
  A1 is told Consult failed: refused                     CON-14
  A1 sees only anna: Connected                           CON-14
  A2 sees nothing                                        CON-14
  A2 is Available                                        CON-14
  A2's phone does not ring                               CON-14
  talk A1 anna                                           CON-14

# he had put her on hold himself, and A2 has pressed Accept on his card
A1 holds
the switch refuses the next consult 3s late
the switch answers the next answer 5s late
A1 consults queue support
A2 accepts
3s pass
  A1 is told Consult failed: refused                     CON-14
  A1 sees only anna: Call on Hold                        CON-14
  on hold anna                                           CON-14
  A2 sees nothing                                        CON-14
  A2's phone does not ring                               CON-14
5s pass
  A1 sees only anna: Call on Hold                        OP-5

# A2 has declined, and the queue looks for the next one
the switch works again
A1 resumes
the switch refuses the next consult 3s late
A1 consults queue support
A2 declines
  A2 is RONA                                             CON-24
3s pass
  A1 is told Consult failed: refused                     CON-14
  A1 sees only anna: Connected                           CON-14
A3 goes Available
  A3 sees nothing                                        CON-14
  A3 is Available                                        CON-14
  talk A1 anna                                           CON-14

# A3 has answered before the refusal comes: it is one no longer
the switch refuses the next consult 3s late
A1 consults queue support
A3 accepts
  talk A1 A3                                             CON-24
3s pass
  A1 sees anna: Call on Hold                             OP-5
  talk A1 A3                                             OP-5
