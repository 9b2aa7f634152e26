story  Three writers, accepted one after the other
policy chats 2, emails 1
agents A1

carl chats with support
mona mails support
cleo chats with support
anna calls billing
  the card of carl for A1 offers Accept, Decline         POP-7
  the card of mona for A1 offers Accept, Decline         POP-7
  the card of anna for A1 offers Decline                 POP-7 ANS-4
A1 accepts for mona
  A1's popover lists carl, cleo, anna                    POP-7
  A1 sees mona: Connected                                POP-7
A1 accepts for cleo
  A1's popover lists carl, anna                          POP-7
A1 accepts for anna
  refused                                                ANS-4
  A1's popover lists carl, anna                          POP-8
