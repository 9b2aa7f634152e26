story  The switch never says whether it has transferred the call
policy operation within 5s, reason moved
agents A1 A2

anna calls billing
A1 answers
the switch never answers the next transfer
A1 transfers to A2
A1 chooses moved
5s pass
  A1 is told Operation unknown Transfer: unknown         OP-4
  A1's dialog is closed                                  OP-4 TRF-9
  A1 sees anna: Connected, not Transfer in flight        OP-4
  talk A1 anna                                           OP-4
  A2 is Available                                        OP-9
  A2 sees nothing                                        OP-4
A2 answers
# his phone was ringing all the same: it is released again
  ignored                                                OP-5
  A1 is told Late answer
  talk A1 anna                                           OP-5
A1 transfers to A2
  A1 owes a wrap-up                                      TRF-9
  the reason of A1 is moved                              TRF-9
