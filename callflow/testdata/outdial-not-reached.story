story  The number that an agent dials is busy, wrong, or silent
policy outsider within 30s, reason busy, reason none
agents A1

A1 dials +12015532447 to reach dora
A1 answers
dora is busy
  A1 is told Not reached: busy                           OUT-2
  dora ended not reached: busy                           OUT-2
  A1 owes a wrap-up                                      OUT-2 END-7
A1 submits busy
  A1 is Available                                        OUT-2
A1 dials +12015532448 to reach emil
A1 answers
emil's number is wrong
  A1 is told Not reached: invalid-number                 OUT-2
  A1 owes a wrap-up                                      OUT-2
A1 submits none
A1 dials +12015532449 to reach fred
A1 answers
30s pass
  A1 is told Not reached: no-answer                      OUT-2
  fred ended not reached: no-answer                      OUT-2
  A1 owes a wrap-up                                      OUT-2
