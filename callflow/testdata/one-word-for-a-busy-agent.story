story  A chat, a call, a mail at once: one word says the most urgent of it
policy answer within 20s
agents A1

dora chats with help
  A1 is Reserved                                         AGT-2
A1 accepts
  A1 is Engaged                                          AGT-2
anna calls billing
  A1 sees anna: Ringing; dora: Connected                 ANS-3
  A1 is Engaged                                          AGT-2
A1 answers
anna hangs up
  A1 is Wrap Up                                          AGT-2
emil mails help
  A1 sees emil: Ringing
  A1 is Wrap Up                                          AGT-2
20s pass
  A1 is RONA no answer                                   AGT-2
A1 goes Available
  A1 is Wrap Up                                          AGT-2 AGT-4
  A1 sees emil: Ringing
A1 submits
  A1 is Engaged                                          AGT-2
dora hangs up
  A1 is Wrap Up                                          AGT-2
A1 submits
  A1 is Reserved                                         AGT-2
A1 accepts
A1 ends the call
A1 submits
  A1 is Available                                        AGT-2
