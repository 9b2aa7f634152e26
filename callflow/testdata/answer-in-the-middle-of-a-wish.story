story  Agent 2 answers while a resume is in flight: that is so at once
policy operation within 5s
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
the switch never answers the next resume
A1 resumes anna
  A1 sees anna: Consult Requested, Resume in flight      OP-1
A2 answers
# he was about to be off hold, and is not put on hold again
  A1 sees anna: Connected; A2: Consult on Hold           OP-8 CON-12
  talk A1 anna                                           OP-8
  on hold A2                                             HLD-6
  A1 sees anna: not Resume in flight                     OP-8
5s pass
  A1 is told nothing                                     OP-8
A2 hangs up
  A1 sees anna: Connected                                OP-8
  A1 is told Consult left: hung-up                       CON-15
