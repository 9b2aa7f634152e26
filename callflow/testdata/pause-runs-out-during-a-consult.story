story  A pause runs out in a consult, where no agent may touch it
policy recording, privacy shield 30s
agents A1 A2

anna calls billing
A1 answers
A1 pauses the recording
10s pass
A1 consults A2
  A1 sees anna: Consult Requested, paused                REC-6
  A1 may not Resume Recording, Pause Recording           REC-5
A2 answers
  A1 may not Resume Recording, Pause Recording           REC-5
  A2 may not Resume Recording                            PAR-19
A1 resumes the recording
  refused                                                REC-5
20s pass
  A1 sees anna: Call on Hold, recording                  REC-3
A1 starts a conference
  A1 sees anna: Conference, recording                    REC-6
  A1 may not Pause Recording                             REC-5
A2 exits the conference
  A1 may Pause Recording                                 REC-5
A1 pauses the recording
A1 consults A2
A2 answers
A1 starts a conference
  A1 sees anna: Conference, paused                       REC-6
30s pass
  A1 sees anna: Conference, recording                    REC-3
