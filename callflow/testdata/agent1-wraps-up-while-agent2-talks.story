story  After the transfer one wraps up, the other talks, and both edit
policy reason sale
variable case String editable
variable note String editable
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 transfers
  A1 is Wrap Up
  A1 may type into case                                  CAD-2
  A2 may type into case                                  CAD-2
A1 types 4711 into case
A2 types 4712 into case
A2 saves
  A1 is told Edit replaced: case by A2, "4711" became "4712"  CAD-7
A1 types "promised a call" into note
A1 submits sale
  A1 may not type into note                              CAD-2 OP-2
A2 types "wants a refund" into note
A2 saves
  A1 is told nothing                                     CAD-2
  the flow reads note: "wants a refund", saved by A2
