story  The flow sets a variable while an agent is typing into it
variable case String editable starts 4711
variable branch String
agents A1

anna calls billing
A1 answers
A1 types 4712 into case
the flow sets case to 5000
  A1 is told Edit replaced: case by system, "4712" became "5000"  CAD-7
  A1 reads case: 5000, saved by system                   CAD-7
the flow sets branch to south
  A1 is told nothing                                     CAD-8
  A1 reads branch: south, saved by system
A1 types 5001 into case
A1 saves
  the flow reads case: 5001, saved by A1
