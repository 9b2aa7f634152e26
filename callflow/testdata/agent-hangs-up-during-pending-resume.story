story  The agent hangs up before the switch has taken the customer off hold
policy reason sale
agents A1

anna calls billing
A1 answers
A1 holds
the switch never answers the next resume
A1 resumes
  A1 sees anna: Call on Hold, Resume in flight           OP-1
A1 hangs up
  anna ended by the agent                                PAR-17
  A1 is told wrap-up due                                 END-2
  A1's dialog is due                                     END-2
1m pass
  A1 is told nothing                                     OP-4
A1 submits sale
  nobody owes a wrap-up                                  END-7
