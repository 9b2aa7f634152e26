story  Transfer is pressed while the consult still rings: nobody gets the call
agents A1 A2 A3
queue billing A1

anna calls billing
A1 answers
A1 consults A2
  A1 may not Transfer, Transfer to A2, Transfer to A3    CON-11
  A1 may not Conference                                  CON-11
A1 transfers to A2
  refused                                                CON-11
  A1's dialog is closed                                  CON-11
  A2's phone rings
  on hold anna
A1 transfers to A3
  refused                                                CON-11
  A3's phone does not ring                               CON-11
A1 transfers to queue billing
  refused                                                CON-11
A1 starts a conference
  refused                                                CON-11
  A1 sees only anna: Consult Requested                   CON-11
A2 answers
  talk A1 A2
  A1 may Transfer, Conference                            CON-11
A1 transfers
  talk A2 anna
