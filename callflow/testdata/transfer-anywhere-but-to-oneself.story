story  Where a call can go: a colleague, a queue, an entry point, a number, an expert
agents A1 A2
queue sales A2

anna calls billing
A1 answers
  A1 may transfer to A2, transfer to queue sales         TRF-2 TRF-7
  A1 may transfer to entry point vip                     TRF-2
  A1 may transfer to number +12015532447                 TRF-2
  A1 may transfer to expert lena                         TRF-2
  A1 may not transfer to A1                              TRF-2
A1 transfers to A1
  refused                                                TRF-2
  A1 sees anna: Connected                                TRF-2
  A1's dialog is closed
A1 transfers to expert lena
  A1 is told wrap-up due                                 TRF-7
lena answers
  anna ended handed over                                 TRF-2
  A1 is told nothing
