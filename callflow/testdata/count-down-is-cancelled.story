story  The agent needs more time, and stops the count-down
policy reason sale, reason other, default reason other, wrap-up within 30s, count-down can be cancelled
agents A1

anna calls billing
A1 answers
  A1's count-down does not run                           END-6
anna hangs up
20s pass
A1 cancels the count-down
  A1's count-down does not run                           END-6
  A1's count-up shows 20s                                END-6
10m pass
  A1 is Wrap Up                                          END-6
  A1's count-up shows 10m20s                             END-6
  A1 may not cancel the count-down                       END-6
A1 submits sale
  the reason of A1 is sale                               END-3
  A1 is Available
