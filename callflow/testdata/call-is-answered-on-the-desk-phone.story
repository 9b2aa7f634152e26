story  A call reaches the desk, then the phone, and is answered there
policy answer within 20s
agents A1

the switch answers the next ring 3s late
anna calls billing
  A1 sees anna: Connecting                               ANS-1
  A1 is Reserved                                         AGT-2
  A1 may not sign out                                    POP-5
  A1's offer shows 20s                                   ANS-2
3s pass
  A1 sees anna: Ringing                                  ANS-1
  A1's offer shows 17s                                   ANS-2
  A1 may not sign out                                    POP-5
  A1 may not Accept                                      ANS-4
  A1's talk does not run                                 ANS-4
2s pass
A1 answers
  A1 sees anna: Connected                                ANS-4
  A1's talk shows 0s                                     ANS-4
  A1's offer does not run                                ANS-2
  A1 is Engaged                                          AGT-2
  talk A1 anna
1m pass
  A1 sees anna: Connected                                ANS-2
