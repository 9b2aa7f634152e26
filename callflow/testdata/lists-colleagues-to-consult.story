story  Whom the agent can ask: who is Available or Idle and has a hand free
policy answer within 20s
list agent A1 "Ada Lovelace" team Billing DN 1001
list agent A2 "Grace Hopper" team Billing DN 1002
list agent A3 "Zoë Ölmann" team Sales DN 1003
list agent S1 "Maud Long" team Sales DN 2001 supervisor
list agent A5 "Karl Engel" team Sales
list agent A6 "Away Today" team Sales
agents A1 A2 A5
agent A3 Idle lunch
agent S1 Idle meeting
queue billing A1
queue sales A5

anna calls billing
A1 answers
  A1 finds agents to consult: A2 Available, A3 Idle lunch, S1 Idle meeting supervisor, A5 Available CON-3
  A1 finds agents to consult: A3, S1, A5 typing sales    CON-3
  A1 finds agents to consult: A3 typing zoe OLMANN       CON-3
  A1 finds agents to consult: S1 typing 2001             CON-3
  A1 finds agents to consult: nothing typing Ada         CON-2 CON-3
# who has not signed in cannot be consulted
  A1 finds agents to consult: nothing typing away        CON-3
  A1 may not consult A6                                  CON-3
bert calls sales
  A1 finds agents to consult: A2, A3, S1                 CON-3
A5 answers
  A1 finds agents to consult: A2, A3, S1                 CON-3
  A1 may not consult A5                                  CON-3
bert hangs up
  A1 finds agents to consult: A2, A3, S1                 CON-3
A5 submits
  A1 finds agents to consult: A2, A3, S1, A5             CON-3
A1 consults A3
  A3 is Reserved
  A1 finds agents to consult: A2, S1, A5                 CON-2 CON-3
