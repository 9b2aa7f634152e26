story  A consulted queue tries one after the other, until it gives up
policy consult within 15s
agents A1
agents A2 A3 A4 Idle meeting
queue billing A1 A4
queue support A2 A3

anna calls billing
A1 answers
A4 goes Available
A1 consults queue support
  A1 sees only anna: Consult Requested
# "your call is important to us" is no acceptance
support answers
  ignored                                                CON-24 OP-5
  A1 sees only anna: Consult Requested                   CON-24
A2 goes Available
  A2 sees A1: Ringing
A3 goes Available
15s pass
  A2 is RONA no answer                                   CON-24
  A1 is told nothing                                     CON-24
  A3 sees A1: Ringing                                    CON-24
  A4 sees nothing                                        CON-24
  A1 sees only anna: Consult Requested                   CON-24
A3 declines
  A3 is RONA declined                                    CON-24
  A1 sees only anna: Consult Requested                   CON-24
  A4 sees nothing                                        CON-24
the queue gives up on anna
  A1 is told Consult failed: no-answer                   CON-24
  A1 sees only anna: Call on Hold                        CON-24
A3 goes Available
A1 consults queue support
A3 answers
  talk A1 A3                                             CON-24
