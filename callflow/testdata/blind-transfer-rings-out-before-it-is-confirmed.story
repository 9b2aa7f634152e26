story  The colleague's phone rings out while the switch still keeps its answer back
policy operation within 60s, answer within 5s
agents A1 A2

anna calls billing
A1 answers
the switch is slow
A1 transfers to A2
A2's phone begins to ring
  A2 sees anna: Ringing                                  OP-5
  A2 may not Accept                                      ANS-4
5s pass
  A2 is RONA no answer                                   TRF-5
  A1 sees anna: Transfer in flight                       TRF-9
the switch does what waits
  anna ended dropped                                     TRF-5
  A1 owes a wrap-up                                      TRF-9
