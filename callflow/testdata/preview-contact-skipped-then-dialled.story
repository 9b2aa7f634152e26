story  A preview contact is skipped, offered again, accepted, and dialled
policy answer within 20s
agents A1 A2

campaign spring has gina
  A1 sees nothing                                        OUT-3
the campaign offers gina to A1
  A1 sees gina: Ringing                                  OUT-3
  A1 may Accept, Skip                                    OUT-3
  A1 may not Remove, Decline                             OUT-3
A1 skips
  A1 is Available                                        OUT-3
  gina waits for spring                                  OUT-3
the campaign offers gina to A2
20s pass
  gina waits for spring                                  OUT-3
  A2 is RONA no answer                                   OUT-3 ANS-2
  A2 owes no wrap-up
the campaign offers gina to A1
A1 accepts
# dialled as an outdial: his own phone first
  nobody talks                                           OUT-3
A1 answers
  A1 sees gina: Ringing                                  OUT-3 OUT-1
  A1 may Cancel                                          OUT-3 OUT-1
gina answers
  talk A1 gina                                           OUT-3
  A1 sees gina: Connected                                OUT-2
gina hangs up
  A1 owes a wrap-up                                      OUT-3
