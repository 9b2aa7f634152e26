story  A number of an entry point is recognised however it is typed
list entry point sales "Sales line" consult
list entry point night "Night line"
list EP-DN +18005550100 for sales
list EP-DN 18005550177 for night
policy unaccepted transfers return
agents A1 A2
queue billing A1

anna calls billing
A1 answers
  A1 finds EP-DNs: +18005550100 sales, 18005550177 night CON-20
  A1 finds EP-DNs: +18005550100 typing +1 (800) 555-01 00 CON-20 DN-3
  A1 finds EP-DNs: 18005550177 typing Tel 0177           CON-20 DN-3
  A1 finds EP-DNs: nothing typing 999                    CON-20
A1 consults number 1 (800) 555-0100
# it is an EP-DN, so an agent of the centre is rung and may not edit
  A2's phone rings                                       CON-20
  the card of anna for A2 shows Agent DN                 CON-20 POP-13
A1 ends the consult
A1 consults number +1-800-555-0177
  A2's phone rings                                       CON-20
A1 ends the consult
A1 consults number +18005550101
# it is not, and is dialled like any number
  A2's phone does not ring                               CON-20
+18005550101 answers
  A1 sees +18005550101: Consulting                       CON-20
A1 ends the consult
A1 transfers to number 18005550100
# a transfer knows no EP-DN: the number is dialled
  A2's phone does not ring                               CON-20 TRF-10
18005550100 answers
  anna ended handed over                                 TRF-10
