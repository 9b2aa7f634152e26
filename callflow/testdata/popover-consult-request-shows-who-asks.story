story  A consulted colleague sees who asks before he sees what it is about
variable case String label Case starts 4711
variable city String starts Lyon
variable plan String starts gold
variable since Integer starts 2019
variable lang String starts fr
variable vip Boolean starts true
variable last String starts none
card consult shows case, city, plan, since, lang, vip
list agent A1 "Ada Lovelace" team Billing DN 1001
list agent A2 "Grace Hopper" DN 1002
agents A1 A2
queue billing A1
queue sales A2

anna calls billing
A1 answers
A1 consults A2
  the card of anna for A2 shows Agent Name: Ada Lovelace, Agent DN: 1001, Agent Team: Billing, Case: 4711, city: Lyon, plan: gold, since: 2019, lang: fr, vip: true POP-12 CON-9
  A1's popover is empty                                  POP-12
the administrator changes card consult shows case, city, plan, since, lang, vip, last
  refused                                                POP-12
A2 answers
A1 ends the call
  refused                                                PAR-18
A2 exits the consult
bert calls sales
A2 answers
A1 ends the call
A1 submits
A2 consults A1
# she has no team: the line is there all the same
  the card of bert for A1 shows Agent Name: Grace Hopper, Agent DN: 1002, Agent Team: -, Case, city, plan, since, lang, vip POP-12 CON-9
