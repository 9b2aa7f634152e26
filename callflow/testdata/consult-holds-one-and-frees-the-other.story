story  In a consult one of the two is on hold, and never both
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
  on hold anna                                           HLD-5
  nobody talks                                           HLD-5
A2 answers
  A1 sees anna: Call on Hold; A2: Consulting             HLD-6
  talk A1 A2                                             HLD-6
  A1 may not Hold                                        HLD-3
  A1 may not Resume Consult                              HLD-4
A1 resumes
  A1 sees anna: Connected; A2: Consult on Hold           HLD-6
  talk A1 anna                                           HLD-6
  A1 may not Hold Consult                                HLD-3
  A1 may not Resume                                      HLD-4
A1 holds
  A1 sees anna: Call on Hold; A2: Consulting             HLD-6
  talk A1 A2                                             HLD-6
A1 holds A2
  A1 sees anna: Connected; A2: Consult on Hold           HLD-6
  talk A1 anna                                           HLD-6
A1 resumes A2
  A1 sees anna: Call on Hold; A2: Consulting             HLD-6
  talk A1 A2                                             HLD-6
