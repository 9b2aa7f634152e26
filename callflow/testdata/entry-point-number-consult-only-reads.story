story  Consulted through an entry point's number: read only, as of the answer
variable case String editable starts 4711
variable card String secure starts 4111
agents A1 A2

anna calls billing
A1 answers
A1 types 4712 into case
A1 saves
A1 consults EP-DN 4700
A2 answers
  A2 reads case: 4712, saved by A1
  A2 may not type into case                              CON-21
A2 types 5000 into case
  refused                                                CON-21
A2 saves
  refused                                                CON-21
A1 types 4713 into case
A1 saves
  A1 reads case: 4713, saved by A1
  A2 reads case: 4712                                    CON-21
A2 refreshes
  A2 reads case: 4713, saved by A1                       CON-21
the flow sets case to 4714
  A1 reads case: 4714, saved by system
  A2 reads case: 4713                                    CON-21
A2 fetches card
the fetch of card by A2 succeeds
  A2 reads card: 4111, fetched                           CAD-3
