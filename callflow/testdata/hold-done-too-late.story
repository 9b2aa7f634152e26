story  A hold that the switch does too late does not stand by accident
policy operation within 5s
agents A1

anna calls billing
A1 answers
the switch answers the next hold 7s late
the switch answers the next arrangement 3s late
A1 holds
4s pass
  A1 sees anna: Connected, Hold in flight                OP-1
1s passes
  A1 is told Operation unknown Hold: unknown             OP-4
  A1 sees anna: Connected, Hold unknown, not Hold in flight OP-4
  A1 may Hold, Consult, Transfer, End                    OP-4
2s pass
# now the switch has done it, and says so: what is so is shown
  A1 sees anna: Call on Hold
  on hold anna
1s passes
# the arrangement that was commanded at the fifth second comes after it
  A1 sees anna: Connected                                OP-4
  talk A1 anna                                           OP-4
