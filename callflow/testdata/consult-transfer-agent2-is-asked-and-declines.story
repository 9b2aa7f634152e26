story  Agent 2 does not want the call: the consult goes on
policy transfer needs acceptance, acceptance within 15s, reason sale
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 transfers to A2
  A2 is told Transfer asked                              PAR-10
  A1's dialog is open                                    TRF-9
  A1 sees anna: Transfer in flight
  talk A1 A2                                             TRF-8
  A1 may not Transfer, Conference, Resume                OP-1
  A1 may not Accept Transfer                             PAR-10
A2 declines the transfer
  A1 is told Transfer declined: declined                 TRF-8
  A1's dialog is closed                                  TRF-9
  A1 sees anna: Call on Hold; A2: Consulting             TRF-8
  talk A1 A2                                             TRF-8
  A2 is Engaged
A1 transfers to A2
15s pass
  A1 is told Transfer declined: no-answer                TRF-8
  anna goes on                                           TRF-8
  A2 is Engaged                                          TRF-8
  talk A1 A2                                             TRF-8
A1 transfers to A2
A2 accepts the transfer
  A2 sees anna: Connected                                TRF-8
  A1 owes a wrap-up                                      TRF-9
