story  No pause without Privacy Shield, without a recording, or in a consult
policy recording
agents A1 A2
queue billing A1

anna calls billing
A1 answers
  A1 sees anna: Connected, recording                     REC-1
A1 pauses the recording
  refused                                                REC-5
  A1 sees anna: Connected, recording                     REC-5
anna hangs up
A1 submits
the administrator decides privacy shield 30s
the switch never answers the next recording
ben calls billing
A1 answers
  A1 sees ben: Connected, not recording                  REC-6
A1 pauses the recording
  refused                                                REC-5
5s pass
  A1 sees ben: Connected, recording                      REC-1
A1 pauses the recording
  A1 sees ben: Connected, paused                         REC-2
A1 resumes the recording
A1 holds
  A1 may Pause Recording                                 REC-5
A1 consults A2
  A1 may not Pause Recording                             REC-5
A2 answers
  A1 may not Pause Recording                             REC-5
A1 starts a conference
  A1 may not Pause Recording                             REC-5
A2 exits the conference
  A1 may Pause Recording                                 REC-5
