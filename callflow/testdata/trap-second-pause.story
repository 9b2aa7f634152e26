story  Pause is pressed twice: the second lengthens nothing
policy recording, privacy shield 30s
agents A1

anna calls billing
A1 answers
A1 pauses the recording
20s pass
  A1 may not Pause Recording                             REC-4
A1 pauses the recording
  refused                                                REC-4
  A1 sees anna: Connected, paused
  A1's pause shows 10s                                   REC-4
10s pass
  A1 sees anna: Connected, recording                     REC-3 REC-4
the switch answers the next pause 2s late
A1 pauses the recording
  A1 sees anna: Connected, recording                     REC-6
A1 pauses the recording
  refused                                                OP-1
2s pass
  A1 sees anna: Connected, paused
  A1's pause shows 30s                                   REC-2
A1 resumes the recording
  A1 sees anna: Connected, recording                     REC-4
  A1's pause does not run                                REC-4
