story  Who did not answer has two ways out, and a third through the door
policy answer within 20s
agents A1 A2

anna calls billing
20s pass
  A1's popover is empty                                  POP-16 ANS-2
  A1 is RONA no answer                                   POP-16
  A1's ways out are Available, Idle                      POP-16
  A2 needs no way out                                    POP-16
A1 goes Available
  A1 is Available                                        POP-16
  A1 needs no way out                                    POP-16
A2 answers
bert calls billing
20s pass
  A1's ways out are Available, Idle                      POP-16
  A1 may sign out                                        POP-16
A1 signs out
  A1 needs no way out                                    POP-16
  A1 is Signed Out                                       POP-16
A1 signs in
  A1 is Idle                                             POP-16 AGT-1
  A1's popover is empty
