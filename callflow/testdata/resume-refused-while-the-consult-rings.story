story  The customer cannot be taken off hold, and the consult rings on
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
the switch refuses the next resume 2s late
A1 resumes
  A1 sees anna: Consult Requested, Resume in flight      OP-1
  A1 may not Resume                                      OP-1
2s pass
  A1 is told Operation failed Resume: refused            OP-8
  A1 sees only anna: Consult Requested, not Resume in flight OP-1
  on hold anna
  A2 sees A1: Ringing
  A1 may Resume                                          CON-12
A2 answers
  talk A1 A2                                             CON-10
  on hold anna                                           CON-10
