story  Nobody leaves while a card is showing
agents A1

the switch answers the next ring 2s late
anna calls billing
  the card of anna for A1 is connecting
  A1 may not sign out                                    POP-5
A1 signs out
  refused                                                POP-5
  anna is in the way of A1                               POP-5
2s pass
  the card of anna for A1 is a contact request
  A1 may not sign out                                    POP-5
anna hangs up
  A1's popover is empty                                  ANS-5
  A1 may sign out                                        POP-5
carl chats with support
  A1 may not sign out                                    POP-5
