story  A customer who is on hold already stays there when a consult starts
agents A1 A2

anna calls billing
A1 answers
A1 holds
A1 consults A2
  A1 sees anna: Consult Requested                        HLD-5
  on hold anna                                           HLD-5
A1 resumes
  A1 sees anna: Consult Requested                        ANS-4
  talk A1 anna                                           HLD-4
A1 ends the consult
  A1 sees anna: Connected
the switch answers the next consult 2s late
A1 consults A2
  on hold anna                                           HLD-5
  nobody talks                                           HLD-5
2s pass
  on hold anna                                           HLD-5
  A2 sees A1: Ringing
