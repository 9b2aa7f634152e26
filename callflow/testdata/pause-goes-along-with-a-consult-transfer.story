story  A consult transfer takes the pause along; a blind one ends it
policy recording, privacy shield 30s, unaccepted transfers return
agents A1 A2 A3
queue billing A1
queue support A3

anna calls billing
A1 answers
A1 pauses the recording
10s pass
A1 consults A2
A2 answers
A1 transfers
  A2 sees anna: Connected, paused                        REC-6
  A2's pause shows 20s                                   REC-6
20s pass
  A2 sees anna: Connected, recording                     REC-6
A2 pauses the recording
A2 transfers to queue support
  A3 sees anna: Ringing, not paused                      REC-6
A3 answers
  A3 sees anna: Connected, recording                     REC-6
  A3's pause does not run                                REC-6
A3 pauses the recording
A1 submits
A3 transfers to A1
A1 declines
  anna waits for support
A3 submits
A3 answers
  A3 sees anna: Connected, recording                     REC-6
  A3's pause does not run                                REC-6
