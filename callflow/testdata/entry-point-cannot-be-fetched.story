story  The entry point is not in its list, the number is wrong: the consult fails
agents A1
queue billing A1

anna calls billing
A1 answers
A1 consults entry point travel
  A1 sees only anna: Consult Requested
travel cannot be fetched
  A1 is told Consult failed: not-configured              CON-22
  A1 is told to turn to the administrator                CON-22
  A1 sees only anna: Call on Hold                        CON-22
  on hold anna
A1 consults EP-DN +18005550123
+18005550123's number is wrong
  A1 is told Consult failed: invalid-number              CON-22
A1 consults EP-DN +18005550123
+18005550123 cannot be fetched
  A1 is told Consult failed: not-configured              CON-22
A1 consults number +12015532447
+12015532447's number is wrong
  A1 is told Consult failed: invalid-number              CON-22
  A1 may Resume, Consult entry point travel              CON-22
