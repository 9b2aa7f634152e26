story  Resume is pressed on a call that is not on hold
agents A1

anna calls billing
  A1 may not Resume                                      HLD-1 HLD-4
A1 answers
the switch answers the next resume 2s late
A1 resumes
  refused                                                HLD-4
  A1 sees anna: Connected, not Resume in flight          HLD-4
  talk A1 anna
A1 holds
A1 resumes
  A1 sees anna: Call on Hold, Resume in flight           OP-1
A1 resumes
  refused                                                OP-1
2s pass
  A1 sees anna: Connected, not Resume in flight          HLD-4
A1 resumes
  refused                                                HLD-4
  talk A1 anna
  A1 may Hold, End
