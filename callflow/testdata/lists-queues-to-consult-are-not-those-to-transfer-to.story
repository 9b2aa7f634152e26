story  Support helps but takes no calls over; the archive takes them and does not help
list queue support "Technical support" consult
list queue archive Archive transfer
list queue desk "Front desk" consult transfer
list queue closed "Closed for good"
list entry point sales Sales consult
list entry point orders "Order line" transfer
agents A1 A2
queue billing A1

anna calls billing
A1 answers
  A1 finds queues to consult: support, desk              CON-4
  A1 finds queues to transfer to: archive, desk          TRF-10
  A1 finds queues to consult: support typing tech SUPP   CON-4
  A1 finds queues to consult: nothing typing archive     CON-4
  A1 finds entry points to consult: sales                CON-4
  A1 finds entry points to transfer to: orders           TRF-10
  A1 finds entry points to transfer to: orders typing line TRF-10
  A1 may consult queue support, consult queue desk, consult entry point sales CON-4
  A1 may transfer to queue archive, transfer to entry point orders TRF-10
  A1 may not consult queue archive, consult queue closed, consult entry point orders CON-4
  A1 may not transfer to queue support, transfer to entry point sales TRF-10
A1 consults queue archive
  refused                                                CON-4
  A1 sees anna: Connected                                CON-4
A1 transfers to queue support
  refused                                                TRF-10
A1 consults queue support
  A1 sees anna: Consult Requested                        CON-8
A2 answers
  A1 sees A2: Consulting                                 CON-4 CON-24
