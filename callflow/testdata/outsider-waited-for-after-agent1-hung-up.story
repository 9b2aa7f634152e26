story  The outsider was to have the call, the switch refused, and the agent is gone
policy operation within 5s
agents A1

anna calls billing
A1 answers
A1 consults number +12015532447
+12015532447 answers
the switch answers the next transfer 2s late
A1 transfers to number +12015532447
A1 hangs up
  A1 owes a wrap-up                                      PAR-17
2s pass
  anna ended handed over                                 PAR-17 TRF-8
A1 submits
bert calls billing
A1 answers
A1 consults number +12015532447
+12015532447 answers
the switch refuses the next transfer 2s late
A1 transfers to number +12015532447
A1 hangs up
2s pass
  bert ended refused                                     PAR-17
A1 submits
carl calls billing
A1 answers
A1 consults number +12015532447
+12015532447 answers
the switch never answers the next conference
A1 starts a conference
A1 hangs up
5s pass
  carl ended unknown                                     PAR-17

