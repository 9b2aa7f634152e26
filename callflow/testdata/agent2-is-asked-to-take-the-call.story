story  Agent 2 is asked whether he takes the call
policy transfer needs acceptance, reason sale
agents A1 A2
queue billing A1

anna calls billing
A1 answers
A1 consults A2
A2 answers
  A2 may not Accept Transfer, Decline Transfer           PAR-10
A1 transfers to A2
  A2 is told Transfer asked                              PAR-10
  A1 sees anna: Call on Hold                             PAR-10
  A2 may Accept Transfer, Decline Transfer               PAR-10
  A1 may not Accept Transfer, Decline Transfer           PAR-10
A2 declines the transfer
  A1 is told Transfer declined: declined                 PAR-10
  talk A1 A2                                             PAR-10
  A1's dialog is closed                                  PAR-10
A1 transfers to A2
A2 accepts the transfer
  talk A2 anna                                           PAR-10
  A1 owes a wrap-up                                      PAR-10
  A2 may End                                             PAR-10
