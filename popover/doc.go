// Package popover derives what an agent's popover shows: the stack of cards,
// one for each contact that is offered to him (POP-1), what is on a card, the
// page that is in view, what Accept N requests would accept, and the way out of
// RONA.
//
// Nothing here has a state of its own. A [Card] is worked out from the
// interaction as it stands, and is worked out anew when that has moved:
//
//   - [Config.Card] makes the card of one [Offer], or says that there is none
//     (any more).
//   - [NewStack] puts an agent's cards in order (POP-9); [Stack.Page] cuts out
//     what is in view (POP-6).
//   - [Stack.Acceptable] and [Stack.Accept] are Accept N requests (POP-8).
//   - [RONA] is the prompt of an agent who did not answer (POP-16).
//
// A [Config] is what the administrator chooses to show; ask [Config.Validate]
// when it is read. Secure variables never reach a card, whatever it says
// (POP-18): the values come from [cad.Sheet.Public], which has none of them.
//
// Texts that this package makes itself (labels of fields, of pages, of the
// callback) are English, and each comes with what it was made from, so that
// they can be said in another language.
package popover
