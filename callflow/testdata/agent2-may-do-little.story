story  It is not his call: what Agent 2 may do, and what not
policy recording, privacy shield 30s
agents A1 A2 A3
queue billing A1

anna calls billing
A1 answers
A1 consults A2
A2 answers
  A2 may Exit Consult, Edit Variables                    PAR-19
  A2 may not End Consult, Resume, Resume Consult         PAR-12
  A2 may not Hold, Hold Consult, Consult A3, Conference  PAR-19
  A2 may not Transfer, Transfer to A3, End               PAR-19
  A2 may not Pause Recording, Resume Recording           PAR-19
  A2 may not submit                                      PAR-13
A2 ends the consult
  refused                                                PAR-12
A2 resumes anna
  refused                                                PAR-12
  on hold anna                                           PAR-12
A1 starts a conference
  A2 may Exit Conference, Edit Variables                 PAR-19
  A2 may not Consult A3, Transfer, End                   PAR-19
  A2 may not submit                                      PAR-13
A2 ends the call
  refused                                                PAR-19
A2 exits the conference
  A2's dialog is closed                                  PAR-13
  A2 owes no wrap-up                                     PAR-13
