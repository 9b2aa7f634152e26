story  By policy an outdial that reached nobody is not wrapped up
policy no wrap-up if not reached
agents A1

A1 dials +12015532447 to reach dora
A1 answers
dora is busy
  A1 is told Not reached: busy                           OUT-2
  A1 owes no wrap-up                                     OUT-2
  A1 is Available                                        OUT-2
A1 dials +12015532447 to reach emil
A1 answers
A1 cancels
  A1 owes no wrap-up                                     OUT-2
  A1 is Available                                        OUT-2
A1 dials +12015532447 to reach fred
A1 answers
fred answers
fred hangs up
  A1 owes a wrap-up                                      OUT-2
