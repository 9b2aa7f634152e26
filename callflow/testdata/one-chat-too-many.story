story  The agent's chats are full: the next waits for a wrap-up, a call does not
policy reason sale, chats 2, emails 1
agents A1

dora chats with help
A1 accepts
emil chats with help
A1 accepts
fred chats with help
  fred waits for help                                    ANS-3
gina mails help
  A1 sees gina: Ringing                                  ANS-3
anna calls billing
  A1 sees anna: Ringing                                  ANS-3
A1 accepts for gina
hugo mails help
  hugo waits for help                                    ANS-3
A1 ends the call for dora
  fred waits for help                                    ANS-3
A1 submits sale
  A1 sees fred: Ringing                                  ANS-3
A1 declines for fred
  A1 is RONA declined                                    ANS-6
  fred waits for help                                    ANS-2
  A1 sees gina: Connected; emil: Connected               AGT-4
