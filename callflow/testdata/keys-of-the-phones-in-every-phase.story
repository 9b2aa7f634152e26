story  The phones' own hold keys, from the ringing to the conference
agents A1 A2

anna calls billing
anna holds on the phone
A1 answers
  A1 sees anna: Connected, held on the phone             HLD-2
anna takes it back on the phone
  A1 sees anna: Connected, not held on the phone         HLD-2
A1 consults A2
A1 holds on the phone
  A1 is told Held on the phone                           HLD-2
A2 answers
  A2 sees A1: Consulting, held on the phone              HLD-2
A1 takes it back on the phone
  A2 sees A1: Consulting, not held on the phone          HLD-2
A2 holds on the phone
  A1 sees A2: Consulting, held on the phone              HLD-2
  A1 may Hold Consult, Conference, Transfer              HLD-2
A2 takes it back on the phone
  A1 sees A2: Consulting, not held on the phone          HLD-2
A1 starts a conference
A1 holds on the phone
  A2 sees A1: Conference, held on the phone              HLD-2
A1 takes it back on the phone
  A2 sees A1: Conference, not held on the phone          HLD-2
A2 holds on the phone
  A1 sees A2: Conference, held on the phone              HLD-2
A2 takes it back on the phone
  A1 sees A2: Conference, not held on the phone          HLD-2
anna holds on the phone
  A1 sees anna: Conference, held on the phone            HLD-2
  talk A1 A2 anna                                        HLD-2
anna takes it back on the phone
  A1 sees anna: Conference, not held on the phone        HLD-2
