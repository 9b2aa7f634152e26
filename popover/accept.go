package popover

import "strconv"

// AcceptResult is what came of Accept N requests. Each contact stands alone
// (POP-8).
type AcceptResult struct {
	Accepted []string  // ids of contacts, in the stack's order
	Refused  []Refusal // the others, in the stack's order
}

// Refusal is one contact that was not accepted.
type Refusal struct {
	Contact string
	Err     error // why: a *rule.Denied, or whatever the one who accepts said
}

// Acceptable lists the contacts that Accept N requests would accept, in order;
// N is their number. Calls are not among them, on whatever phone (D12), nor
// preview contacts (OUT-3), nor what is still connecting.
func (s Stack) Acceptable() []string {
	var ids []string
	for i := range s.cards {
		if s.cards[i].acceptable() {
			ids = append(ids, s.cards[i].Contact)
		}
	}
	return ids
}

// AcceptLabel is the button's label, "Accept 3 requests", for the number of
// acceptable contacts; empty, and no button, when there is none.
func (s Stack) AcceptLabel() string {
	n := len(s.Acceptable())
	switch n {
	case 0:
		return ""
	case 1:
		return "Accept 1 request"
	}
	return "Accept " + strconv.Itoa(n) + " requests"
}

// Accept is Accept N requests: it calls accept for each of Acceptable, in order
// and whatever became of the one before, and lists what it answered (POP-8).
func (s Stack) Accept(accept func(contact string) error) AcceptResult {
	var r AcceptResult
	for _, id := range s.Acceptable() {
		if err := accept(id); err != nil {
			r.Refused = append(r.Refused, Refusal{id, err})
			continue
		}
		r.Accepted = append(r.Accepted, id)
	}
	return r
}
