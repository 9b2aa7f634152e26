story  Everything ends the call twice, and the wrap-up is owed once
policy reason sale
agents A1
queue billing A1

the switch says everything twice
anna calls billing
A1 answers
A1 ends the call
  A1 is told wrap-up due                                 END-7
anna hangs up
  ignored                                                OP-5
  A1 is told nothing                                     END-7
A1 hangs up
  ignored                                                OP-5
  A1 is told nothing                                     END-7
A1 submits sale
  A1 is Available                                        END-4
A1 submits sale
  refused                                                OP-3
A1 submits
  refused                                                OP-3
  nobody owes a wrap-up                                  END-7
ben calls billing
A1 answers
A1 transfers to queue billing
  A1 is told wrap-up due                                 END-7
  ben waits for billing
A1 submits sale
  A1 sees ben: Ringing
A1 answers
  A1 owes no wrap-up                                     END-7
ben hangs up
  A1 owes a wrap-up                                      END-7
A1 submits sale
  nobody owes a wrap-up                                  END-7
  A1 is Available
