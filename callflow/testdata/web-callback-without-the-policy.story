story  Without End Call for web callback a web callback has no Cancel either
agents A1 A2

carl asks web for a web callback
  A1 sees carl: Ringing                                  CBK-2 CBK-3
  A1 may not Cancel                                      CBK-3
A1 answers
  A1 may not Cancel                                      CBK-3
A1 hangs up
  carl goes on                                           CBK-8
  A1 is RONA declined                                    CBK-8
  A1 owes no wrap-up                                     CBK-8
  A2 sees carl: Ringing                                  CBK-8
