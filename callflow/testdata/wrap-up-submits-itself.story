story  Automatic wrap-up: a count-down that this agent may not stop
policy reason sale, reason other, default reason other, wrap-up within 30s
agents A1

anna calls billing
A1 answers
1m pass
anna hangs up
  A1's count-up shows 0s                                 END-6
  A1's count-down shows 30s                              END-6
  A1 may not cancel the count-down                       END-6
10s pass
  A1's count-up shows 10s                                END-6
  A1's count-down shows 20s                              END-6
A1 cancels the count-down
  refused                                                END-6
A1 chooses sale
20s pass
  A1 is told wrap-up completed                           END-6
  the reason of A1 is other                              END-6
  A1 is Available                                        END-4
  A1's count-up does not run                             END-6
