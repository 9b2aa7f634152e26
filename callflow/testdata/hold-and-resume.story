story  The customer is put on hold, taken back, and never held twice
agents A1

anna calls billing
  A1 may not Hold                                        HLD-1
A1 holds
  refused                                                HLD-1
A1 answers
A1 holds
  A1 sees anna: Call on Hold                             HLD-3
  on hold anna                                           HLD-3
  nobody talks                                           HLD-3
  A1 may not End                                         HLD-3 END-1
  A1 may Resume                                          HLD-4
A1 holds
  refused                                                HLD-3
  on hold anna
A1 ends the call
  refused                                                HLD-3 END-1
  anna goes on                                           END-1
A1 resumes
  A1 sees anna: Connected                                HLD-4
  nobody is on hold                                      HLD-4
  talk A1 anna                                           HLD-4
  A1 may End                                             END-1
A1 ends the call
  anna ended by the agent                                END-1
A1 holds
  refused                                                OP-3
dora chats with help
A1 accepts
  A1 may not Hold                                        HLD-1
