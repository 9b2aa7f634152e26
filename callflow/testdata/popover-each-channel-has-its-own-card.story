story  Chats show the topic and a link, calls the case and no Decline
policy softphone
variable topic String label Topic starts invoice
variable case String label "Case number" starts 4711
variable city String starts Lyon
variable plan String starts gold
card chat shows topic, city as Town
card chat links "Customer record" https://crm.example/record
card inbound shows case, city, plan
card inbound without Decline
agents A1

carl chats with support
  the card of carl for A1 shows Topic: invoice, Town: Lyon POP-4
  the card of carl for A1 links Customer record: https://crm.example/record POP-4
  the card of carl for A1 offers Accept, Decline         POP-4
anna calls billing
  the card of anna for A1 shows Case number: 4711, city: Lyon, plan: gold POP-4
  the card of anna for A1 links nothing                  POP-4
  the card of anna for A1 offers Accept                  POP-4
mona mails support
  the card of mona for A1 shows nothing                  POP-4
the administrator changes card email shows topic
  the card of mona for A1 shows Topic: invoice           POP-4
