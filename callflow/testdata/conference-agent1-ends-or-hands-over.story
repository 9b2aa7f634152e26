story  Agent 1 ends the conference for all, or leaves the two to each other
policy transfer needs acceptance
agents A1 A2
queue billing A1

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 starts a conference
  A1 may End, Transfer                                   CNF-4 PAR-18
A1 ends the call
  anna ended by the agent                                CNF-4
  nobody talks                                           CNF-4
  A1 owes a wrap-up                                      CNF-4
  A2 is Available                                        CNF-4
  A2 owes no wrap-up                                     CNF-4
A1 submits

ben calls billing
A1 answers
A1 consults A2
A2 answers
A1 starts a conference
# in a consult he would be asked, in a conference he is not
A1 transfers
  A1 owes a wrap-up                                      CNF-4
  talk A2 ben                                            CNF-4
  A2 sees only ben: Connected                            CNF-4
  A2 may Hold, Transfer, End                             CNF-4
