story  A phone that takes two seconds to ring
policy answer within 20s
agents A1

the switch answers the next ring 2s late
anna calls billing
  the card of anna for A1 is connecting                  POP-2
  the card of anna for A1 reads Connecting               POP-2 ANS-1
  the card of anna for A1 shows nothing                  POP-2 POP-4
  the card of anna for A1 offers nothing                 POP-2
2s pass
  the card of anna for A1 is a contact request           POP-3
  the card of anna for A1 reads Ringing                  POP-3 ANS-1
  the card of anna for A1 shows Phone Number, Queue Name, DNIS POP-3 POP-10
17s pass
  the card of anna for A1 is a contact request           POP-3
1s pass
  A1 has no card of anna                                 POP-3 ANS-2
  A1 is RONA no answer                                   POP-3 ANS-2
  anna waits for billing                                 ANS-2
A1 goes Available
A1 answers
  A1's popover is empty                                  POP-3
