story  A preview contact that must never be called again is removed
policy remove from campaign, at most 1 calls
agents A1 A2
queue billing A2

campaign spring has gina
campaign spring has hans
the campaign offers gina to A1
  A1 may Remove                                          OUT-3
A1 removes the contact
  gina ended removed                                     OUT-3
  A1 is Available                                        OUT-3
  A1 owes no wrap-up                                     OUT-3
the campaign offers hans to A1
anna calls billing
A2 answers
# no line is left for it
A1 accepts
  refused                                                CBK-7
  A1 sees hans: Ringing                                  CBK-7 OUT-3
anna hangs up
A1 accepts
A1 answers
hans is busy
  A1 is told Not reached: busy                           OUT-3
  A1 owes a wrap-up                                      OUT-3
