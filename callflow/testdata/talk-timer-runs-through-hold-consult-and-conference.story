story  One talk timer, whatever becomes of the call
agents A1 A2

anna calls billing
A1 answers
30s pass
A1 holds
  A1 sees anna: Call on Hold
  A1's status shows 0s
  A1's talk shows 30s                                    ANS-4
10s pass
A1 consults A2
  A1 sees anna: Consult Requested                        ANS-4
  A1's talk shows 40s                                    ANS-4
A2 answers
A1 resumes
  A1 sees anna: Connected; A2: Consult on Hold           ANS-4
10s pass
A1 starts a conference
  A1 sees anna: Conference; A2: Conference               ANS-4
  A2 sees A1: Conference                                 ANS-4
  A1's talk shows 50s                                    ANS-4
10s pass
A2 exits the conference
  A1 sees anna: Connected
  A1's talk shows 1m                                     ANS-4
anna hangs up
  A1's talk does not run                                 ANS-4
