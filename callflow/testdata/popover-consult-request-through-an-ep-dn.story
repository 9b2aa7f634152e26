story  Who is consulted through a number sees only the number of who asks
variable case String label Case starts 4711
variable city String starts Lyon
variable plan String starts gold
variable since Integer starts 2019
variable lang String starts fr
variable vip Boolean starts true
variable last String starts none
card consult shows case
card EP-DN shows case, city, plan, since, lang, vip
list agent A1 "Ada Lovelace" team Billing DN 1001
list entry point sales consult
list EP-DN +18005550100 for sales
agents A1 A2
queue billing A1

anna calls billing
A1 answers
A1 consults EP-DN +18005550100
  the card of anna for A2 shows Agent DN: 1001, Case: 4711, city: Lyon, plan: gold, since: 2019, lang: fr, vip: true POP-13 CON-9
the administrator changes card EP-DN shows case, city, plan, since, lang, vip, last
  refused                                                POP-13
A1 ends the consult
  A2 has no card of anna                                 CON-23
A1 consults entry point sales
# an entry point picked by its name is an ordinary consult
  the card of anna for A2 shows Agent Name, Agent DN, Agent Team, Case POP-12 POP-13 CON-9
