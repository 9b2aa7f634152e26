story  A switch that can join three, and neither transfer nor mute
policy the switch cannot transfer, the switch cannot mute
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
  A1 may not Mute, Unmute, Send Digits                   OP-7
A2 answers
  A1 may not Transfer, Mute, Unmute, Send Digits         OP-7
  A2 may not Mute, Unmute, Send Digits                   OP-7
A1 starts a conference
  talk A1 A2 anna                                        CNF-1
  A1 may not Transfer, Mute, Unmute, Send Digits         OP-7
  A2 may not Mute, Unmute, Send Digits                   OP-7
  A1 may End                                             CNF-4
