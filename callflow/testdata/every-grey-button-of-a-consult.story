story  Every button that stays grey in a consult, and why
policy recording, privacy shield 30s
agents A1 A2

anna calls billing
A1 answers
# who is only rung for a consult
A1 consults A2
  A2 may not Skip, Remove                                OUT-3
  A2 may not Cancel                                      CBK-3
  A2 may not Hold, Resume, Hold Consult, Resume Consult  HLD-1
  A2 may not Consult                                     CON-1
  A2 may not End Consult                                 PAR-12
  A2 may not Exit Consult                                CON-15
  A2 may not Exit Conference                             CNF-3
  A2 may not Conference                                  CNF-1
  A2 may not Transfer                                    TRF-1
  A2 may not Accept Transfer, Decline Transfer           PAR-10
  A2 may not End                                         END-1
  A2 may not Pause Recording, Resume Recording           REC-5
  A2 may not Mute, Unmute, Send Digits                   OP-7
  A2 may not Edit Variables                              CAD-2
# who has accepted it, and who asked for it
A2 answers
  A1 may not Accept                                      POP-7
  A1 may not Decline                                     ANS-6
  A1 may not Skip, Remove                                OUT-3
  A1 may not Cancel                                      CBK-4
  A1 may not Consult                                     CON-1
  A1 may not Exit Consult, Exit Conference               PAR-9
  A1 may not Accept Transfer, Decline Transfer           PAR-10
  A1 may not End                                         PAR-18
  A1 may not Pause Recording, Resume Recording           REC-5
  A2 may not Accept                                      POP-7
  A2 may not Decline                                     ANS-6
  A2 may not Skip, Remove                                OUT-3
  A2 may not Cancel                                      CBK-4
  A2 may not Hold, Hold Consult, Consult, Conference, Transfer, End, Pause Recording, Resume Recording  PAR-19
  A2 may not Resume, Resume Consult, End Consult         PAR-12
  A2 may not Exit Conference                             CNF-3
  A2 may not Accept Transfer, Decline Transfer           PAR-10
