story  Without Privacy Shield nothing is paused, without a recording neither
policy recording
agents A1

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
