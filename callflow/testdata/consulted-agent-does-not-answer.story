story  Whoever does not answer a consult is RONA; an outsider is nothing
policy consult within 15s, outsider within 30s
agents A1 A2
agents A3 Idle lunch
queue billing A1

anna calls billing
A1 answers
A1 consults A2
15s pass
  A2 is RONA no answer                                   CON-13
  A2's phone does not ring
  A1 is told Consult failed: no-answer                   CON-14
A2 goes Available
A1 consults A2
A2 declines
  A2 is RONA declined                                    CON-13
  A1 is told Consult failed: declined                    CON-14
A2 goes Available
A1 consults A2
A2's phone fails
  A2 is RONA device failure                              CON-13
  A1 is told Consult failed: device-failure              CON-14
A1 consults A2
  refused                                                AGT-4
# he was at lunch, and is RONA like any other
A1 consults A3
15s pass
  A3 is RONA no answer                                   CON-25
A1 consults number +12015532447
30s pass
  A1 is told Consult failed: no-answer                   CON-13
  A1 sees only anna: Call on Hold                        CON-14
