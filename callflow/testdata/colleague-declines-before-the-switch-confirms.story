story  The colleague declines before the switch has handed the call over
policy operation within 10s
agents A1 A2 A3
queue billing A1

anna calls billing
A1 answers
the switch answers the next transfer 2s late
A1 transfers to A2
A2 hangs up
  A2 is RONA declined                                    TRF-5
  A1 sees anna: Transfer in flight                       TRF-9
2s pass
  anna ended dropped: declined                           TRF-5
  A1 owes a wrap-up                                      TRF-9
A1 submits
bert calls billing
A1 answers
the switch refuses the next transfer 2s late
A1 transfers to A3
A3 hangs up
2s pass
  A1 is told Operation failed Transfer: refused          TRF-9
  A1 sees bert: Connected                                TRF-9
  A3 is RONA declined
