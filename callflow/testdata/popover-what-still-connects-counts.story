story  A call whose phone does not ring yet is counted, but not shown below
policy chats 6
agents A1

c1 chats with support
c2 chats with support
c3 chats with support
c4 chats with support
c5 chats with support
  A1's page has no label                                 POP-6
the switch answers the next ring 2s late
anna calls billing
  A1's page reads 1-5 of 6                               POP-6
  below A1's page rings nobody                           POP-6
2s pass
  A1's page reads 1-5 of 6                               POP-6
  below A1's page rings anna                             POP-6
