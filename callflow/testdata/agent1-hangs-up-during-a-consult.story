story  Agent 1 cannot press End in a consult, but his phone can hang up
agents A1 A2
queue billing A1

anna calls billing
A1 answers
A1 consults A2
  A1 may not End                                         PAR-18
A1 hangs up
  anna ended by the agent                                PAR-17 PAR-8
  A1 owes a wrap-up                                      PAR-17
  A2's phone does not ring                               PAR-17
  A2 is Available                                        PAR-17
A1 submits

ben calls billing
A1 answers
A1 consults A2
A2 answers
  A1 may not End                                         PAR-18
A1 ends the call
  refused                                                PAR-18
A1 hangs up
  ben ended by the agent                                 PAR-17 PAR-8
  A1 owes a wrap-up                                      PAR-17
  A2 sees nothing                                        PAR-17
  A2 owes no wrap-up                                     PAR-17
A1 submits

# a plain call he ends as well, with the customer on hold
cleo calls billing
A1 answers
A1 holds
A1 hangs up
  cleo ended by the agent                                PAR-17
  A1 owes a wrap-up                                      PAR-17
