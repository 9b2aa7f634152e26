story  A blind transfer needs a colleague who is Available and free at that moment
agents A1 A2 A3
agent A4 Idle lunch
queue billing A1
queue sales A2
queue support A3

anna calls billing
bert calls sales
carl calls support
A1 answers
A3 answers
carl hangs up
  A3 is Wrap Up
  A1 may not transfer to A3                              TRF-4
  A1 may not transfer to A4                              TRF-4
A1 transfers to A2
  refused                                                TRF-4
  A1 sees anna: Connected                                TRF-4
A2 answers
  A1 may not transfer to A2                              TRF-4
bert hangs up
A2 submits
# he was busy when he was picked, and is free when the transfer is asked for
A1 transfers to A2
  A2 sees anna: Ringing                                  TRF-4 CON-7
