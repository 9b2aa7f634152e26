story  What cannot be read cannot be copied
variable card String secure starts 4111
variable case String editable starts 4711
variable branch String starts north
agents A1 A2

anna calls billing
A1 answers
  A1 may copy case, copy branch                          CAD-10
  A1 may not copy card                                   CAD-10
A1 fetches card
  A1 may not copy card                                   CAD-10
the fetch of card by A1 fails
  A1 may not copy card                                   CAD-10
A1 fetches card
the fetch of card by A1 succeeds
  A1 may copy card                                       CAD-10
A1 consults A2
A2 answers
  A2 may copy case                                       CAD-10
  A2 may not copy card                                   CAD-10
the flow sets card to 5500
  A1 may not copy card                                   CAD-10
