story  Declined is not answered: a call, a consult, a blind transfer
agents A1 A2 A3
queue billing A1
queue support A3

anna calls billing
A1 hangs up
  A1 is RONA declined                                    ANS-6 AGT-6
  A1 is told RONA: declined                              ANS-6
  anna waits for billing                                 ANS-6 ANS-2
A1 goes Available
  A1 sees anna: Ringing
A1 declines
  A1 is RONA declined                                    ANS-6
  A1 owes no wrap-up                                     ANS-6
A1 goes Available
A1 answers
A1 consults A2
A2 hangs up
  A2 is RONA declined                                    ANS-6
  A1 is told Consult failed: declined                    ANS-6
  on hold anna
A2 goes Available
A1 transfers to A2
  A2 sees anna: Ringing
A2 declines
  A2 is RONA declined                                    ANS-6
  anna ended dropped: declined                           ANS-6
  A1 owes a wrap-up
