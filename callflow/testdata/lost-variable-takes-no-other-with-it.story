story  One variable of a save is lost, the others are saved
variable case String editable
variable name String editable
variable note String editable
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
A2's desktop lags
A1 types 4711 into case
A1 saves
A2 types 4712 into case
A2 types Anna into name
A2 types "call again" into note
  A2 reads case: 4712, unsaved                           CAD-9
A2 saves
  A2 is told Edit replaced: case by A1, "4712" became "4711"  CAD-7
  the flow reads case: 4711, saved by A1                 CAD-7
  the flow reads name: Anna, saved by A2                 CAD-8
  the flow reads note: "call again", saved by A2         CAD-8
  A1 reads name: Anna, saved by A2                       CAD-8
  A1 is told nothing
