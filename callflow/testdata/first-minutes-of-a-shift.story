story  The shift begins: Idle first, then what the agent chooses
policy idle code break, idle code lunch
agents A1

A1 signs out
  A1 is Signed Out                                       AGT-5
A1 goes Available
  refused                                                AGT-1
anna calls billing
  anna waits for billing                                 ANS-3
A1 signs in
  A1 is Idle break                                       AGT-1
  anna waits for billing                                 ANS-3
A1 signs in
  refused                                                AGT-1
A1 goes Idle lunch
  A1 is Idle lunch                                       AGT-1
the router offers anna to A1
  refused                                                ANS-3
A1 goes Available
  A1 sees anna: Ringing                                  AGT-1
A1 answers
anna hangs up
A1 submits
  A1 is Available                                        AGT-1
A1 goes Idle
  A1 is Idle break                                       AGT-1
