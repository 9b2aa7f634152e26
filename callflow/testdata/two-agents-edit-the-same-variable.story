story  Two agents edit the same variable: the first save wins
variable case String editable starts 4711
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 types "damaged goods" into case
A2 types "late delivery" into case
  A1 reads case: "damaged goods", unsaved                CAD-6
  A2 reads case: "late delivery", unsaved                CAD-6
  the flow reads case: 4711                              CAD-6
A2 saves
  A1 is told Edit replaced: case by A2, "damaged goods" became "late delivery"  CAD-7
  A1 reads case: "late delivery", saved by A2            CAD-7
  A2 is told nothing                                     CAD-7
  A2 reads case: "late delivery", saved by A2
A1 saves
  refused
  the flow reads case: "late delivery", saved by A2      CAD-7
A1 types "damaged and late" into case
A1 saves
  A2 is told nothing
  A2 reads case: "damaged and late", saved by A1
