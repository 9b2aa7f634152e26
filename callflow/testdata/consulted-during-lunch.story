story  Asked for advice at lunch, and back at lunch afterwards
agents A1
agents A2 Idle lunch
queue billing A1

anna calls billing
A1 answers
A1 consults A2
A2 answers
  A2 is Engaged
A1 ends the consult
  A2 is Idle lunch                                       CON-25
A1 consults A2
A2 answers
A2 exits the consult
  A2 is Idle lunch                                       CON-25
A1 consults A2
A2 answers
anna hangs up
  A2 is Idle lunch                                       CON-25
  A2 sees nothing
