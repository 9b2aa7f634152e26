story  At the limit of concurrent calls nobody new is rung
policy at most 2 calls, remove from campaign
agents A1 A2
agent A3 Idle lunch
queue billing A1
queue sales A2

anna calls billing
bert calls sales
A1 answers
A2 answers
A1 consults A3
  refused                                                CBK-7
  A1 sees anna: Connected                                CBK-7
  nobody is on hold                                      CBK-7
A1 transfers to number +12015532447
  refused                                                CBK-7
  A1's dialog is closed                                  CBK-7
  A1 may not transfer to expert lena, consult queue sales CBK-7
A3 goes Available
  A1 may not transfer to A3                              CBK-7
  A1 may transfer to queue support                       CBK-7
A3 dials +12015532447 to reach dora
  refused                                                CBK-7
carl asks support for a callback
  carl waits for support                                 CBK-7
  A3 sees nothing                                        CBK-7
the router offers carl to A3
  refused                                                CBK-7
  talk A1 anna                                           CBK-7
bert hangs up
# there is room again
  A3 sees carl: Ringing                                  CBK-7
