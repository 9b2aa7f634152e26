story  A consult starts from a live call that has none, and from nothing else
agents A1 A2 A3
queue billing A1

anna calls billing
  A1 may not Consult A2                                  CON-1
A1 answers
  A1 may Consult A2                                      CON-1 PAR-3
  anna may not Consult, End Consult                      PAR-2
A1 holds
  A1 may Consult A2                                      CON-1
A1 consults A2
  anna may not Consult, End Consult                      PAR-2
A1 consults A3
  refused                                                CON-1
A2 answers
A1 consults A3
  refused                                                CON-1
A1 starts a conference
A1 consults A3
  refused                                                CON-1
A1 ends the call
A1 submits

# and only from a call
ben chats with billing
A1 accepts
  A1 may not Consult A2                                  CON-1
