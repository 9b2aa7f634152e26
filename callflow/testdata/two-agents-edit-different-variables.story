story  Two agents edit different variables, and both saves count
variable case String editable
variable name String editable
variable note String editable
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 types 4711 into case
A2 types Anna into name
A1 saves
  A2 is told nothing                                     CAD-8
  A2 reads name: Anna, unsaved                           CAD-8
A2 saves
  A1 is told nothing                                     CAD-8
  the flow reads case: 4711, saved by A1                 CAD-8
  the flow reads name: Anna, saved by A2                 CAD-8
A1 types first into note
A1 types Annika into name
A2 types second into note
A1 saves
  A2 is told Edit replaced: note by A1, "second" became "first"  CAD-7
  A2 reads name: Annika, saved by A1
