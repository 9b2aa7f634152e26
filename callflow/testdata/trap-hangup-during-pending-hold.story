story  The customer hangs up before the switch has put her on hold
policy reason sale
agents A1

anna calls billing
A1 answers
the switch answers the next hold 3s late
A1 holds
  A1 sees anna: Connected, Hold in flight                OP-1
  talk A1 anna                                           HLD-3
1s passes
anna hangs up
  anna ended by the customer                             END-2 PAR-1
  A1 is told wrap-up due                                 END-2
  A1 sees nothing
  nobody is on hold
2s pass
  ignored                                                OP-5
  nobody is on hold                                      OP-5
  A1 is Wrap Up                                          END-7
10s pass
  A1 is told nothing                                     OP-4
A1 submits sale
  A1 is Available                                        END-4
  nobody owes a wrap-up                                  END-7
