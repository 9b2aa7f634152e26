story  A switch that cannot transfer, consult or record does what is left
policy the switch cannot transfer, the switch cannot consult, the switch cannot record
policy recording, privacy shield 30s
agents A1 A2

anna calls billing
A1 answers
  A1 sees anna: Connected, not recording                 OP-7
  A1 may not Transfer, Consult                           OP-7
  A1 may not Pause Recording                             OP-7 REC-5
A1 transfers to A2
  refused                                                OP-7
  A1's dialog is closed                                  OP-7
A1 mutes
  A1 may Unmute, Send Digits, Hold, End                  OP-7
A1 ends the call
