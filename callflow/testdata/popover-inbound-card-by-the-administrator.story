story  What an inbound call's card shows is the administrator's choice
variable case String label Case starts 4711
variable city String starts Lyon
variable plan String starts gold
variable since Integer starts 2019
variable pin String secure starts 9999
variable lang String starts fr
variable vip Boolean starts true
agents A1

anna calls billing
  the card of anna for A1 shows Phone Number: +12015550100, Queue Name: billing, DNIS: +18005550199 POP-10
the administrator changes card inbound shows case, city
  refused                                                POP-10
the administrator changes card inbound shows case, city, plan, since, pin, lang, vip
  refused                                                POP-10
  the card of anna for A1 shows Phone Number, Queue Name, DNIS POP-10
the administrator changes card inbound shows plan, case as Ticket, city, lang, since, vip
  the card of anna for A1 shows plan: gold, Ticket: 4711, city: Lyon, lang: fr, since: 2019, vip: true POP-10
the administrator changes card inbound shows city, pin, plan
  the card of anna for A1 shows city: Lyon, plan: gold   POP-10 POP-18
