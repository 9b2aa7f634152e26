package agent

import (
	"time"
	"unique"
)

// State is one agent's state. It is opaque, comparable and may be copied. The
// zero value is signed out, phone on hook, with the default Policy.
type State struct {
	pol    unique.Handle[policy] // zero: the default policy
	code   IdleCode              // why he is Idle; empty otherwise
	choice IdleCode              // the idle choice that waits (AGT-3); empty: none
	since  int64                 // Unix nanoseconds; when the summary became what it is
	load   [channels]load
	status Status // his own: SignedOut, Idle, Available or RONA
	cause  Cause  // why he is RONA (AGT-6); NoCause otherwise
	off    bool   // the phone is off hook (END-5)
}

// load counts the interactions of one channel.
type load struct{ reserved, engaged, wrapping uint16 }

func (l load) sum() int { return int(l.reserved) + int(l.engaged) + int(l.wrapping) }

// Load is how many of an agent's interactions on one channel are in each stage
// (AGT-2).
type Load struct {
	Reserved int // offered, and not answered yet: each shows a card (POP-5)
	Engaged  int // accepted, and not left yet
	WrapUp   int // left, and not wrapped up yet
}

// New is an agent who is signed out. The error is ErrPolicy. A policy is taken
// once: one that changes later applies from the next New.
func New(p Policy) (State, error) {
	q, err := pack(p)
	if err != nil {
		return State{}, err
	}
	return State{}.under(q), nil
}

// under keeps the default policy out of the handle, so that equal states
// compare equal however they were made.
func (s State) under(q policy) State {
	s.pol = unique.Handle[policy]{}
	if q != standard {
		s.pol = unique.Make(q)
	}
	return s
}

// Own is the agent's own status beneath his interactions: SignedOut, Idle with
// its code, Available, or RONA with its cause (AGT-2).
func (s State) Own() (Status, IdleCode, Cause) { return s.status, s.code, s.cause }

// Choice is the idle code that he has chosen and that takes effect when the
// last of his interactions is over (AGT-3); false when no choice waits.
func (s State) Choice() (IdleCode, bool) { return s.choice, s.choice != "" }

// OffHook reports whether his phone is off hook (END-5).
func (s State) OffHook() bool { return s.off }

// Load counts his interactions on a channel; nothing for what is no channel.
func (s State) Load(ch Channel) Load {
	if ch >= channels {
		return Load{}
	}
	l := s.load[ch]
	return Load{int(l.reserved), int(l.engaged), int(l.wrapping)}
}

// Slots is how many contacts of a channel he may have at once (ANS-3); 0 for
// what is no channel.
func (s State) Slots(ch Channel) int {
	if ch >= channels {
		return 0
	}
	return int(s.policy().slots[ch])
}

// Since is when the summary became what it is; the zero time for an agent who
// never signed in.
func (s State) Since() time.Time {
	if s.since == 0 {
		return time.Time{}
	}
	return time.Unix(0, s.since)
}

// busy: something is reserved, engaged or to be wrapped up (AGT-3).
func (s *State) busy() bool {
	for i := range s.load {
		if s.load[i] != (load{}) {
			return true
		}
	}
	return false
}

func (s *State) any(stage func(load) uint16) bool {
	for i := range s.load {
		if stage(s.load[i]) > 0 {
			return true
		}
	}
	return false
}
