story  Whichever way a call ends, the wrap-up dialog opens
policy reason sale, end call for web callback
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
A1 ends the consult
  A1's dialog is for the consult                         END-2
  A1 owes no wrap-up                                     END-7
A1 closes the dialog
the switch answers the next transfer 2s late
A1 transfers to A2
  A1's dialog is open                                    END-2
A1 submits sale
  A1 is Engaged
2s pass
  A1 is Available                                        END-4
A2 answers
anna hangs up
  A2's dialog is due                                     END-2
A2 submits sale
ben calls billing
A1 answers
A1 hangs up
  ben ended by the agent
  A1's dialog is due                                     END-2
carl asks support for a web callback
A2 answers
A2 cancels
  A2's dialog is due                                     END-2
A1 submits sale
A1 dials +12015550123 to reach dana
A1 answers
A1 cancels
  A1's dialog is due                                     END-2
