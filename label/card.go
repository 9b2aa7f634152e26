package label

import (
	"strconv"

	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/popover"
)

// Stage is how far a card has come (POP-2, POP-3).
func (l Language) Stage(s popover.Stage) string { return l.word(stages, uint8(s)) }

// Form is a card's heading, such as "Inbound call".
func (l Language) Form(f popover.Form) string { return l.word(forms, uint8(f)) }

// Field is the label of a card's field, such as "Queue Name" (POP-10, POP-12).
// A variable's own label is the administrator's: take Field.Label for it.
func (l Language) Field(k popover.FieldKind) string { return l.word(fields, uint8(k)) }

// Page is a page's label, "1-5 of 7" (POP-6); empty when all cards are in view.
func (l Language) Page(p popover.Page) string {
	if p.Total <= popover.PageSize {
		return ""
	}
	return l.say(sayPage, value{"from", strconv.Itoa(p.First)}, value{"to", strconv.Itoa(p.Last)}, value{"n", strconv.Itoa(p.Total)})
}

// AcceptRequests is the label of Accept N requests (POP-8) for a number of
// requests. None, one and more have texts of their own, so that no language
// needs a rule for its plural.
func (l Language) AcceptRequests(n int) string {
	k := sayAcceptMany
	switch {
	case n <= 0:
		k = sayAcceptNone
	case n == 1:
		k = sayAcceptOne
	}
	return l.say(k, value{"n", strconv.Itoa(n)})
}

// Visibility is what a reader has of a variable's value (CAD-3).
func (l Language) Visibility(v cad.Visibility) string { return l.word(visibilities, uint8(v)) }

// Type is what a variable takes (CAD-1).
func (l Language) Type(t cad.Type) string { return l.word(types, uint8(t)) }
