story  A call is passed on only to who is Available
list agent A1 Ada
list agent A2 Grace team Billing
list agent A3 Zoe team Billing
list agent S1 Maud supervisor
agents A1 A2 S1
agent A3 Idle lunch
queue billing A1
queue sales A2

anna calls billing
A1 answers
  A1 finds agents to transfer to: A2 Available, S1 Available supervisor TRF-3 TRF-10
  A1 finds agents to transfer to: A2 typing billing      TRF-3
  A1 finds agents to consult: A2, A3, S1                 CON-3
  A1 may not transfer to A3                              TRF-4
bert calls sales
  A1 finds agents to transfer to: S1                     TRF-3
A3 goes Available
  A1 finds agents to transfer to: A3, S1                 TRF-3
A1 transfers to A3
  A3's phone rings                                       TRF-7
