package popover

import (
	"cmp"
	"iter"
	"slices"
	"strconv"

	"github.com/seed-6cc70c2f/callcontrol/agent"
)

const (
	// PageSize is how many cards a page shows (POP-6).
	PageSize = 5
	// MaxCards is how many cards one agent can have; ours, above what
	// agent.Policy can give him.
	MaxCards = 4096
)

// Stack is an agent's cards in order (POP-9). It does not change. The zero
// Stack has none.
type Stack struct{ cards []Card }

// rank is the order of the channels from top to bottom (POP-9).
var rank = [...]int{agent.Email: 0, agent.Social: 1, agent.Chat: 2, agent.Voice: 3}

// NewStack puts cards in order: emails, social messaging, chats, calls, and
// within a channel the earliest on top (POP-9, D13); what was offered at the
// same moment by its id, so that the order never depends on the input's. The
// cards are copied. ErrInvalid: two cards of one contact (POP-1), a card of no
// contact or no channel, more than MaxCards.
func NewStack(cards []Card) (Stack, error) {
	if len(cards) > MaxCards {
		return Stack{}, errCards
	}
	seen := make(map[string]bool, len(cards))
	for i := range cards {
		id := cards[i].Contact
		switch {
		case id == "" || len(id) > MaxID:
			return Stack{}, errContact
		case seen[id]:
			return Stack{}, errTwice
		case int(cards[i].Channel) >= len(rank):
			return Stack{}, errChannel
		}
		seen[id] = true
	}
	s := Stack{slices.Clone(cards)}
	slices.SortFunc(s.cards, func(a, b Card) int {
		return cmp.Or(cmp.Compare(rank[a.Channel], rank[b.Channel]), a.Offered.Compare(b.Offered), cmp.Compare(a.Contact, b.Contact))
	})
	return s, nil
}

var (
	errCards   = &Error{Field: "cards", Reason: "are more than " + strconv.Itoa(MaxCards)}
	errTwice   = &Error{Field: "contact", Reason: "has two cards"}
	errChannel = &Error{Field: "channel", Reason: "is not one of the defined values"}
)

// Len is the number of cards, of both stages.
func (s Stack) Len() int { return len(s.cards) }

// All goes through the cards from top to bottom.
func (s Stack) All() iter.Seq[Card] { return slices.Values(s.cards) }

// BlockSignOut lists the contacts whose cards stand in the way of signing out:
// every one, in either stage (POP-5). The prompt of RONA is no card and does
// not (POP-16). The refusal itself is agent.State's.
func (s Stack) BlockSignOut() []string {
	ids := make([]string, len(s.cards))
	for i := range s.cards {
		ids[i] = s.cards[i].Contact
	}
	return ids
}

// String says how many cards there are.
func (s Stack) String() string { return strconv.Itoa(len(s.cards)) + " cards" }

// GoString is String.
func (s Stack) GoString() string { return s.String() }
