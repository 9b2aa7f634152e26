story  Two agents type the same value: nobody has lost anything
variable case String editable
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 types 4711 into case
A2 types 4711 into case
A1 saves
  A2 is told nothing                                     CAD-7
  A2 reads case: 4711, saved by A1, not unsaved          CAD-7
A2 saves
  refused
  the flow reads case: 4711, saved by A1
the flow sets case to 4711
  A1 is told nothing                                     CAD-7
  the flow reads case: 4711, saved by A1                 CAD-7
