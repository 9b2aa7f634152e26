story  An outsider is never asked: he has the customer, and our part is over
policy transfer needs acceptance
agents A1

anna calls billing
A1 answers
A1 consults number +12015532447
+12015532447 answers
  A1 sees anna: Call on Hold; +12015532447: Consulting
A1 transfers to number +12015532447
  anna ended handed over: transferred                    TRF-8
  A1 is told wrap-up due                                 TRF-9
  nobody talks
A1 submits
  A1 is Available
# what happens between those two is no business of ours any more
anna hangs up
  ignored                                                OP-5
