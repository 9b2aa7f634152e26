story  The desktop is reloaded in the middle of a consult
policy recording, privacy shield 30s, reason sale
agents A1 A2

anna calls billing
A1 reloads the desktop
  A1 sees anna: Ringing                                  AGT-7
A1 answers
A1 pauses the recording
10s pass
A1 consults A2
A2 answers
A1 reloads the desktop
  A1 sees anna: Call on Hold, paused; A2: Consulting     AGT-7
  A1's talk shows 10s                                    AGT-7
  A1 is Engaged                                          AGT-7
  talk A1 A2                                             AGT-7
A2 reloads the desktop
  A2 sees A1: Consulting                                 AGT-7
  A2 is Engaged                                          AGT-7
A1 transfers
  A1 is Wrap Up
A1 chooses sale
A1 reloads the desktop
  A1's dialog is due                                     AGT-7
  the reason of A1 is sale                               AGT-7
  A1 is Wrap Up                                          AGT-7
A1 submits
  A1 is Available
20s pass
  A2 sees anna: Connected, recording                     AGT-7
