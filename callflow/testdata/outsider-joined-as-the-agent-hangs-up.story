story  The agent joins an outsider and hangs up before the switch has said so
agents A1

anna calls billing
A1 answers
A1 consults number +12015532447
+12015532447 answers
the switch answers the next conference 2s late
A1 starts a conference
A1 hangs up
  A1 owes a wrap-up                                      PAR-17
  anna goes on                                           PAR-17
2s pass
  anna ended handed over                                 PAR-17 CNF-5
