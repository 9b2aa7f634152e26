story  A hold told too late finds its agent gone, and the call on its way to a queue
policy operation within 5s
agents A1
agents A2 Idle lunch
queue support A2

anna calls billing
A1 answers
the switch answers the next hold 7s late
A1 holds
5s pass
  A1 is told Operation unknown Hold: unknown             OP-4
the switch answers the next transfer 4s late
A1 transfers to queue support
A1 hangs up
  A1 owes a wrap-up                                      PAR-17
2s pass
  ignored                                                OP-5
  anna goes on                                           OP-5
2s pass
  anna waits for support                                 PAR-17 TRF-7
