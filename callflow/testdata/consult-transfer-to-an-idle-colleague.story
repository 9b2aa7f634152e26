story  An Idle colleague cannot be sent a call, but who is consulted can be given it
agents A1
agent A2 Idle lunch

anna calls billing
A1 answers
  A1 may not transfer to A2                              TRF-4
  A1 may consult A2                                      CON-3
A1 consults A2
A2 answers
  A1 may transfer to A2                                  TRF-4 CON-18
A1 transfers to A2
  A2 sees anna: Connected                                TRF-8
  talk A2 anna
anna hangs up
A2 submits
  A2 is Idle lunch                                       END-4
