story  The recorder will not start, and the call goes on into a conference
policy recording, operation within 5s
agents A1 A2

the switch refuses the next recording 2s late
anna calls billing
A1 answers
A1 consults A2
2s pass
  A1 is told Recording not started: refused              REC-1
  A1 sees anna: Consult Requested, not recording         REC-6
the switch refuses the next recording 1s late
3s pass
A2 answers
1s passes
  A1 is told Recording not started: refused              REC-1
the switch refuses the next recording 1s late
4s pass
A1 starts a conference
1s passes
  A1 is told Recording not started: refused              REC-1
4s pass
  A1 sees anna: Conference, recording                    REC-1 REC-6
