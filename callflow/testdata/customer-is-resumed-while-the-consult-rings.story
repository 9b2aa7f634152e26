story  The customer is back before Agent 2 answers: Agent 2 starts on hold
agents A1 A2
queue billing A1

anna calls billing
A1 answers
A1 consults A2
A1 resumes
  talk A1 anna                                           CON-12 PAR-4
  A1 sees only anna: Consult Requested                   CON-12
A2 answers
  talk A1 anna                                           CON-12
  A1 sees anna: Connected; A2: Consult on Hold           CON-12
  A2 sees A1: Consult on Hold                            CON-12
  on hold A2                                             CON-12
A2 exits the consult

# the same when the switch has not done it yet
A1 consults A2
the switch answers the next resume 2s late
A1 resumes
A2 answers
  talk A1 anna                                           CON-12
  on hold A2                                             CON-12
2s pass
  talk A1 anna                                           CON-12
  A1 sees anna: Connected; A2: Consult on Hold           CON-12
