story  The customer hangs up while his agent asks for advice
agents A1 A2
queue billing A1

anna calls billing
A1 answers
A1 consults A2
anna hangs up
  anna ended by the customer                             PAR-1 PAR-16
  A1 owes a wrap-up                                      PAR-16
  A2's phone does not ring                               PAR-16
  A2 is Available                                        PAR-16
  A2 owes no wrap-up                                     PAR-16
A1 submits

ben calls billing
A1 answers
A1 consults A2
A2 answers
# from hold, too
  on hold ben
ben hangs up
  ben ended by the customer                              PAR-1 PAR-16
  nobody talks                                           PAR-16
  A1 owes a wrap-up                                      PAR-16
  A2 sees nothing                                        PAR-16
  A2 is Available                                        PAR-16
  A2 owes no wrap-up                                     PAR-16 PAR-13
