story  The doctor's number is in the book; the plumber's is typed
list book "Doctor House" "+1 (201) 555-0111"
list book "Doctor Who" +442079460018
list book "Flower shop" 030-1234567
agents A1

anna calls billing
A1 answers
  A1 finds numbers: Doctor House +12015550111, Doctor Who +442079460018, Flower shop 0301234567 CON-5
  A1 finds numbers: Doctor House, Doctor Who typing doctor CON-5
  A1 finds numbers: Doctor Who typing who                CON-5
  A1 finds numbers: Doctor House typing 555-01           CON-5
  A1 finds numbers: nothing typing plumber               CON-5
  A1 may not consult number 1-201-555-0100               CON-2
  A1 may not transfer to number +12015550100             TRF-2
A1 consults book Doctor House
  A1 sees anna: Consult Requested
+12015550111 answers
  A1 sees +12015550111: Consulting                       CON-5
A1 ends the consult
A1 consults number 020 7946 0099
02079460099 answers
  A1 sees 02079460099: Consulting                        CON-5
A1 ends the consult
A1 transfers to book Flower shop
0301234567 answers
  anna ended handed over                                 TRF-10
