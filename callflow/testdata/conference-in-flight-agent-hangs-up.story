story  The agent hangs up while his conference is in flight: the others go on
policy operation within 5s
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
the switch answers the next conference 2s late
A1 starts a conference
  A1 sees anna: Conference in flight
A1 hangs up
  A1 owes a wrap-up                                      PAR-17
2s pass
  A2 sees anna: Connected                                PAR-17 CNF-5
  talk A2 anna                                           PAR-17 CNF-5
A2 ends the call
  A2 owes a wrap-up                                      PAR-17
A1 submits
A2 submits
bert calls billing
A1 answers
A1 consults A2
A2 answers
the switch refuses the next conference 2s late
A1 starts a conference
A1 hangs up
2s pass
  bert goes on                                           PAR-17
  talk A2 bert                                           PAR-17
  A2 may Hold, End, Transfer                             PAR-17
