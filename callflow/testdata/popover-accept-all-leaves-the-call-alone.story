story  Four at once: three are accepted together, the call goes on ringing
policy chats 3, emails 2, conversations 1
agents A1

carl chats with support
anna calls billing
1s pass
mona mails support
sina messages support
  A1's popover has the button Accept 3 requests          POP-8
A1 accepts all
  accepted are mona, sina, carl                          POP-8
  A1's popover lists anna                                POP-8
  A1's popover has no Accept button                      POP-8
  the card of anna for A1 reads Ringing                  POP-8
  A1's phone rings                                       POP-8
  A1 sees carl: Connected; mona: Connected; sina: Connected POP-7 POP-8
A1 answers
  talk A1 anna
A1 accepts all
  accepted are none                                      POP-8
