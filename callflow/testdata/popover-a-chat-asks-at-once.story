story  A chat needs no phone that rings
agents A1

carl chats with support
  the card of carl for A1 is a contact request           POP-3 ANS-1
  the card of carl for A1 offers Accept, Decline         POP-7
A1 declines
  A1's popover is empty                                  POP-3 ANS-6
  A1 is RONA declined                                    ANS-6
