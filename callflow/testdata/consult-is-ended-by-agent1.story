story  Agent 1 ends the consult: the customer stays as he is, the dialog may wait
policy reason advice, reason sale
agents A1 A2
queue billing A1

anna calls billing
A1 answers
A1 consults A2
A2 answers
  A1 may End Consult                                     PAR-3
A1 ends the consult
  A1 sees only anna: Call on Hold                        CON-16
  nobody talks                                           CON-16
  A2 is Available                                        CON-16
  A2 owes no wrap-up                                     CON-16 PAR-13
  A1's dialog is for the consult                         CON-16
  A1 is Engaged                                          CON-16
  A1 owes no wrap-up                                     CON-16
A1 submits advice
  the reason of A1 is advice                             CON-16
  A1 is Engaged
A1 consults A2
A2 answers
A1 resumes
A1 ends the consult
  A1 sees only anna: Connected                           CON-16
  talk A1 anna                                           CON-16
# the dialog is optional: he talks on, and the call's own takes its place
A1 ends the call
  A1's dialog is due                                     CON-16
A1 submits sale
  A1 is Available
