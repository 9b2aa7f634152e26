story  A colleague, queue, entry point, number or expert, but not oneself
agents A1 A2
queue billing A1

anna calls billing
A1 answers
  A1 may Consult A2                                      CON-2
  A1 may Consult queue support, Consult entry point travel CON-2
  A1 may Consult number +12015532447, Consult expert dr-grey CON-2
A1 consults A1
  refused                                                CON-2
  A1 sees only anna: Connected                           CON-2
A1 consults expert dr-grey
dr-grey answers
  talk A1 dr-grey                                        CON-2
A1 ends the consult
A1 consults number +12015532447
+12015532447 answers
  talk A1 +12015532447                                   CON-2
A1 ends the consult
A1 consults A2
A2 answers
  talk A1 A2                                             CON-2
