story  A web callback is cancelled before the customer has answered
policy end call for web callback, reason "wrong number"
agents A1 A2
queue web A1 A2

carl asks web for a web callback
  A1 sees carl: Cancel                                   CBK-1 CBK-3
  A1 may Cancel                                          CBK-4
A1 answers
  A1 sees carl: Cancel                                   CBK-3 CBK-8
A1 cancels
  carl ended cancelled                                   CBK-4
  A1 owes a wrap-up                                      CBK-4 END-7
  A1's dialog is due                                     CBK-4
  A2 sees nothing                                        CBK-4
carl answers
  ignored                                                OP-5
A1 submits "wrong number"
  A1 is Available
  A1 sees nothing                                        CBK-4
dora asks web for a web callback
A1 answers
dora answers
  A1 sees dora: Connected                                CBK-5
  A1 may not Cancel                                      CBK-4 CBK-3
