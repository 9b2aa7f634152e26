story  More requests than a page can show
policy chats 6, emails 2
agents A1

anna calls billing
1s pass
c1 chats with support
1s pass
c2 chats with support
1s pass
c3 chats with support
1s pass
m1 mails support
  A1's page lists m1, c1, c2, c3, anna                   POP-6
  A1's page has no label                                 POP-6
  below A1's page rings nobody                           POP-6
1s pass
m2 mails support
  A1's page lists m1, m2, c1, c2, c3                     POP-6
  A1's page reads 1-5 of 6                               POP-6
  below A1's page rings anna                             POP-6
1s pass
c4 chats with support
  A1's page reads 1-5 of 7                               POP-6
  below A1's page rings anna                             POP-6
A1 turns to page 2
  A1's page reads 6-7 of 7                               POP-6
  A1's page lists c4, anna                               POP-6
  below A1's page rings nobody                           POP-6
A1 answers
  A1's page reads 6-6 of 6                               POP-6
  A1's page lists c4                                     POP-6
A1 accepts for c4
  A1's page lists m1, m2, c1, c2, c3                     POP-6
  A1's page has no label                                 POP-6
