story  A switch that cannot hold: the button is off, and says why
policy the switch cannot hold, the switch cannot conference, the switch cannot mute
agents A1 A2

anna calls billing
A1 answers
  A1 may not Hold, Mute, Send Digits                     OP-7
A1 holds
  refused                                                OP-7
  A1 sees anna: Connected                                OP-7
A1 consults A2
A2 answers
  A1 may not Conference                                  OP-7
  A1 may not Resume, Hold Consult                        OP-7
  A2 may not Mute, Send Digits                           OP-7
  A1 may Transfer, End Consult                           OP-7
