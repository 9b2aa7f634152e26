package interaction

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Pane is what one party's desktop shows about another: an interaction control
// pane once he has accepted (ANS-4, CON-10), and before that the card of the
// offer (POP-2, POP-3).
type Pane struct {
	About        Party     // whom it is about
	Role         Role      // what that party is
	Status       Status    // the label beside the timer
	Since        time.Time // when this status began
	TalkSince    time.Time // on the owner's panes: when he accepted; never reset while he owns the call (ANS-4)
	Card         bool      // an offer, not yet accepted
	OfferEnds    time.Time // on a card: when it counts as not answered (ANS-2); zero when nothing runs
	Recording    telephony.Recording
	PauseEnds    time.Time // when a paused recording resumes by itself (REC-3); zero when nothing runs
	HeldOnDevice bool      // the party of this pane holds on the device (HLD-2)
	Unknown      Action    // what the switch never answered: nobody knows what came of it (OP-4)
	InFlight     Action    // what waits for the switch (OP-1); NoAction when nothing does
}

// Panes appends the panes of one party to into: the owner's one or two, the
// consulted agent's one about the owner, the card of who is offered. The
// customer, outsiders and strangers have none.
func (s State) Panes(of Party, into []Pane) []Pane {
	slot := s.slotOf(of)
	if slot < 0 || s.p[slot].is(partyExternal) {
		return into
	}
	p := &s.p[slot]
	switch p.role {
	case Owner:
		into = append(into, s.ownersPane(slot, 0))
		if i := s.find(Consulted); i >= 0 {
			into = append(into, s.ownersPane(slot, i))
		}
	case Consulted: // the same words as on the pane about him (CON-10)
		owner := s.find(Owner)
		into = append(into, Pane{About: s.p[owner].id, Role: Owner, Status: s.statusOf(slot), Since: at(p.since),
			Recording: s.Recording(), HeldOnDevice: s.p[owner].is(partyDeviceHeld), InFlight: s.asked()})
	case Offered:
		if !p.is(partyAgent) {
			return into
		}
		about := 0
		if s.phase == Requested {
			about = s.find(Owner)
		}
		pane := Pane{About: s.p[about].id, Role: s.p[about].role, Status: s.statusOf(slot), Since: at(p.since), Card: true}
		if s.phase != Calling {
			pane.OfferEnds = at(s.ringBy)
		}
		into = append(into, pane)
	}
	return into
}

func (s *State) ownersPane(owner, about int) Pane {
	p := &s.p[about]
	pane := Pane{About: p.id, Role: p.role, Status: s.statusOf(about), Since: at(p.since), TalkSince: at(s.p[owner].since),
		Recording: s.Recording(), HeldOnDevice: p.is(partyDeviceHeld), InFlight: wishActions[s.wish], Unknown: wishActions[s.unsure]}
	if s.rec == recPaused {
		pane.PauseEnds = at(s.recBy)
	}
	return pane
}

// asked is what the consulted agent sees in flight: a transfer that waits for
// his word (PAR-10).
func (s *State) asked() Action {
	if s.wish == wishAsk {
		return Transfer
	}
	return NoAction
}

// Permission is one action with what May says of it.
type Permission struct {
	Action Action
	Err    error // nil: allowed
}

// Permissions appends what May says of every action of a desktop, in the order
// of Actions.
func (s State) Permissions(of Party, into []Permission) []Permission {
	for a := Accept; a < Offer; a++ {
		_, err := s.judge(of, a)
		into = append(into, Permission{a, err})
	}
	return into
}

func at(nanos int64) time.Time {
	if nanos == 0 {
		return time.Time{}
	}
	return time.Unix(0, nanos).UTC()
}
