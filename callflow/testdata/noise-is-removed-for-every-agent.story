story  Noise is removed for every agent, and nobody has to ask for it
agents A1 A2
queue support A2

anna calls billing
A1 answers
  noise of anna is removed                               NR-1
  talk A1 anna
ben calls support
A2 answers
  noise of ben is removed                                NR-1
anna hangs up
A1 submits
A2 transfers to A1
A1 answers
  noise of ben is removed                                NR-1
