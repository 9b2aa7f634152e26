story  Hanging up while a web callback is dialled is a Cancel, where there is one
policy end call for web callback
agents A1 A2

carl asks web for a web callback
A1 answers
A1 hangs up
  carl ended cancelled                                   CBK-8 CBK-4
  A1 owes a wrap-up                                      CBK-8 CBK-4
  A1 is Wrap Up                                          CBK-8
  A2 sees nothing                                        CBK-8
A1 submits
  A1 is Available                                        CBK-8
# not so while his own phone still rings: that is not answering
dora asks web for a web callback
A1 hangs up
  A1 is RONA declined                                    CBK-8 ANS-6
  dora goes on                                           CBK-8
  A2 sees dora: Cancel                                   CBK-3
