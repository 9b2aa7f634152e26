story  With a softphone the desktop answers, and only when the switch has
policy softphone
agents A1

anna calls billing
  A1 sees anna: Ringing                                  ANS-1
  A1 may Accept                                          ANS-4
the switch refuses the next answer
A1 accepts
  A1 is told Operation failed Accept: refused
  A1 sees anna: Ringing                                  ANS-4
  A1's talk does not run                                 ANS-4
5s pass
the switch answers the next answer 2s late
A1 accepts
  A1 sees anna: Ringing                                  ANS-4
A1 accepts
  refused                                                OP-1
2s pass
  A1 sees anna: Connected                                ANS-4
  A1's talk shows 0s                                     ANS-4
  talk A1 anna
