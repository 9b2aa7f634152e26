story  The pane shows the variables as the administrator defined them
variable card String secure label "Card number" order 3
variable branch String label Branch order 2 starts north
variable case String editable label Case order 1 starts 4711
variable seats Integer editable label Seats order 4
variable price Decimal editable label Price order 5
variable member Boolean editable label Member order 6
agents A1

anna calls billing
A1 answers
  the variables of A1 are Case, Branch read-only, Card number secure read-only, Seats, Price, Member  CAD-1 CAD-3
  A1 reads case: 4711                                    CAD-1
  A1 reads branch: north
  A1 reads seats: nothing
A1 types two into seats
  refused                                                CAD-1
  A1 reads seats: nothing
A1 types 2 into seats
  A1 reads seats: 2, unsaved                             CAD-1
A1 types "9,50" into price
  refused                                                CAD-1
A1 types 9.50 into price
A1 types yes into member
  refused                                                CAD-1
A1 types true into member
A1 types south into branch
  refused                                                CAD-2
  A1 may type into case, type into seats
  A1 may not type into branch, type into card            CAD-2
A1 saves
  the flow reads price: 9.50, saved by A1
  the flow reads branch: north
