story  A call sent to an entry point is not offered back to who sent it
agents A1 A2
agent A3 Idle lunch

anna calls billing
A1 answers
bert calls sales
A2 answers
A1 transfers to entry point vip
  anna waits for vip                                     TRF-6
A1 submits
  A1 is Available                                        TRF-6
  A1 sees nothing                                        TRF-6
the router offers anna to A1
  refused                                                OP-6
bert hangs up
A2 submits
  A2 sees anna: Ringing
# ringing is not yet accepting: A1 stays barred
A2 declines
  A2 is RONA declined
  A1 sees nothing                                        TRF-6
A3 goes Available
A3 answers
  talk A3 anna
# another agent has accepted, so A1 may have it again
A3 transfers to queue billing
  A1 sees anna: Ringing                                  TRF-6
