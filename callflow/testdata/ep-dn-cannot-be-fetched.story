story  The list of entry points does not know the number any more
list entry point sales consult
list EP-DN +18005550100 for sales
agents A1 A2
queue billing A1

anna calls billing
A1 answers
  A1 may not consult EP-DN +18005550199, consult entry point nowhere CON-22
A1 consults EP-DN +18005550199
  refused                                                CON-22
  A1 is told to turn to the administrator                CON-22
  A1 sees anna: Connected                                CON-22
the lists are refreshed without EP-DN +18005550100
A1 consults EP-DN +18005550100
  refused                                                CON-22
  nobody is on hold                                      CON-22 CON-14
A1 consults entry point nowhere
  refused                                                CON-22
