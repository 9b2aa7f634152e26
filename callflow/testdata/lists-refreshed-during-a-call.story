story  A new queue opens while the customer waits on the line
list queue support consult
list expert grace Grace Hopper Engineer Research +12015550122
list entry point sales consult
list EP-DN +18005550100 for sales
list book Doctor +12015550111
agents A1 A2
queue billing A1

anna calls billing
A1 answers
5m pass
  A1 finds queues to consult: support                    CON-7
  the lists are 5m old                                   CON-7
  A1 may not consult queue night                         CON-4
the lists are refreshed with queue night consult
  A1 finds queues to consult: support, night             CON-7
  A1 may consult queue night                             CON-7
  the lists are 0s old                                   CON-7
the lists are refreshed without queue support
  A1 finds queues to consult: night                      CON-7
  A1 may not consult queue support                       CON-4 CON-7
the lists are refreshed without expert grace
  A1 finds experts: nothing                              CON-7
the lists are refreshed with book "Night watch" 1234
  A1 finds numbers: Doctor, Night watch                  CON-7
the lists are refreshed without EP-DN +18005550100
  A1 finds EP-DNs: nothing                               CON-7
1m passes
the lists are refreshed
  the lists are 0s old                                   CON-7
  A1 finds queues to consult: night                      CON-7
