story  The phone's own hold key: the desktop says so, and works on
agents A1 A2

anna calls billing
A1 answers
anna holds on the phone
  A1 is told Held on the phone                           HLD-2
  A1 sees anna: Connected, held on the phone             HLD-2
  A1 may Hold, Consult, Transfer, End                    HLD-2
  A1 may not Resume                                      HLD-4
  nobody is on hold                                      HLD-2
A1 holds
  A1 sees anna: Call on Hold, held on the phone          HLD-2
A1 resumes
  A1 sees anna: Connected, held on the phone             HLD-2
anna takes it back on the phone
  A1 is told Retrieved on the phone                      HLD-2
  A1 sees anna: Connected, not held on the phone         HLD-2
A1 consults A2
A2 answers
A2 holds on the phone
  A1 is told Held on the phone                           HLD-2
  A1 sees A2: Consulting, held on the phone              HLD-2
  on hold anna                                           HLD-6
  A1 may Hold Consult, Transfer, Conference              HLD-6
A2 exits the consult
A1 consults A2
A2 answers
  A1 sees A2: Consulting, not held on the phone          HLD-2
