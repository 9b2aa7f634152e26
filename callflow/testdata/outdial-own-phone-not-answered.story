story  An agent dials out and does not pick up his own phone
policy answer within 20s
agents A1

A1 dials +12015532447 to reach dora
20s pass
  dora ended cancelled: no-answer                        OUT-1
  A1 is told Phone not answered: no-answer               OUT-1
  A1 is Available                                        OUT-1
  A1 owes no wrap-up                                     OUT-1
A1 dials +12015532447 to reach emil
A1's phone fails
  A1 is told Phone not answered: device-failure          OUT-1
  A1 is Available                                        OUT-1
  emil ended cancelled                                   OUT-1
A1 dials +12015532447 to reach fred
A1 answers
fred answers
  talk A1 fred                                           OUT-2
