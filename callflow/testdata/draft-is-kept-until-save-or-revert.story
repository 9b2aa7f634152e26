story  Nothing changes until Save, and Revert goes back
variable case String editable starts 4711
variable note String editable
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 types 4712 into case
A1 types "call again" into note
  A1 reads case: 4712, unsaved                           CAD-6
  A2 reads case: 4711                                    CAD-6
  the flow reads case: 4711                              CAD-6
A1 reverts note
  A1 reads note: nothing, not unsaved                    CAD-6
  A1 reads case: 4712, unsaved                           CAD-6
A1 saves
  A2 reads case: 4712, saved by A1                       CAD-6
A1 types 4713 into case
A1 types later into note
A1 reverts
  A1 reads case: 4712, saved by A1, not unsaved          CAD-6
  A1 reads note: nothing, not unsaved                    CAD-6
  the flow reads case: 4712, saved by A1                 CAD-6
A1 saves
  refused
