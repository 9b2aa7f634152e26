story  The consult is over although the switch has not answered the swap yet
agents A1 A2

anna calls billing
A1 answers
A1 consults A2
A2 answers
the switch is slow
A1 holds A2
  A1 sees     A2: Hold Consult in flight                 OP-1
  A1 may not  Conference, Transfer                       OP-1
  A1 may      End Consult                                OP-8
A1 ends the consult
  A2 is       Available                                  OP-8 CON-16
  A2 sees     nothing                                    OP-8
  A1's dialog is for the consult                         CON-16
the switch catches up
  A1 sees     anna: Call on Hold                         CON-16
  on hold     anna                                       CON-16
