story  Agent 2 leaves the conference, and an ordinary call is left
agents A1 A2 A3
queue billing A1

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 starts a conference
A2 exits the conference
  talk A1 anna                                           CNF-3
  A1 sees only anna: Connected                           CNF-3
  A1 may Hold, Consult A3, Transfer to A3, End           CNF-3
  A2 owes no wrap-up                                     CNF-3
  A2 is Available                                        CNF-3
A1 consults A2
A2 answers
A1 starts a conference
A2's phone fails
  talk A1 anna                                           CNF-3
  A2 owes no wrap-up                                     CNF-3
# when the call has become his, he wraps it up
A1 consults A2
A2 answers
A1 starts a conference
A1 transfers
A2 ends the call
  A2 owes a wrap-up                                      CNF-3
