story  The agent hangs up before Agent 2 has said whether he takes the call
policy transfer needs acceptance, acceptance within 20s
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 transfers to A2
A1 hangs up
  A1 owes a wrap-up                                      PAR-17
20s pass
  anna goes on                                           PAR-17
  A2 sees anna: Connected                                PAR-17
  talk A2 anna                                           PAR-17
A2 ends the call
  A2 owes a wrap-up                                      PAR-17
