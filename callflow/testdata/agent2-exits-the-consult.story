story  Agent 2 has said what he knows and exits: the customer is back at once
agents A1 A2
queue billing A1

anna calls billing
A1 answers
A1 consults A2
A2 answers
  A2 may Exit Consult                                    PAR-9
  A1 may not Exit Consult                                PAR-9
A2 exits the consult
  talk A1 anna                                           CON-15
  A1 sees only anna: Connected                           CON-15
  A1 is told Consult left                                CON-15
  A2 owes no wrap-up                                     CON-15 PAR-13
  A2 is Available                                        CON-15
A1 consults A2
A2 answers
A2's phone fails
  A1 is told Consult left: device-failure                CON-15
  talk A1 anna                                           CON-15
  A2 is Available                                        CON-15
  A2 owes no wrap-up                                     CON-15
A1 consults A2
A2 answers
A1 starts a conference
  A2 may Exit Conference                                 PAR-9
  A1 may not Exit Conference                             PAR-9
A2 exits the conference
  talk A1 anna                                           PAR-9
