story  Only a web callback has Cancel, and only by policy
policy end call for web callback
agents A1 A2
queue web A2

bert asks billing for a callback
  A1 sees bert: Ringing                                  CBK-3
  A1 may not Cancel                                      CBK-3
A1 cancels
  refused                                                CBK-3
A1 answers
  A1 sees bert: Ringing                                  CBK-3
  A1 may not Cancel                                      CBK-3
carl asks web for a web callback
  A2 sees carl: Cancel                                   CBK-3
