story  Everybody is busy, so bert asks to be called back instead of waiting
policy outsider within 30s
agents A1
queue billing A1

anna calls billing
A1 answers
bert asks billing for a callback
  bert waits for billing                                 CBK-1 CBK-2
anna hangs up
A1 submits
  A1 sees bert: Ringing                                  CBK-2
  A1 may not Cancel                                      CBK-3
A1 answers
# his phone was first; now the customer is dialled
  the card of bert for A1 reads Ringing                  CBK-8
  nobody talks                                           CBK-1 CBK-8
  A1 may not Hold, Consult, End
bert answers
  A1 has no card of bert                                 CBK-5 CBK-8
  A1 sees bert: Connected                                CBK-5
  talk A1 bert                                           CBK-5
  A1 may Hold, Consult, End                              CBK-5
  A1's talk shows 0s                                     ANS-4
A1 ends the call
  A1 owes a wrap-up                                      END-7
