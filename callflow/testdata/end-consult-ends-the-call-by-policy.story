story  Where End Consult ends the call, everybody leaves and Agent 1 wraps up
policy end consult ends the call
agents A1 A2
queue billing A1

anna calls billing
A1 answers
# while it rings, it is still only taken back
A1 consults A2
A1 ends the consult
  on hold anna                                           CON-23
  anna goes on                                           CON-23
  A1's dialog is closed                                  CON-23
A1 consults A2
A2 answers
A1 ends the consult
  anna ended by the agent                                CON-16
  A1 owes a wrap-up                                      CON-16
  A2 owes no wrap-up                                     CON-16
  A2 sees nothing                                        CON-16
  A2 is Available                                        CON-16
