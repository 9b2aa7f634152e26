story  An agent dials out: his own phone first, then the number
policy caller id +18005550199, outsider within 30s, answer within 20s
agents A1
agent A2 Idle lunch

A2 dials +12015532447 to reach carl showing +18005550000
  refused                                                OUT-1
A2 dials 12 to reach emil
  refused                                                OUT-1 DN-1
  A2 is Idle lunch                                       OUT-1
A2 dials +12015532447 to reach dora showing +18005550199
  A2 sees dora: Ringing                                  OUT-1
  A2 is Reserved
  A2 may not Hold, End
A2 answers
# now the number rings
  A2 sees dora: Ringing                                  OUT-1
  A2 may Cancel                                          OUT-1
  nobody talks                                           OUT-1
dora answers
  A2 sees dora: Connected                                OUT-2
  talk A2 dora                                           OUT-2
  A2 may Hold, Consult, Transfer, End                    OUT-2
  A2 may not Cancel                                      OUT-1 CBK-4 CBK-3
  A2 may not dial                                        OUT-1
dora hangs up
  A2 owes a wrap-up                                      END-7
A2 submits
  A2 is Idle lunch                                       END-4
