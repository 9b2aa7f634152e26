story  Agent 1's phone hangs up in a conference: the customer is in good hands
agents A1 A2
queue billing A1

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 starts a conference
A1 hangs up
  anna goes on                                           CNF-5
  talk A2 anna                                           CNF-5
  A2 sees only anna: Connected                           CNF-5
  A1 owes a wrap-up                                      CNF-5
A1 submits
A2 ends the call
  A2 owes a wrap-up                                      CNF-5
A2 submits

# with somebody outside, what goes on is theirs
ben calls billing
A1 answers
A1 consults number +12015532447
+12015532447 answers
A1 starts a conference
  talk +12015532447 A1 ben
A1 hangs up
  ben ended handed over                                  CNF-5
  A1 owes a wrap-up                                      CNF-5
