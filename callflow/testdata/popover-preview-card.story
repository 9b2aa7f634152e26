story  A campaign's contact shows just what the administrator chose
variable name String label Name starts "Paula Weiss"
variable offer String label Offer starts summer
agents A1

campaign spring has paula
the campaign offers paula to A1
  the card of paula for A1 shows nothing                 POP-15
  the card of paula for A1 is marked nothing             POP-17
the administrator changes card preview shows offer, name
  the card of paula for A1 shows Offer: summer, Name: Paula Weiss POP-15
  A1's popover has no Accept button                      POP-8 OUT-3
A1 accepts
  A1 sees paula: Ringing                                 OUT-3
