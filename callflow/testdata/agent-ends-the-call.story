story  The agent ends the call, once nobody is on hold and no consult is on
policy reason sale
agents A1 A2

anna calls billing
  A1 may not End                                         END-1
A1 answers
A1 holds
  A1 may not End                                         END-1 HLD-3
A1 resumes
A1 consults A2
  A1 may not End                                         PAR-18
A2 answers
A1 ends the call
  refused                                                PAR-18
  anna goes on                                           END-1
A1 ends the consult
A1 closes the dialog
A1 resumes
  A1 may End                                             END-1
A1 ends the call
  anna ended by the agent                                END-1
  A1 sees nothing                                        END-1
  A1's dialog is due                                     END-2
  A1 is Wrap Up                                          END-2
  A2 owes no wrap-up                                     END-7
  A1 may not End                                         OP-3
A1 submits sale
  A1 is Available                                        END-4
