story  Agent 2 was on hold when he was given the call, and is not any more
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 resumes anna
  A1 sees anna: Connected; A2: Consult on Hold           CON-10
  on hold A2                                             CON-17
A1 transfers to A2
  A2 sees anna: Connected                                TRF-8
  nobody is on hold                                      TRF-8
  talk A2 anna                                           TRF-8
  A1 owes a wrap-up                                      END-7
A1 submits
A2 holds
  on hold anna
  A2 may Transfer, Resume, consult A1                    TRF-8
  A2 may not transfer to A2                              TRF-2
