story  Who has left a call, or not joined it, has no say in it
agents A1 A2 A3

anna calls billing
  A3 may not Hold, End                                   OP-2
A1 answers
A1 consults A2
A2 answers
A2 exits the consult
  A2 may not Exit Consult, Mute, Edit Variables          OP-2
A2 exits the consult
  refused                                                OP-2
A3 exits the consult
  refused                                                OP-2
A1 ends the call
  A1 may not Hold, End, Consult, Transfer                OP-3
A1 ends the call
  refused                                                OP-3
A2 exits the consult
  refused                                                OP-3
the router offers anna to A2
  refused                                                OP-3
  A2 sees nothing                                        OP-3
