story  The customer hangs up in a conference: the two colleagues do not go on
agents A1 A2
queue billing A1

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 starts a conference
anna hangs up
  anna ended by the customer                             CNF-6 PAR-1
  nobody talks                                           CNF-6
  A1 owes a wrap-up                                      CNF-6
  A1 is Wrap Up                                          CNF-6
  A2 owes no wrap-up                                     CNF-6
  A2 is Available                                        CNF-6
