story  By policy a call whose transfer nobody takes goes back to its queue (D8)
policy unaccepted transfers return, answer within 15s
agents A1 A2 A3
queue billing A1 A3

anna calls billing
A1 answers
bert calls billing
A1 transfers to A2
A2 hangs up
  anna goes on                                           TRF-5
  anna waits for billing                                 TRF-5
  A2 is RONA declined                                    TRF-5
bert hangs up
  A3 sees anna: Ringing                                  TRF-5
A3 answers
  talk A3 anna
A3 transfers to number +12015532447
A1 submits
+12015532447 is busy
  anna goes on                                           TRF-5
  A1 sees anna: Ringing                                  TRF-5
