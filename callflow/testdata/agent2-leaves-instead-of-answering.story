story  Agent 2 is asked to take the call, and hangs up instead
policy transfer needs acceptance, reason sale
agents A1 A2 A3

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 transfers to A2
A2 hangs up
  A1 is told Consult left: hung-up                       CON-15
  A1 is told Operation failed Transfer: hung-up          TRF-8
  A1's dialog is closed                                  TRF-9
  A1 sees anna: Connected                                TRF-8 CON-15
  talk A1 anna
  A2 is Available                                        OP-9
A1 consults A3
A3 answers
A1 transfers to A3
A3 exits the consult
  A1's dialog is closed                                  TRF-9
  A1 may Hold, Consult, Transfer, End                    TRF-8
  talk A1 anna                                           TRF-8
  A3 owes no wrap-up
