story  A desktop lags behind, and its save is built on an older version
variable case String editable starts 4711
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
A2's desktop lags
A1 types 4712 into case
A1 saves
  the flow reads case: 4712, saved by A1
  A2 reads case: 4711                                    CAD-9
A2 types 4713 into case
  A2 reads case: 4713, unsaved
A2 saves
  A2 is told Edit replaced: case by A1, "4713" became "4712"  CAD-7
  A2 reads case: 4712, saved by A1                       CAD-7
  the flow reads case: 4712, saved by A1                 CAD-7
  A1 is told nothing
A1 types 4714 into case
A1 saves
  A2 reads case: 4712, saved by A1                       CAD-9
A2's desktop catches up
  A2 is told nothing
  A2 reads case: 4714, saved by A1                       CAD-9
