story  A chat goes unanswered during a call: RONA, and the call goes on
policy answer within 30s
agents A1 A2
queue billing A1
queue help A1
queue support A2

anna calls billing
A1 answers
ben calls support
A2 answers
dora chats with help
  A1 sees anna: Connected; dora: Ringing                 ANS-1
30s pass
  A1 is RONA no answer                                   ANS-2 AGT-2
  dora waits for help                                    ANS-2
  talk A1 anna                                           AGT-4
  A1 may Hold, Consult, Transfer, End for anna           AGT-4
emil mails help
  emil waits for help                                    AGT-4
  A2 may not consult A1                                  AGT-4
  A2 may not transfer to A1                              AGT-4
anna hangs up
  A1 is RONA no answer                                   AGT-4 AGT-2
A1 submits
  A1 is RONA no answer                                   AGT-4
  dora waits for help                                    ANS-3 AGT-4
A1 goes Available
  A1 sees dora: Ringing; emil: Ringing                   ANS-3 AGT-4
