story  A chat: offered, accepted, ended by the customer, wrapped up
policy reason sale, answer within 20s, recording, privacy shield 30s
agents A1 A2

the switch answers the next ring 3s late
dora chats with help
  A1 sees dora: Ringing                                  ANS-1
  A1's offer shows 20s                                   ANS-2
  A1 may Accept                                          POP-7
  A1 may not sign out                                    POP-5
  A1 may not Hold                                        HLD-1
A1 accepts
  A1 sees dora: Connected, not recording                 ANS-4
  A1's talk shows 0s                                     ANS-4
  A1 may End                                             END-1
  A1 may not Hold, Resume                                HLD-1
  A1 may not Consult                                     CON-1
  A1 may not Transfer                                    TRF-1
  A1 may not Pause Recording                             REC-5
  A1 may not Mute, Send Digits                           OP-7
A1 holds
  refused                                                HLD-1
A1 transfers to A2
  refused                                                TRF-1
5m pass
dora hangs up
  dora ended by the customer
  A1's dialog is due                                     END-2 END-7
  A1 is Wrap Up
A1 submits sale
  A1 is Available                                        END-4
