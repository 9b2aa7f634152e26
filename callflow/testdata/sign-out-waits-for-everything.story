story  An agent wants to go home: what is in his way, one after the other
policy reason sale
agents A1

the switch answers the next ring 2s late
anna calls billing
A1 signs out
  refused                                                POP-5
  anna is in the way of A1                               AGT-5
2s pass
A1 signs out
  refused                                                POP-5
A1 answers
dora chats with help
A1 signs out
  refused                                                POP-5
  anna is in the way of A1                               AGT-5
  dora is in the way of A1                               POP-5 AGT-5
A1 accepts
A1 signs out
  refused                                                AGT-5
anna hangs up
A1 signs out
  refused                                                AGT-5
  anna is in the way of A1                               AGT-5
A1 submits sale for anna
A1 signs out
  refused                                                AGT-5
  dora is in the way of A1                               AGT-5
A1 ends the call for dora
  A1 may not sign out                                    AGT-5
A1 submits sale
  A1 may sign out                                        AGT-5
A1 signs out
  A1 is Signed Out                                       AGT-5
