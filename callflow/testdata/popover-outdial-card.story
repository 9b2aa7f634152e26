story  An agent's own call has a card too, until his phone is answered
variable case String label Case starts 4711
variable city String starts Lyon
variable plan String starts gold
agents A1

A1 dials +12015532447 to reach dora
  the card of dora for A1 shows Phone Number: +12015532447, Queue Name: -, DNIS: - POP-11
the administrator changes card outdial shows case, city
  refused                                                POP-11
the administrator changes card inbound shows case, city, plan
  the card of dora for A1 shows Phone Number, Queue Name, DNIS POP-11
the administrator changes card outdial shows case, plan, city
  the card of dora for A1 shows Case, plan, city         POP-11
