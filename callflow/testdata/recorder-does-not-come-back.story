story  The pause is over, and the switch does not record again
policy recording, privacy shield 30s, operation within 5s
agents A1

the switch refuses the next recording
anna calls billing
A1 answers
  A1 is told Recording not started: refused              REC-1
  A1 sees anna: Connected, not recording                 REC-6
  A1 may not Pause Recording                             REC-5
5s pass
  A1 sees anna: Connected, recording                     REC-1
A1 pauses the recording
the switch refuses every recording
30s pass
  A1 is told Recording not resumed Resume Recording: refused  REC-3
  A1 sees anna: Connected, paused                        REC-3
5s pass
  A1 is told Recording not resumed Resume Recording: refused  REC-3
  A1 sees anna: Connected, paused                        REC-3
A1 pauses the recording
  refused                                                REC-4
the switch works again
4s pass
  A1 sees anna: Connected, paused                        REC-3
1s passes
  A1 is told Recording resumed                           REC-3
  A1 sees anna: Connected, recording                     REC-3
