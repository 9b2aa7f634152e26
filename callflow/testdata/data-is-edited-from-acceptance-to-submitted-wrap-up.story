story  Data is edited from the answer until the wrap-up is submitted
policy reason sale
variable case String editable
variable branch String
agents A1

anna calls billing
  A1 sees anna: Ringing
  A1 reads no variables                                  CAD-2
  A1 may not type into case                              CAD-2
A1 types 1 into case
  refused                                                CAD-2
A1 answers
  A1 may type into case                                  CAD-2
  A1 may not type into branch                            CAD-2
A1 types north into branch
  refused                                                CAD-2
A1 types 2 into case
anna hangs up
  A1 may type into case                                  CAD-2
  A1 reads case: 2, unsaved
A1 saves
  the flow reads case: 2, saved by A1                    CAD-2
A1 types 3 into case
A1 submits sale
  A1 may not type into case                              CAD-2 OP-3
A1 saves
  refused                                                CAD-2 OP-3
A1 types 4 into case
  refused                                                CAD-2 OP-3
  the flow reads case: 2, saved by A1                    CAD-2
