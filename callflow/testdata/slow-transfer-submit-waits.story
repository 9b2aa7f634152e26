story  Who submits before the switch has transferred waits for it
policy reason moved
agents A1 A2

anna calls billing
A1 answers
the switch answers the next transfer 3s late
A1 transfers to A2
  A1's dialog is open                                    TRF-9
  A1 sees anna: Connected, Transfer in flight            TRF-9
  A1's count-up does not run                             END-6
  A1 may not Hold, Consult, Transfer                     OP-1
A1 submits moved
  A1 is told submit waits                                TRF-9
  A1 is Engaged                                          TRF-9
  A1 owes no wrap-up                                     TRF-9
2s pass
  A1 sees anna: Connected
1s passes
  A1 is Available                                        TRF-9 END-4
  A1 sees nothing
  A2 sees anna: Ringing
