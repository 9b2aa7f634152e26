story  What the switch did too late is shown, not hidden: a conference is a consult again
policy operation within 5s
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
the switch answers the next swap 7s late
A1 resumes
5s pass
  A1 is told Operation unknown Resume                    OP-4
A1 starts a conference
  A1 sees anna: Conference; A2: Conference               CNF-1
2s pass
  A1 sees anna: Connected; A2: Consult on Hold           HLD-6
  on hold A2                                             HLD-6
  A1 may Transfer, Conference                            CNF-1
