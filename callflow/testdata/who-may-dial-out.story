story  Only who is Available or Idle, with nothing in hand, dials out
agents A1 A2
agent A3 Idle lunch

anna calls billing
  A1 may not dial                                        OUT-1
  A2 may dial                                            OUT-1
A1 dials +12015532447 to reach bert
  refused                                                OUT-1
  A1 sees anna: Ringing                                  OUT-1
A1 hangs up
  A1 is RONA declined
  A1 may not dial                                        OUT-1
A1 goes Idle
  A1 may dial                                            OUT-1
A2 answers
anna hangs up
  A2 is Wrap Up
  A2 may not dial                                        OUT-1
A2 submits
A3 dials 911 to reach carl
A3 answers
carl answers
  talk A3 carl                                           OUT-1 DN-7
