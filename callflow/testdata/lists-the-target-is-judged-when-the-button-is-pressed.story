story  She was free when he picked her, and is not when he presses
list agent A1 Ada
list agent A2 Grace
list queue support consult transfer
agents A1 A2
queue billing A1
queue sales A2

anna calls billing
A1 answers
  A1 finds agents to consult: A2 Available               CON-7
  A1 finds agents to transfer to: A2                     CON-7
bert calls sales
A1 consults A2
  refused                                                CON-3
  A1 sees anna: Connected                                CON-7
A1 transfers to A2
  refused                                                TRF-4
  anna goes on                                           CON-7
bert hangs up
A1 consults A2
  A1 sees anna: Consult Requested                        CON-7
A1 ends the consult
  A1 finds queues to consult: support
the lists are refreshed without queue support
A1 consults queue support
  refused                                                CON-4
  A1 is Engaged
