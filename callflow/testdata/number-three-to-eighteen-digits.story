story  Digits are counted, not characters
agents A1

anna calls billing
A1 answers
A1 consults number 12
  refused                                                DN-1
  A1 sees anna: Connected                                DN-7
  nobody is on hold                                      DN-7
A1 consults number *1#2*
  refused                                                DN-1
A1 consults number 1234567890123456789
  refused                                                DN-1
A1 transfers to number 12
  refused                                                DN-1
  anna goes on                                           DN-7 TRF-10
A1 consults number 911
911 is busy
  A1 is told Consult failed: busy                        DN-1 DN-7
A1 resumes
A1 consults number +123456789012345678
+123456789012345678 is busy
  A1 is told Consult failed: busy                        DN-1
A1 resumes
A1 consults number *#123:456#*
*#123:456#* answers
  A1 sees *#123:456#*: Consulting                        DN-1 DN-2
