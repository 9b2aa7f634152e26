story  The desk runs inside the collaboration tool, and nobody has switched sign-on on
the desk runs in the collaboration tool
list expert grace Grace Hopper "Compiler Engineer" Research +12015550122 present Available
list book Grace +12015550122
agents A1

anna calls billing
A1 answers
  A1 finds experts: nothing                              CON-6
  A1 may not consult expert grace, transfer to expert grace CON-6
A1 consults expert grace
  refused                                                CON-6
  A1 sees anna: Connected                                CON-6
# her number can be dialled like any other
A1 consults book Grace
+12015550122 answers
  A1 sees +12015550122: Consulting                       CON-5
