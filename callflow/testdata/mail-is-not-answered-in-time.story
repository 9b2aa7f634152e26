story  A mail and a message are not taken: back to the queue, and RONA
policy reason sale, answer within 20s, conversations 1
agents A1 A2
queue help A1 A2
queue desk A1

emil mails help
  A1 sees emil: Ringing                                  ANS-1
10s pass
mona messages desk
  A1 sees mona: Ringing                                  ANS-1
A2 goes Idle
10s pass
  A1 is RONA no answer                                   ANS-2
  emil waits for help                                    ANS-2
  A1 sees mona: Ringing                                  AGT-4
A1 accepts
  A1 sees mona: Connected                                AGT-4
A2 goes Available
  A2 sees emil: Ringing                                  ANS-2 ANS-3
A2 accepts
  A2 may not Hold                                        HLD-1
A2 ends the call
  emil ended by the agent                                END-1
  A2 owes a wrap-up                                      END-7
A1 goes Available
nils messages desk
  nils waits for desk                                    ANS-3
mona hangs up
  mona ended by the customer
A1 submits sale
  A1 sees nils: Ringing                                  ANS-3
20s pass
  nils waits for desk                                    ANS-2
  A1 is RONA no answer                                   ANS-2
A2 submits sale
  nobody owes a wrap-up                                  END-7
