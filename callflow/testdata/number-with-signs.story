story  Plus, hash, star and colon are dialled; no other sign is
agents A1

anna calls billing
A1 answers
A1 consults number *#:+12015532447
*#:+12015532447 answers
  A1 sees *#:+12015532447: Consulting                    DN-2 DN-8
A1 ends the consult
A1 consults number *72=201~553$2447
*722015532447 answers
  A1 sees *722015532447: Consulting                      DN-2 DN-3
A1 ends the consult
A1 resumes
A1 consults number ++12015532447
  refused                                                DN-8
A1 consults number 1201+5532447
  refused                                                DN-8
A1 consults number 201#+5532447
  refused                                                DN-8
A1 consults number 201*******************************5532447
  refused                                                DN-8
  A1 sees anna: Connected                                DN-7 DN-8
  nobody is on hold                                      DN-7
A1 consults number 201******************************5532447
  A1 sees anna: Consult Requested                        DN-8
