story  An agent gives an outdial up while it rings
agents A1 A2

A1 dials +12015532447 to reach dora
A1 answers
A1 cancels
  dora ended cancelled                                   OUT-1
  A1 owes a wrap-up                                      OUT-2 END-7
  A1's dialog is due                                     END-2
A1 submits
A1 dials +12015532447 to reach emil
A1 answers
A1 hangs up
  emil ended cancelled                                   OUT-1
  A1 owes a wrap-up                                      OUT-2
  A1 is Wrap Up                                          OUT-1
emil answers
  ignored                                                OP-5
  nobody talks                                           OP-5
