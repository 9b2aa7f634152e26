story  Consulted by an EP-DN, an agent edits nothing until the call is his
agents A1 A2 A3
queue billing A1
queue +18005550123 A2

anna calls billing
A1 answers
A1 consults EP-DN +18005550123
  A2's phone rings
A2 answers
  talk A1 A2
  A2 may not Edit Variables                              CON-21
  A1 may Edit Variables                                  CON-21
A1 starts a conference
  A2 may not Edit Variables                              CON-21
A1 transfers
  A2 may Edit Variables                                  CON-21
# consulted as a colleague, one may edit from the start
A2 consults A3
A3 answers
  A3 may Edit Variables                                  CON-21 PAR-19
