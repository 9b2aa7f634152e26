story  On a softphone the agent answers his own outdial on the desktop
policy softphone
agents A1 A2

A1 dials +12015532447 to reach anna
  A1 sees anna: Ringing                                  OUT-1
  A1 may Accept, Cancel                                  ANS-4 OUT-1
A1 accepts
  A1 may not Accept                                      POP-3
anna answers
  A1 sees anna: Connected                                OUT-1
  A1 may not Accept                                      POP-7
A1 consults A2
  A2 may Accept                                          ANS-4
  A1 may not Accept                                      POP-7
A2 accepts
  A2 may not Accept, Decline                             POP-7 ANS-6
  A1 sees anna: Call on Hold; A2: Consulting             CON-10
