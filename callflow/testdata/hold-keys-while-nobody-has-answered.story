story  Hold keys pressed and released while phones are dialled, and forgotten
agents A1 A2

the switch is slow
anna calls billing
  A1 sees anna: Connecting                               POP-2
anna holds on the phone
A1 holds on the phone
anna takes it back on the phone
A1 takes it back on the phone
the switch does what waits
A1 answers
  A1 sees anna: Connected, not held on the phone         HLD-2
the switch catches up
A1 consults A2
A2 answers
  A2 sees A1: Consulting, not held on the phone          HLD-2
A1 ends the consult
the switch answers the next transfer 2s late
A1 transfers to A2
A2's phone begins to ring
A2 holds on the phone
A2 takes it back on the phone
2s pass
A2 answers
A1 submits
A2 consults A1
A1 answers
  A1 sees A2: Consulting, not held on the phone          HLD-2
anna hangs up
A2 submits
bert asks billing for a callback
A1 answers
bert holds on the phone
bert takes it back on the phone
bert answers
  A1 sees bert: Connected, not held on the phone         HLD-2
