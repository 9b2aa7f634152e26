story  The recording is paused for a card number, and comes back by itself
policy recording, privacy shield 30s
agents A1

anna calls billing
  A1 sees anna: Ringing, not recording                   REC-1
  A1 may not Pause Recording                             REC-5
A1 answers
  A1 sees anna: Connected, recording                     REC-1
  A1 may not Resume Recording                            REC-4
A1 pauses the recording
  A1 sees anna: Connected, paused, not recording         REC-2 REC-6
  A1's pause shows 30s                                   REC-2
29s pass
  A1 sees anna: Connected, paused                        REC-2
1s passes
  A1 sees anna: Connected, recording                     REC-3
  A1 is told Recording resumed                           REC-3
  A1's pause does not run                                REC-3
A1 pauses the recording
  A1's pause shows 30s                                   REC-2
12s pass
A1 resumes the recording
  A1 sees anna: Connected, recording                     REC-4
  A1's pause does not run                                REC-4
1m pass
  A1 is told nothing                                     REC-4
