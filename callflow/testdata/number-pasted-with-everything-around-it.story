story  A number is pasted from a mail, with brackets, blanks and a word
agents A1

anna calls billing
A1 answers
A1 consults number "Phone +1 (201) 553-2447 (home)"
+12015532447 answers
  A1 sees +12015532447: Consulting                       DN-3
A1 ends the consult
A1 consults number "+1.201.FLOWERS.553.2447"
# letters are no keys: they are removed
+12015532447 answers
  A1 sees +12015532447: Consulting                       DN-3
A1 ends the consult
A1 consults number ＋１２０１５５３２４４７
+12015532447 answers
  A1 sees +12015532447: Consulting                       DN-3
A1 ends the consult
A1 consults number ٢٠١٥٥٣٢٤٤٧
2015532447 answers
  A1 sees 2015532447: Consulting                         DN-3
A1 ends the consult
A1 consults number "none of it"
  refused                                                DN-1
  A1 sees anna: Call on Hold                             DN-3 DN-7
A1 resumes
A1 transfers to number "201 / 553 - 2447"
2015532447 answers
  anna ended handed over                                 DN-3 TRF-10
