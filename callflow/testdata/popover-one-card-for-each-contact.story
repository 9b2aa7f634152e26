story  A busy minute: what waits longest stands on top, calls stand last
policy chats 3, emails 2, conversations 2
agents A1

carl chats with support
1s pass
anna calls billing
1s pass
mona mails support
1s pass
sina messages support
1s pass
milo mails support
1s pass
cleo chats with support
  A1's popover lists mona, milo, sina, carl, cleo, anna  POP-1 POP-9
  the card of anna for A1 reads Ringing                  POP-1
A1 accepts for carl
  A1's popover lists mona, milo, sina, cleo, anna        POP-1 POP-9
  A1 has no card of carl                                 POP-1
anna hangs up
  A1's popover lists mona, milo, sina, cleo              ANS-5 POP-1
1s pass
bert calls billing
1s pass
ines mails support
  A1's popover lists mona, milo, sina, cleo, bert        POP-9
# a third mail waits: he answers two at a time
  ines waits for support                                 ANS-3
