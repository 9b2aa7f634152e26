package interaction

import "fmt"

// May says whether a party may do something now: nil, a *rule.Denied with the
// rule that forbids it, or an ErrInvalid for what is no action. It is the one
// place where a button's state is decided: Request refuses exactly what May
// denies, with the same error. By is the party's number, or Centre for the
// router's Offer and Refuse.
//
// Where several rules deny, the first of this order is named: OP-3 (not begun,
// or ended), OP-2 (not a party), PAR-2 (the customer), who may (CON-26 for an
// outsider, else PAR), when (the phase), then the guards in the order of the
// table.
//
// Rules about which target or agent (TRF-4, CON-6, CBK-7, ANS-3) are not
// decided here but on the Floor, in package callflow.
func (s State) May(by Party, a Action) error {
	_, err := s.judge(by, a)
	return err
}

// judge finds the asker's slot along with the verdict; -1 is the centre's.
func (s *State) judge(by Party, a Action) (int, error) {
	if a == NoAction || a >= nActions {
		return -1, fmt.Errorf("%w: no such action: %d", ErrInvalid, uint8(a))
	}
	if s.phase == NotBegun || s.phase == Ended {
		return -1, denied.begun[a][s.phase]
	}
	slot := -1
	if by != Centre || a < Offer {
		slot = s.slotOf(by)
		if slot < 0 {
			return -1, denied.party[a][s.phase]
		}
		role := s.p[slot].role
		if role == Customer {
			return -1, denied.client[a][s.phase]
		}
		if s.p[slot].is(partyExternal) {
			return -1, denied.alien[a][s.phase]
		}
		if !s.p[slot].is(partyAgent) { // a queue is searched: nobody is a party yet
			return -1, denied.party[a][s.phase]
		}
		if d := denied.who[a][s.phase][role]; d != nil {
			return slot, d
		}
	}
	row := requestRows[a][s.phase]
	if row == nil {
		return slot, denied.state[a][s.phase]
	}
	for _, g := range row.If {
		if s.holds(g, a, slot) {
			continue
		}
		if g == noWishInFlight {
			return slot, denied.wish[a][s.phase][s.wish]
		}
		return slot, denied.guard[a][s.phase][g]
	}
	return slot, nil
}
