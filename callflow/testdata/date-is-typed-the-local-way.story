story  A date is typed the local way
variable due DateTime editable label "Due date"
agents A1

anna calls billing
A1 answers
A1 types 31.01.2026 into due
  refused                                                CAD-5
A1 types 01/31/2026 into due
  refused                                                CAD-5
A1 types "2026-01-31 14:30" into due
  refused                                                CAD-5
A1 types 2026-02-30 into due
  refused                                                CAD-5
  A1 reads due: nothing                                  CAD-5
A1 types 2026-01-31 into due
  A1 reads due: 2026-01-31, unsaved                      CAD-5
A1 types 2026-01-31T14:30:00+01:00 into due
  A1 reads due: 2026-01-31T14:30:00+01:00, unsaved       CAD-5
A1 types 2026-01-31T14:30:00Z into due
A1 saves
  the flow reads due: 2026-01-31T14:30:00Z, saved by A1  CAD-5
A1 clears due
A1 saves
  the flow reads due: nothing, saved by A1
