story  A conference has three parties, and the policy may allow none
agents A1 A2 A3
queue billing A1

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 starts a conference
  talk A1 A2 anna                                        CNF-7
# nobody can be consulted from here, so a fourth has no way in
  A1 may not Consult A3                                  CON-1 CNF-7
  A2 may not Consult A3                                  PAR-19 CNF-7
A1 ends the call
A1 submits

the administrator decides conference of 2
ben calls billing
A1 answers
A1 consults A2
A2 answers
  A1 may not Conference                                  CNF-7
A1 starts a conference
  refused                                                CNF-7
  A1 sees only ben: Call on Hold; A2: Consulting         CNF-7
