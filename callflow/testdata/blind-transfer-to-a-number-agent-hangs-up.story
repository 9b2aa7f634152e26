story  The agent hangs up while the switch sends the call to a number
policy operation within 10s, outsider within 30s
agents A1

anna calls billing
A1 answers
the switch answers the next transfer 3s late
A1 transfers to number +12015532447
A1 hangs up
  A1 owes a wrap-up                                      PAR-17
3s pass
  anna goes on                                           PAR-17
+12015532447 answers
  anna ended handed over                                 PAR-17 TRF-7
A1 submits
bert calls billing
A1 answers
the switch answers the next transfer 3s late
A1 transfers to number +12015532447
A1 hangs up
3s pass
+12015532447 is busy
  bert ended dropped: busy                               PAR-17 TRF-5
