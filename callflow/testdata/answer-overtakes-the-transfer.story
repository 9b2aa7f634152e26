story  The colleague answers before the switch has confirmed: it is not too early
policy operation within 10s
agents A1 A2

anna calls billing
A1 answers
the switch answers the next transfer 2s late
A1 transfers to A2
A2 answers
  A1 sees anna: Connected, Transfer in flight            OP-5 TRF-9
  A1 owes no wrap-up                                     TRF-9
2s pass
  talk A2 anna                                           OP-5
  A2 sees anna: Connected                                OP-5
  A1 owes a wrap-up                                      TRF-9
