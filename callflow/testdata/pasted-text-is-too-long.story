story  A pasted text is too long: refused with its count, never cut
variable note String editable starts "call again"
variable history String
variable seats Integer editable
agents A1

anna calls billing
A1 answers
A1 pastes 300 characters into note
  refused                                                CAD-4
  the refusal counts 300 characters                      CAD-4
  A1 reads note: "call again", not unsaved               CAD-4
A1 pastes 257 emoji into note
  refused                                                CAD-4
  the refusal counts 257 characters                      CAD-4
A1 pastes 256 emoji into note
  A1 reads note: 256 characters, unsaved                 CAD-4
A1 saves
  the flow reads note: 256 characters, saved by A1       CAD-4
A1 pastes 256 characters into note
  A1 reads note: 256 characters, unsaved                 CAD-4
the flow sets history to 1000 characters
  A1 reads history: 1000 characters, saved by system     CAD-4
the flow sets seats to several
  A1 reads seats: several, saved by system               CAD-4
