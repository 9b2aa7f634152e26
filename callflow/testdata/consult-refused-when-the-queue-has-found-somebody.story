story  The switch refuses a consult for which the queue has already found somebody
agents A1
agents A2 A3 Idle meeting
queue billing A1
queue support A2 A3

anna calls billing
A1 answers
the switch is slow
A1 consults queue support
A2 goes Available
  A2 is Reserved                                         CON-24
A3 goes Available
the switch refuses what waits
  A1 is told Consult failed: refused                     CON-14
  A1 sees only anna: Connected                           CON-14
  A2 sees nothing                                        CON-14
  A2 is Available                                        CON-14
  A3 is Available                                        CON-14
the switch catches up
  A2's phone does not ring                               CON-14
  talk A1 anna                                           CON-14

# he had put her on hold himself: so she was before the request
A1 holds
the switch is slow
A1 consults queue support
the switch refuses what waits
  A1 sees only anna: Call on Hold                        CON-14
the switch catches up
  on hold anna                                           CON-14
  nobody talks                                           CON-14
  A2's phone does not ring                               CON-14
A1 resumes
A1 consults queue support
A2 answers
  talk A1 A2                                             CON-14
