story  The number was listed, and the switch knows better
list entry point sales consult
list EP-DN +18005550100 for sales
agents A1 A2
queue billing A1

anna calls billing
A1 answers
the switch refuses the next consult as not-configured
A1 consults EP-DN +18005550100
  A1 is told Consult failed: not-configured              CON-22
  A1 is told to turn to the administrator                CON-22
  A1 sees anna: Connected                                CON-22 CON-14
the switch refuses the next consult as invalid-number
A1 consults EP-DN +18005550100
  A1 is told Consult failed: invalid-number              CON-22
  A1 is told to turn to the administrator                CON-22
  A1 sees anna: Connected                                CON-14
A1 consults number +12015532447
+12015532447's number is wrong
  A1 is told Consult failed: invalid-number              CON-22
  on hold anna                                           CON-14
  A1 may Resume, Consult                                 CON-14
