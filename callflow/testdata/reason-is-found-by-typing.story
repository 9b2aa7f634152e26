story  One reason, found by typing; the one picked last counts
policy reason sale, reason resale, reason complaint
agents A1

anna calls billing
A1 answers
A1 ends the call
  A1 may not submit                                      END-3
A1 submits
  refused                                                END-3
  A1 is Wrap Up
  A1 finds sale resale typing sal                        END-3
  A1 finds complaint typing COMP                         END-3
A1 chooses complaint
  the reason of A1 is complaint                          END-3
A1 chooses resale
  the reason of A1 is resale                             END-3
  A1 may submit                                          END-3
  A1 owes a wrap-up                                      END-4
A1 submits
  the reason of A1 is resale                             END-3
  A1 owes no wrap-up                                     END-4
  A1's dialog is closed                                  END-4
  A1 is Available                                        END-4
