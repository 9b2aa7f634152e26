story  A switch that repeats itself, and phones that speak too late
agents A1 A2

the switch says everything twice
anna calls billing
  ignored                                                OP-5
A1 answers
A1 answers
  ignored                                                OP-5
  A1's talk shows 0s
A1 consults A2
  ignored                                                OP-5
  A1 sees anna: Consult Requested                        OP-5
A2 answers
A2 exits the consult
  talk A1 anna                                           OP-5
A2 hangs up
  ignored                                                OP-5
  A1 is told nothing                                     OP-5
  talk A1 anna                                           OP-5
A1 transfers to A2
  A2 sees anna: Ringing                                  OP-5
anna hangs up
  A1 owes a wrap-up
A2 answers
  ignored                                                OP-5
  anna ended by the customer                             OP-5
  A2 is Available                                        OP-5
