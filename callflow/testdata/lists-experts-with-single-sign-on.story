story  The desk runs inside the collaboration tool, with single sign-on
the desk runs in the collaboration tool
single sign-on
list expert grace Grace Hopper "Compiler Engineer" Research +12015550122 present Available
agents A1

anna calls billing
A1 answers
  A1 finds experts: grace Available                      CON-6
A1 consults expert grace
grace answers
  talk A1 grace                                          CON-6
