story  A queue takes a transferred call at once; if nobody answers, it stays there
policy answer within 20s
agents A1 A2 A3
queue billing A1
queue sales A2 A3

anna calls billing
A1 answers
A1 transfers to queue sales
  A1 is told wrap-up due                                 TRF-7
  A2 sees anna: Ringing                                  TRF-7
20s pass
  A2 is RONA no answer                                   TRF-7 ANS-2
  anna goes on                                           TRF-7
  A3 sees anna: Ringing
A3 hangs up
  anna waits for sales                                   TRF-7
  A3 is RONA declined                                    ANS-6
A2 goes Available
  A2 sees anna: Ringing
A2 answers
  talk A2 anna
