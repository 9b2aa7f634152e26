story  An outsider accepts by answering and exits by hanging up
agents A1
queue billing A1

anna calls billing
A1 answers
A1 consults number +12015532447
  A1 sees only anna: Consult Requested                   CON-26
+12015532447 answers
  A1 sees only anna: Call on Hold; +12015532447: Consulting CON-26 CON-10
  talk A1 +12015532447                                   CON-26
A1 resumes
  on hold +12015532447                                   CON-17
  talk A1 anna                                           CON-17
+12015532447 hangs up
  A1 is told Consult left: hung-up                       CON-26
  talk A1 anna                                           CON-26
  A1 sees only anna: Connected                           CON-26
A1 consults number +12015532447
+12015532447 is busy
  A1 is told Consult failed: busy                        CON-13
  A1 sees only anna: Call on Hold                        CON-13
