story  Muting oneself and sending digits pass through, for Agent 2 as well
agents A1 A2

anna calls billing
  A1 may not Mute, Send Digits                           OP-7
A1 answers
A1 mutes
  A1 sees anna: Connected                                OP-7
  A1 is told nothing                                     OP-7
the switch never answers the next hold
A1 holds
A1 unmutes
  A1 sees anna: Hold in flight                           OP-7
5s pass
A1 consults A2
  A2 may not Mute                                        OP-7
A2 answers
A2 mutes
  talk A1 A2                                             OP-7
A2 sends digits 12#
  A2 sees A1: Consulting                                 OP-7
  A2 may Unmute, Send Digits                             OP-7
  A2 may not Hold                                        PAR-19
