story  A card number is masked until it is fetched, by each for himself
variable card String secure editable label "Card number" starts 4111
variable case String editable starts 4711
agents A1 A2

anna calls billing
A1 answers
  the variables of A1 are Card number secure, case       CAD-3
  A1 reads card: masked, secure                          CAD-3
  A1 reads case: 4711, not secure                        CAD-3
A1 fetches card
  A1 reads card: masked, fetching                        CAD-3
the fetch of card by A1 fails
  A1 reads card: masked, fetch failed                    CAD-3
A1 fetches card
the fetch of card by A1 succeeds
  A1 reads card: 4111, fetched, secure                   CAD-3
A1 consults A2
A2 answers
  A2 reads card: masked, not fetched                     CAD-3
A2 fetches card
the fetch of card by A2 succeeds
  A2 reads card: 4111, fetched                           CAD-3
A1 types 5500 into card
A1 saves
  A2 reads card: masked                                  CAD-3
  A1 reads card: masked                                  CAD-3
