story  A router that offers what nobody waits for
agents A1 A2

anna calls billing
the router offers anna to A2
  refused                                                OP-6
  A2 sees nothing                                        OP-6
A1 answers
the router offers anna to A2
  refused                                                OP-6
the queue gives up on anna
  refused                                                OP-6
A1 consults A2
the router offers anna to A2
  refused                                                OP-6
A1 consults A2
  refused
A1 ends the consult
the switch never answers the next transfer
A1 transfers to queue sales
A1 hangs up
the router offers anna to A2
  refused                                                OP-6
  A2 sees nothing                                        OP-6
