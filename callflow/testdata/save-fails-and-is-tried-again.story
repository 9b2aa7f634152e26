story  A save fails: what was typed is kept and saved again
variable case String editable starts 4711
variable note String editable
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 types 4712 into case
A1 types "call again" into note
A2 types 4713 into case
the next save fails
A1 saves
  the save failed                                        CAD-9
  A1 reads case: 4712, unsaved                           CAD-9
  A1 reads note: "call again", unsaved                   CAD-9
  A2 is told nothing                                     CAD-9
  A2 reads case: 4713, unsaved                           CAD-9
  the flow reads case: 4711                              CAD-9
A1 saves
  the flow reads case: 4712, saved by A1                 CAD-9
  the flow reads note: "call again", saved by A1         CAD-9
  A2 is told Edit replaced: case by A1, "4713" became "4712"  CAD-7
