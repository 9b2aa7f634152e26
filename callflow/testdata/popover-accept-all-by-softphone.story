story  Even where the desktop can answer, Accept all answers no call
policy softphone, chats 2
agents A1

carl chats with support
anna calls billing
  the card of anna for A1 offers Accept, Decline         ANS-4
  A1's popover has the button Accept 1 request           POP-8
A1 accepts all
  accepted are carl                                      POP-8
  A1's popover lists anna                                POP-8
  the card of anna for A1 reads Ringing                  POP-8
