story  Two agents edit a card number, and the notice has no value
variable card String secure editable starts 4111
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 types 5500 into card
A2 types 6011 into card
  A2 reads card: 6011, unsaved
A1 saves
  A2 is told Edit replaced: card by A1, no values        CAD-7
  A2 reads card: masked                                  CAD-3
  the flow reads card: 5500, saved by A1                 CAD-7
A1 types 5501 into card
the flow sets card to 3700
  A1 is told Edit replaced: card by system, no values    CAD-7
  A1 reads card: masked                                  CAD-3
