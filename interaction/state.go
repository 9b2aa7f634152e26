package interaction

import (
	"math"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Party is one participation in an interaction: one leg. Parties are numbered
// in order of joining, from 1, and a number is never used again; each attempt
// to reach the same person is another number. Who a party is, the state does
// not know: whoever keeps the interaction keeps that beside it. 0 is the
// centre itself, in whose name the router asks.
type Party = telephony.Leg

// Centre is the router's place in a Request.
const Centre Party = 0

// nSlots is how many parties there can be at once (CNF-7).
const nSlots = 4

// Role is what a party is in an interaction now.
type Role uint8

const (
	Nobody    Role = iota // the zero value: not a party
	Customer              // the customer
	Owner                 // the agent of an accepted call: Agent 1
	Consulted             // who was consulted and has accepted: Agent 2, or an outsider
	Offered               // who is being rung, or waited for: an offer, a consult, a transfer
	nRoles    = iota
)

var roleWords = []string{"nobody", "customer", "owner", "consulted", "offered"}

// String is the role's word.
func (r Role) String() string { return word(roleWords, uint8(r)) }

// leg is how far a party's connection has come; it only moves forward.
type leg uint8

const (
	legNone      leg = iota // no connection: a customer who has not been called
	legWaited               // nothing rings yet: a queue is searched, or a preview contact considered
	legDialled              // the switch was told to ring it
	legAlerting             // it rings
	legAnswering            // an answer was asked of the switch (Accept)
	legUp                   // connected
)

type party struct {
	since int64 // when this party's status began; an owner's talk timer
	id    Party
	op    telephony.Op // while a consult rings: the consultation call, also when its queue has found somebody (CON-14)
	role  Role
	leg   leg
	came  telephony.EndpointKind // what was asked for: CON-21, TRF-5
	flags uint8
}

const (
	partyDeviceHeld = 1 << iota // held on the device itself (HLD-2)
	partyExternal               // no agent of this centre (CON-26)
	partyAgent                  // an agent has been told of his part, and must be told its end (OP-9)
)

func (p *party) is(flag uint8) bool { return p.flags&flag != 0 }

type rec uint8

const (
	recOff rec = iota
	recStarting
	recOn
	recPausing
	recPaused
	recResuming
)

// wish is an operation that waits for the switch (OP-1).
type wish uint8

const (
	noWish wish = iota
	wishHold
	wishResume
	wishSwapHold          // in a consult: Hold
	wishSwapResume        // Resume
	wishSwapHoldConsult   // Hold Consult
	wishSwapResumeConsult // Resume Consult
	wishConference
	wishTransfer // to the consulted party
	wishAsk      // his acceptance is awaited (TRF-8)
	wishSend     // a blind transfer
	nWishes      = iota
)

const (
	flagCustomerHeard = 1 << iota // the customer was not on hold when the consult was requested (CON-14)
	flagOnceAccepted              // an agent has accepted: who hangs up now has not abandoned (ANS-5)
)

// State is one interaction: the life of one contact, from its offer to its
// end. It is a value: comparable, copyable, without pointers, clocks or
// identities, and it carries its own deadlines. The zero value has not begun.
type State struct {
	p                   [nSlots]party // the customer is in slot 0
	opBy, ringBy, recBy int64         // deadlines in Unix nanoseconds; 0 when not armed
	pol                 policy
	nParty              Party        // the last party number given
	nOp                 telephony.Op // the last operation number given
	op, recOp           telephony.Op // the commands that the wish and the recording wait for
	tookBack            Party        // whose ring was taken back last: an answer may be on its way (CON-23)
	phase               Phase
	kind                Kind
	talk                uint8 // slots of those who talk with the owner; on hold is derived, never stored
	rec                 rec
	wish                wish
	unsure              wish  // the wish whose outcome is unknown (OP-4)
	wishFor             uint8 // the arrangement a hold, resume or swap asks for; the slot a transfer goes to
	via                 telephony.EndpointKind
	flags               uint8
	ending              Ending
	cause               telephony.Cause
}

// Phase is where the interaction stands.
func (s State) Phase() Phase { return s.phase }

// Kind is what sort of contact it is.
func (s State) Kind() Kind { return s.kind }

// Ended tells how the interaction ended, and why; NotEnded while it lives.
func (s State) Ended() (Ending, telephony.Cause) { return s.ending, s.cause }

// Policy is the policy that was taken when the interaction began, with its
// defaults written out.
func (s State) Policy() Policy { return s.pol.unpack() }

// Capabilities are those that were taken when it began.
func (s State) Capabilities() telephony.Capabilities { return s.pol.caps }

// Deadline is the next time at which Tick has something to do; false when
// there is none.
func (s State) Deadline() (time.Time, bool) {
	by := int64(math.MaxInt64)
	for _, d := range [...]int64{s.opBy, s.ringBy, s.recBy} {
		if d != 0 && d < by {
			by = d
		}
	}
	return time.Unix(0, by).UTC(), by != math.MaxInt64
}

// Owner is the agent of the accepted call, 0 when there is none.
func (s State) Owner() Party { return s.idOf(Owner) }

// Consulted is the consulted party who has accepted, 0 when there is none.
func (s State) Consulted() Party { return s.idOf(Consulted) }

// Offered is who is being rung or waited for, 0 when nobody is.
func (s State) Offered() Party { return s.idOf(Offered) }

// Customer is the customer's present leg, 0 when he has none.
func (s State) Customer() Party {
	if s.p[0].leg == legNone {
		return 0
	}
	return s.p[0].id
}

// Role is what a party is now; Nobody for who has left or never was.
func (s State) Role(p Party) Role {
	if i := s.slotOf(p); i >= 0 {
		return s.p[i].role
	}
	return Nobody
}

// OnHold reports whether a connected party hears nobody because of a hold of
// ours. A hold on his own device does not count (HLD-6).
func (s State) OnHold(p Party) bool {
	i := s.slotOf(p)
	return i >= 0 && s.phase.accepted() && (s.p[i].role == Customer || s.p[i].role == Consulted) && !s.talks(i)
}

// Hears is who talks with the owner; with him they hear each other.
func (s State) Hears() telephony.Legs { return s.legs(s.talk) }

// HeldOnDevice reports whether a party holds the call on his own device
// (HLD-2).
func (s State) HeldOnDevice(p Party) bool {
	i := s.slotOf(p)
	return i >= 0 && s.p[i].is(partyDeviceHeld)
}

// Outside reports whether a party is no agent of this centre (CON-26).
func (s State) Outside(p Party) bool {
	i := s.slotOf(p)
	return i >= 0 && s.p[i].is(partyExternal)
}

// Leg is how far a party's connection has come.
func (s State) Leg(p Party) telephony.LegState {
	i := s.slotOf(p)
	if i < 0 {
		return telephony.LegGone
	}
	switch s.p[i].leg {
	case legDialled:
		return telephony.LegDialled
	case legAlerting, legAnswering:
		return telephony.LegAlerting
	case legUp:
		return telephony.LegUp
	}
	return telephony.LegGone
}

// Recording is what the indicator shows (REC-6): until the switch has done it,
// what was so before.
func (s State) Recording() telephony.Recording {
	switch s.rec {
	case recOn, recPausing:
		return telephony.RecordingOn
	case recPaused, recResuming:
		return telephony.Paused
	}
	return telephony.NotRecording
}

// InFlight is the wish that waits for the switch, or for Agent 2's acceptance
// (OP-1); NoAction when there is none.
func (s State) InFlight() Action { return wishActions[s.wish] }

// Unknown is the wish whose outcome nobody knows, since the switch has not
// answered in time (OP-4); NoAction when there is none. The next word of the
// switch about the call, or the next wish, settles it.
func (s State) Unknown() Action { return wishActions[s.unsure] }

var wishActions = [nWishes]Action{NoAction, Hold, Resume, Hold, Resume, HoldConsult, ResumeConsult, StartConference, Transfer, Transfer, Transfer}

var wishReasons = [nWishes]string{"", "a hold is in flight", "a resume is in flight", "a hold is in flight", "a resume is in flight", "a hold of the consulted party is in flight", "a resume of the consulted party is in flight",
	"a conference is in flight", "a transfer is in flight", "a transfer waits to be accepted", "a transfer is in flight"}

// swaps: holding one takes the other off (HLD-6).
func (w wish) swaps() bool { return w >= wishSwapHold && w <= wishSwapResumeConsult }

func (s *State) idOf(r Role) Party {
	if i := s.find(r); i >= 0 {
		return s.p[i].id
	}
	return 0
}

// find is the slot of the party with that role, or -1. No role is held twice.
func (s *State) find(r Role) int {
	for i := range s.p {
		if s.p[i].role == r {
			return i
		}
	}
	return -1
}

func (s *State) slotOf(id Party) int {
	if id != 0 {
		for i := range s.p {
			if s.p[i].id == id && s.p[i].role != Nobody {
				return i
			}
		}
	}
	return -1
}

func (s *State) talks(slot int) bool { return slot >= 0 && s.talk&(1<<slot) != 0 }

func (s *State) legs(bits uint8) telephony.Legs {
	var set telephony.Legs
	n := 0
	for i := range s.p {
		if bits&(1<<i) == 0 || s.p[i].id == 0 {
			continue
		}
		at := n
		for ; at > 0 && set[at-1] > s.p[i].id; at-- {
			set[at] = set[at-1]
		}
		set[at] = s.p[i].id
		n++
	}
	return set
}
