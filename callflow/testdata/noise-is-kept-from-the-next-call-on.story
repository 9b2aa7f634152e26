story  The organisation keeps noise: from the next call on, not in this one
agents A1 A2
queue support A2

anna calls billing
A1 answers
  noise of anna is removed                               NR-1
the administrator decides keep noise
  noise of anna is removed                               NR-2
ben calls support
A2 answers
  noise of ben is kept                                   NR-2
  noise of anna is removed                               NR-2
anna hangs up
A1 submits
carl calls billing
A1 answers
  noise of carl is kept                                  NR-2
