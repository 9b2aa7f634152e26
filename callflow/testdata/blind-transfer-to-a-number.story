story  A number that takes the call, and one that does not
policy outsider within 30s, reason moved
agents A1

anna calls billing
A1 answers
A1 transfers to number +12015532447
  A1 owes a wrap-up                                      TRF-9
  anna goes on                                           TRF-7
+12015532447 answers
  anna ended handed over                                 TRF-7
A1 submits moved
bert calls billing
A1 answers
A1 transfers to number +12015532447
30s pass
  bert ended dropped: no-answer                          TRF-5
A1 submits moved
  A1 is Available
carl calls billing
A1 answers
A1 transfers to expert lena
lena is busy
  carl ended dropped: busy                               TRF-5
A1 submits moved
  A1 is Available                                        TRF-5
