story  Four ways to write a number, and each is dialled as it is written
agents A1

anna calls billing
A1 answers
# her own number
  A1 may not consult number 1 (201) 555-0100             CON-2
  A1 may not transfer to number +12015550100             TRF-2
A1 consults number +12015532447
+12015532447 answers
  A1 sees +12015532447: Consulting                       DN-7
  +12015532447 dialled from US is US                     DN-4
  +11234567890 dialled from US is E164                   DN-4 DN-5
  +442079460018 dialled from US is E164                  DN-5
A1 ends the consult
A1 consults number 01161123456789
01161123456789 answers
  A1 sees 01161123456789: Consulting                     DN-7
  01161123456789 dialled from US is IDD                  DN-6
  01161123456789 dialled from GB is Other                DN-6
  0061123456789 dialled from GB is IDD                   DN-6
A1 ends the consult
A1 consults number *123#
*123# answers
  A1 sees *123#: Consulting                              DN-7
  *123# dialled from US is Other                         DN-7
  911 dialled from US is Other                           DN-7
  123456789012345678 dialled from US is Other            DN-7
