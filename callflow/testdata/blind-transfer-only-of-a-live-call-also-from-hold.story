story  Only a live call is transferred, and one on hold is live
policy chats 1
agents A1 A2
queue web A2

anna calls billing
  A1 may not Transfer                                    TRF-1
A1 answers
  A1 may Transfer                                        TRF-1
A1 holds
  A1 sees anna: Call on Hold                             HLD-3
  A1 may not End                                         HLD-3
  A1 may Transfer, transfer to A2                        TRF-1
A1 transfers to A2
  A2 sees anna: Ringing
A2 answers
  talk A2 anna
  nobody is on hold
carl chats with web
A2 accepts
  A2 may not transfer to queue sales for carl            TRF-1
anna hangs up
  A2 may not Transfer for anna                           OP-3
