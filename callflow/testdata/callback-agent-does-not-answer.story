story  A callback rings at a desk, and nobody picks up
policy answer within 20s
agents A1 A2
queue billing A1 A2

bert asks billing for a callback
  A1 sees bert: Ringing                                  CBK-8
20s pass
  A1 is RONA no answer                                   CBK-8 ANS-2
  A1 owes no wrap-up                                     OP-9
  A2 sees bert: Ringing                                  CBK-8 ANS-2
A2 answers
A2 hangs up
  A2 is RONA declined                                    CBK-8
  A2 owes no wrap-up
  bert waits for billing                                 CBK-8
A1 goes Available
  A1 sees bert: Ringing
