story  No reasons are configured: there is one, and it can be submitted
agents A1

anna calls billing
A1 answers
anna hangs up
  A1 is Wrap Up                                          END-7
  A1 may submit                                          END-7
1h pass
  A1 owes a wrap-up                                      END-7
A1 submits
  nobody owes a wrap-up                                  END-7
  A1 is Available                                        END-4
