story  Hold and resume the customer, hold and resume Agent 2
agents A1 A2
queue billing A1

anna calls billing
A1 answers
A1 consults A2
A2 answers
  on hold anna                                           PAR-14
  A1 may Resume, Hold Consult                            PAR-4 PAR-5 PAR-20
A1 resumes anna
  talk A1 anna                                           CON-17 PAR-4
  on hold A2                                             CON-17 PAR-15
  A1 may Hold, Resume Consult                            PAR-20
A1 holds anna
  talk A1 A2                                             PAR-20
  on hold anna                                           PAR-20
A1 holds A2
  on hold A2                                             PAR-5 PAR-20
  talk A1 anna                                           PAR-5 PAR-20
A1 resumes A2
  talk A1 A2                                             PAR-20
  on hold anna                                           PAR-20
A1 resumes
  on hold A2                                             PAR-15
  A2 sees A1: Consult on Hold                            PAR-15
  A2 may not Resume, Resume Consult                      PAR-12
