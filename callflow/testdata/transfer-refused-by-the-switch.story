story  The switch refuses a transfer: the call is as it was, the reason is kept
policy transfer needs acceptance, reason moved, reason solved
agents A1 A2

anna calls billing
A1 answers
A1 holds
the switch refuses the next transfer
A1 transfers to A2
  A1 is told Operation failed Transfer: refused          TRF-9
  A1's dialog is closed                                  TRF-9
  A1 sees anna: Call on Hold                             TRF-9
  A2 sees nothing                                        TRF-9
  A2 is Available                                        TRF-9 OP-9
  A1 owes no wrap-up                                     TRF-9
A1 consults A2
A2 answers
A1 transfers to A2
A1 chooses moved
the switch refuses the next transfer as busy
A2 accepts the transfer
  A1 is told Operation failed Transfer: busy             TRF-9
  A1 is told wrap-up withdrawn                           TRF-9
  A1 sees anna: Call on Hold; A2: Consulting             TRF-9
  talk A1 A2
A1 transfers to A2
  the reason of A1 is moved                              TRF-9
  A1's dialog is open                                    TRF-9
A2 accepts the transfer
  A1 owes a wrap-up                                      TRF-9
A1 submits
  the reason of A1 is moved
  A1 is Available
