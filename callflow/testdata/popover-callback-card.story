story  A callback's card says so, and for how long the agent has had it
policy answer within 60s, outsider within 60s
variable case String starts 4711
agents A1

anna asks billing for a callback
  the card of anna for A1 shows Phone Number: +12015550100, Queue Name: billing, DNIS: +18005550199 POP-14
  the card of anna for A1 is marked Callback, icon: callback, number: +12015550100, DNIS: +18005550199, queue: billing POP-17
  the card of anna for A1 counts 0s                      POP-17
the administrator changes card callback shows case
  refused                                                POP-14
25s pass
  the card of anna for A1 counts 25s                     POP-17
A1 answers
10s pass
# the card stays until the customer answers
  the card of anna for A1 counts 35s                     POP-17 CBK-8
anna answers
  A1 has no card of anna                                 CBK-5 CBK-8
  A1's talk shows 0s                                     ANS-4
bert asks billing for a web callback
  bert waits for billing                                 ANS-3
anna hangs up
A1 submits
  the card of bert for A1 is marked Callback, icon, number, DNIS, queue POP-17
  the card of bert for A1 shows Phone Number, Queue Name, DNIS POP-14
  the card of bert for A1 counts 0s                      POP-17
