story  The card number is on no card, whatever the administrator chose
variable number String secure starts 4000123412341234
variable case String starts 4711
variable city String starts Lyon
card inbound shows number, case, city
card outdial shows case, number, city
card consult shows number, case
card EP-DN shows number, case
card preview shows case, number
card chat shows number, case
card email shows number
card social shows case, number
list agent A1 Ada team Billing DN 1001
list entry point sales consult
list EP-DN +18005550100 for sales
policy chats 1, emails 1, conversations 1
agents A1 A2
queue billing A1
queue digital A2

anna calls billing
  the card of anna for A1 shows case, city               POP-18 POP-10
carl chats with digital
  the card of carl for A2 shows case: 4711               POP-18
mona mails digital
  the card of mona for A2 shows nothing                  POP-18
sina messages digital
  the card of sina for A2 shows case                     POP-18
A2 accepts all
A1 answers
A1 consults A2
  the card of anna for A2 shows Agent Name, Agent DN, Agent Team, case POP-18
A1 ends the consult
A1 consults EP-DN +18005550100
  the card of anna for A2 shows Agent DN, case           POP-18
anna hangs up
A1 submits
A1 dials +12015532447 to reach dora
  the card of dora for A1 shows case, city               POP-18 POP-11
A1 cancels
campaign spring has paula
the campaign offers paula to A2
  the card of paula for A2 shows case                    POP-18
