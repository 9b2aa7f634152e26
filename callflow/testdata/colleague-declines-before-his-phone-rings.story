story  Who does not want the call need not wait until his phone rings
agents A1 A2
queue billing A1 A2

the switch is slow
anna calls billing
  A1 sees anna: Connecting                               POP-2
  A1 may not Accept                                      POP-3
A1 declines
  A1 is RONA declined                                    ANS-6
  A2 sees anna: Connecting
A2 hangs up
  A2 is RONA declined                                    ANS-6
  anna waits for billing                                 ANS-6
