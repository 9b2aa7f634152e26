story  Two owners, two wrap-ups; who was only consulted owes none
policy reason sale
agents A1 A2 A3
queue billing A1

anna calls billing
A1 answers
A1 consults A3
A3 answers
A3 exits the consult
  A3 owes no wrap-up                                     END-7
A1 consults A2
A2 answers
A1 starts a conference
A1 transfers
  A1 owes a wrap-up                                      END-7
  A2 owes no wrap-up                                     END-7
A2 consults A3
A3 answers
anna hangs up
  A2 owes a wrap-up                                      END-7
  A3 owes no wrap-up                                     END-7
  A3 is Available                                        END-7
A3 submits sale
  refused                                                END-7
A2 submits sale
  A1 owes a wrap-up                                      END-7
A1 submits sale
  nobody owes a wrap-up                                  END-7
