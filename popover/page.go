package popover

import (
	"slices"
	"strconv"
)

// Page is the part of a stack that is in view (POP-6).
type Page struct {
	Number int    // from 1
	Pages  int    // how many there are; at least 1
	First  int    // the place in the stack of its first card, from 1; 0 on an empty page
	Last   int    // and of its last
	Total  int    // N: all cards, of both stages
	Label  string // "1-5 of 7"; empty when all cards are in view
	Cards  []Card // at most PageSize
	Below  []Card // calls that ring and are on another page: shown below, not counted in the label
}

// Pages is how many pages there are; an empty stack has one, and it is empty.
func (s Stack) Pages() int { return max(1, (len(s.cards)+PageSize-1)/PageSize) }

// Page is a page by its number, from 1. A number below or beyond is the first
// or the last page: cards come and go beneath the agent's hands, and the page
// that he was on may be no more. The slices are the caller's own.
func (s Stack) Page(number int) Page {
	p := Page{Pages: s.Pages(), Total: len(s.cards)}
	p.Number = min(max(number, 1), p.Pages)
	from := (p.Number - 1) * PageSize
	to := min(from+PageSize, len(s.cards))
	p.Cards = slices.Clone(s.cards[from:to])
	if to > from {
		p.First, p.Last = from+1, to
	}
	if p.Total > PageSize {
		p.Label = strconv.Itoa(p.First) + "-" + strconv.Itoa(p.Last) + " of " + strconv.Itoa(p.Total)
	}
	for i := range s.cards {
		if (i < from || i >= to) && s.cards[i].ringing() {
			p.Below = append(p.Below, s.cards[i])
		}
	}
	return p
}
