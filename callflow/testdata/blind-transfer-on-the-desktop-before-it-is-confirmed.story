story  The colleague's desktop rings before the switch has confirmed the transfer
policy softphone, operation within 60s, answer within 20s
agents A1 A2

anna calls billing
A1 accepts
the switch answers the next transfer 30s late
A1 transfers to A2
  A2 sees anna: Connecting                               POP-2
  A2 may not Accept                                      POP-3
  A2 may Decline
A2's phone begins to ring
  A2 sees anna: Ringing                                  OP-5
  A2 may Accept                                          ANS-4
  A2 may not Consult, Hold, End                          CON-1 HLD-1 END-1
the switch refuses the next answer
A2 accepts
  A2 is told Operation failed Accept: refused
  A2 sees anna: Ringing                                  ANS-4
the switch answers the next answer 2s late
A2 accepts
A2 accepts
  refused                                                OP-1
2s pass
  A1 sees anna: Transfer in flight                       TRF-9
  A2 may not Accept                                      POP-3
28s pass
  talk A2 anna                                           OP-5
  A1 owes a wrap-up                                      TRF-9
