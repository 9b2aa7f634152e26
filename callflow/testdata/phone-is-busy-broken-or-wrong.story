story  Why an agent became RONA is kept until he comes back
agents A1

anna calls billing
A1 is busy
  A1 is RONA busy                                        AGT-6
  anna waits for billing                                 ANS-2
A1 goes Available
  A1 is Reserved                                         AGT-4
A1's phone fails
  A1 is RONA device failure                              AGT-6
1h pass
  A1 is RONA device failure                              AGT-4 AGT-6
  anna waits for billing                                 AGT-4
A1 goes Idle
A1 goes Available
A1's number is wrong
  A1 is RONA invalid number                              AGT-6
A1 goes Available
20s pass
  A1 is RONA no answer                                   AGT-6
A1 signs out
  A1 is Signed Out                                       POP-16
