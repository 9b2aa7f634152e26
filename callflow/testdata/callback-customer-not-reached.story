story  The customer who asked for a callback is busy: somebody else tries later
policy outsider within 30s
agents A1
agents A2 A3 Idle lunch
queue billing A1 A2

bert asks billing for a callback
A1 answers
A1 goes Idle
bert is busy
  A1 is told Not reached: busy                           CBK-6
  bert waits for billing                                 CBK-6
  A1 is Idle                                             CBK-6 AGT-3
  A1 owes no wrap-up                                     CBK-6
A2 goes Available
A2 answers
30s pass
  A2 is told Not reached: no-answer                      CBK-6
  A2 owes no wrap-up                                     CBK-6
# he is Available again, so that it is offered to him once more
  A2 sees bert: Ringing                                  CBK-6 CBK-2
A2 answers
bert cannot be reached
  A2 is told Not reached: unreachable                    CBK-6
A2 answers
bert hangs up
  A2 is told Not reached: declined                       CBK-6
A2 answers
bert answers
  talk A2 bert                                           CBK-5
