story  Wrap-up, release or RONA: each leaves with one of them, never with two
agents A1 A2 A3

anna calls billing
A1 answers
A1 consults A2
A2 hangs up
  A2 is RONA declined                                    OP-9
  A2 owes no wrap-up                                     OP-9
A1 consults A3
A3 answers
A3 hangs up
  A3 is Available                                        OP-9
  A3 is told nothing                                     OP-9
  A3 owes no wrap-up                                     OP-9
A1 transfers to A3
  A1 is Wrap Up                                          OP-9
anna hangs up
  A3 is Available                                        OP-9
  A3 owes no wrap-up                                     OP-9
  A1 owes a wrap-up                                      OP-9
A1 submits
  nobody owes a wrap-up                                  OP-9
  A1 is Available                                        OP-9
