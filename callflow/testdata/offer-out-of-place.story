story  A router that offers what nobody waits for
agents A1 A2 A3

anna calls billing
the router offers anna to A2
  refused                                                OP-6
  A2 sees nothing                                        OP-6
A1 answers
the router offers anna to A2
  refused                                                OP-6
the queue gives up on anna
  refused                                                OP-6
# a colleague is consulted by name: no other one is wanted
A1 consults A2
the router offers anna to A3
  refused                                                OP-6
the router offers anna to A2
  refused                                                OP-6
A1 ends the consult
# not decided yet: nobody waits in sales before the switch has said so
the switch answers the next transfer 2s late
A1 transfers to queue sales
A1 hangs up
the router offers anna to A2
  refused                                                OP-6
  A2 sees nothing                                        OP-6
2s pass
  A2 sees anna: Ringing                                  OP-6
# who has sent it away is excluded, even where nobody else is left
A2 answers
A3 goes Idle
A2 transfers to entry point vip
  anna waits for vip                                     TRF-6
A2 submits
the router offers anna to A2
  refused                                                OP-6
  A2 sees nothing                                        OP-6
