story  The recording is paused, and then the customer is put on hold
policy recording, privacy shield 30s
agents A1

anna calls billing
A1 answers
A1 pauses the recording
10s pass
A1 holds
  A1 sees anna: Call on Hold, paused                     REC-6
  A1's pause shows 20s                                   REC-2
  A1 may Resume Recording                                REC-5
  A1 may not Pause Recording                             REC-4
20s pass
  A1 sees anna: Call on Hold, recording                  REC-3 REC-6
  A1 is told Recording resumed                           REC-3
  on hold anna                                           REC-3
A1 pauses the recording
  A1 sees anna: Call on Hold, paused                     REC-5
A1 resumes
  A1 sees anna: Connected, paused                        REC-6
A1 resumes the recording
  A1 sees anna: Connected, recording                     REC-4
