story  A number that is none: nothing has begun, the call is as it was
agents A1

anna calls billing
A1 answers
A1 consults number 12
  refused                                                DN-1
  A1 sees anna: Connected                                DN-7
  nobody is on hold                                      DN-7
A1 transfers to number ++12015532447
  refused                                                DN-8
  A1's dialog is closed                                  DN-7
  A1 is told nothing                                     DN-7
  talk A1 anna                                           DN-7
A1 holds
A1 consults number 1234567890123456789
  refused                                                DN-1
  A1 sees anna: Call on Hold                             DN-7
# a number of no known format is a number all the same
A1 consults number 911
  A1 sees anna: Consult Requested                        DN-7
