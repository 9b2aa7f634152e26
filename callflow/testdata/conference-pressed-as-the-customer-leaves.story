story  The customer is gone before the conference: there is nobody to join
agents A1 A2
queue billing A1

anna calls billing
A1 answers
A1 consults A2
A2 answers
the switch answers the next conference 2s late
A1 starts a conference
anna hangs up
  anna ended by the customer                             CNF-1
  nobody talks                                           CNF-1
2s pass
  nobody talks                                           CNF-1
  A2 is Available                                        PAR-16
  A1 is Wrap Up                                          PAR-16
A1 starts a conference
  refused                                                OP-3 CNF-1
