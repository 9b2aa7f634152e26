story  Consulted through a queue, or by name, he edits like the other
variable case String editable starts 4711
agents A1 A2

anna calls billing
A1 answers
A1 consults EP-DN 4700
A1 ends the consult
A1 consults queue help
A2 answers
  A2 may type into case                                  CON-21
A1 types 4712 into case
A1 saves
  A2 reads case: 4712, saved by A1                       CON-21
A2 types 4713 into case
A2 saves
  A1 reads case: 4713, saved by A2                       CON-21
A1 ends the consult
A1 consults A2
A2 answers
  A2 may type into case                                  CON-21
A2 exits the consult
  A2 reads no variables                                  CAD-2
  A2 may not type into case                              CAD-2 OP-2
