story  After the wrap-up everybody is back where he came from
policy reason sale
agents A1
agents A2 Idle lunch

anna calls billing
A1 answers
A1 consults A2
  A2 may not sign out                                    POP-5
A2 answers
A1 transfers
A1 submits sale
  A1 is Available                                        END-4
anna hangs up
  A2 is Wrap Up
A2 submits sale
  A2 is Idle lunch                                       END-4
ben calls billing
A1 answers
A1 goes Idle training
  A1 is Engaged                                          AGT-3
ben hangs up
A1 submits sale
  A1 is Idle training                                    END-4 AGT-3
A1 goes Available
carl calls billing
A1 answers
A2 goes Available
carl hangs up
A1 goes Idle meeting
A1 goes Available
A1 submits sale
  A1 is Available                                        END-4
