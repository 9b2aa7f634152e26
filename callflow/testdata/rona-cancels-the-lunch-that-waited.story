story  A choice that waits is lost with RONA
policy answer within 20s
agents A1

dora chats with help
A1 accepts
anna calls billing
  A1 sees anna: Ringing
A1 goes Idle lunch
  A1 is Engaged                                          AGT-3
20s pass
  A1 is RONA no answer                                   AGT-3 AGT-4
dora hangs up
A1 submits
  A1 is RONA no answer                                   AGT-3 AGT-4
A1 goes Available
  A1 sees anna: Ringing                                  AGT-3 AGT-4
A1 answers
anna hangs up
A1 submits
  A1 is Available                                        AGT-3
