story  Consulted through an entry point's number, he takes the call over
variable case String editable starts 4711
variable note String editable
agents A1 A2

anna calls billing
A1 answers
A1 consults EP-DN 4700
A2 answers
A1 types 4712 into case
A1 saves
A1 starts a conference
  A2 reads case: 4711                                    CON-21
  A2 may not type into case                              CON-21
A1 transfers
  A2 reads case: 4712, saved by A1                       CON-21
  A2 may type into case                                  CON-21
A2 types "call again" into note
A2 saves
  the flow reads note: "call again", saved by A2         CON-21
A1 types urgent into note
A1 saves
  A2 reads note: urgent, saved by A1                     CON-21
