story  The compiler engineer is found by what she is, not by half her number
list expert grace Grace Hopper "Compiler Engineer" Research +12015550122 present Away
list expert alan Alan Turing Logician Research +442079460018 +12015550199 present Busy
list expert ada Ada Lovelace Analyst Engines
agents A1

anna calls billing
A1 answers
  A1 finds experts: grace Away, alan Busy                CON-6
  A1 finds experts: grace typing grace                   CON-6
  A1 finds experts: grace typing engineer                CON-6
  A1 finds experts: grace, alan typing research          CON-6
  A1 finds experts: alan typing +1 201 555 0199          CON-6
  A1 finds experts: nothing typing 5550199               CON-6
  A1 finds experts: nothing typing hopper                CON-6
# the analyst has no business phone
  A1 finds experts: nothing typing ada                   CON-6
  A1 may not consult expert ada, transfer to expert ada  CON-6
10m pass
  the presence of grace is 10m old                       CON-6
A1 consults expert grace
grace answers
  A1 sees grace: Consulting                              CON-6
A1 ends the consult
the lists are refreshed with expert grace Grace Hopper "Compiler Engineer" Research +12015550122 present Available
  A1 finds experts: grace Available, alan Busy           CON-6 CON-7
  the presence of grace is 0s old                        CON-6
A1 transfers to expert alan
alan answers
  anna ended handed over                                 TRF-10 CON-6
