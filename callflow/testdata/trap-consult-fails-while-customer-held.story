story  The consult fails, and the customer who was held stays held
policy consult within 15s
agents A1 A2
queue billing A1

anna calls billing
A1 answers
A1 holds
A1 consults A2
15s pass
  A1 is told Consult failed: no-answer                   CON-14
  A1 sees only anna: Call on Hold                        CON-14
  on hold anna                                           CON-14
  nobody talks                                           CON-14
  A1 may Resume, Transfer, Consult queue billing         CON-14
  A1 may not Conference, Hold, End                       CNF-1 HLD-3
A2 goes Available
# the switch would not even ring him: held as before, too
the switch refuses the next consult
A1 consults A2
  A1 is told Consult failed: refused                     CON-14
  on hold anna                                           CON-14
  A2 is Available                                        CON-14
# had he been resumed meanwhile, he would stay so
A1 consults A2
A1 resumes
A2 declines
  A1 sees only anna: Connected                           CON-14
  talk A1 anna                                           CON-14
