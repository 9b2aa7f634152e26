story  Where no wrap-up is required, the next call comes at once
policy no wrap-up
agents A1 A2
queue billing A1

anna calls billing
A1 answers
ben calls billing
  ben waits for billing
A1 consults A2
A2 answers
A1 ends the consult
  A1's dialog is closed                                  END-7
A1 resumes
A1 ends the call
  A1's dialog is closed                                  END-7
  A1 owes no wrap-up                                     END-7
  A1 sees ben: Ringing                                   END-7
A1 answers
A1 goes Idle lunch
ben hangs up
  A1 is Idle lunch                                       END-7 END-4
  nobody owes a wrap-up                                  END-7
