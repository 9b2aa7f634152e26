story  Before the switch has done the one thing, it is not asked for the other
policy recording, privacy shield 30s
agents A1 A2

anna calls billing
A1 answers
the switch answers the next hold 3s late
A1 holds
  A1 sees anna: Connected, Hold in flight                OP-1
A1 holds
  refused                                                OP-1 OP-2
A1 transfers to A2
  refused                                                OP-1
  A1 may not Consult, Transfer                           OP-1
  A1 may Pause Recording, Mute, End                      OP-1 OP-7
the switch never answers the next pause
A1 pauses the recording
  A1 may not Pause Recording                             OP-1
3s pass
  A1 sees anna: Call on Hold                             OP-1
  A1 may Resume, Consult, Transfer                       OP-1
# who rings is no wish in flight
A1 consults A2
  A1 may Resume, End Consult                             OP-1 CON-12
