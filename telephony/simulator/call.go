package simulator

import (
	"cmp"
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// call is one contact as it really is, and what is remembered of it when it is
// over: numbers of legs that may not be used again, commands that may come
// again, the newest epoch.
type call struct {
	id      telephony.CallID
	serial  uint64 // contacts are listed in the order in which they began
	medium  telephony.Medium
	arrived bool  // a customer came: leg 1 is his
	legs    []leg // every one that there ever was
	owner   telephony.Leg
	talk    telephony.Legs // who talks with the owner
	rec     telephony.Recording
	epoch   uint64
	ops     map[telephony.Op]*order
	cleared uint64 // what was ordered before the call was cleared, and is not done, is not done any more
	load    int    // for how many calls it counts (CBK-7)
	isOver  bool
}

type leg struct {
	n         telephony.Leg
	to        telephony.Endpoint
	state     telephony.LegState
	held      bool            // on the device
	consulted bool            // came by a consultation, and does not own the call
	cause     telephony.Cause // why it has gone
}

// order is one command, for as long as its contact is remembered.
type order struct {
	command telephony.Command
	call    *call
	serial  uint64
	refuse  telephony.Cause // it is to be refused
	rang    bool            // it is late, and the phone rings already
	done    bool
	failed  telephony.Cause // why it came to nothing
}

// place is an endpoint where nobody is rung (duty 15).
func place(to telephony.Endpoint) bool {
	return to.Kind == telephony.Queue || to.Kind == telephony.EntryPoint || to.Kind == telephony.EPDN
}

// leg is the leg of that number, nil when there never was one.
func (k *call) leg(n telephony.Leg) *leg {
	for i := range k.legs {
		if k.legs[i].n == n {
			return &k.legs[i]
		}
	}
	return nil
}

func (k *call) state(n telephony.Leg) telephony.LegState {
	if l := k.leg(n); l != nil {
		return l.state
	}
	return telephony.LegGone
}

func (k *call) up(n telephony.Leg) bool { return k.state(n) == telephony.LegUp }

// join gives somebody a leg, or a leg that waits in a queue to the agent who is
// found there (duty 15).
func (k *call) join(n telephony.Leg, to telephony.Endpoint) *leg {
	l := k.leg(n)
	if l == nil {
		k.legs = append(k.legs, leg{n: n, state: telephony.LegDialled})
		l = &k.legs[len(k.legs)-1]
	}
	if l.to == (telephony.Endpoint{}) || place(l.to) {
		l.to = to
	}
	return l
}

// over: nobody is there, neither connected nor rung.
func (k *call) over() bool {
	return !slices.ContainsFunc(k.legs, func(l leg) bool { return l.state != telephony.LegGone })
}

// calls is for how many calls the contact counts (CBK-7).
func (k *call) calls() int {
	n := 0
	for _, l := range k.legs {
		if k.medium != telephony.VoiceMedium || l.state == telephony.LegGone {
			continue
		}
		n = max(n, 1)
		if l.consulted {
			n = 2
		}
	}
	return n
}

// others is who is connected, but for two legs.
func (k *call) others(a, b telephony.Leg) telephony.Legs {
	var set telephony.Legs
	for _, l := range k.legs {
		if l.state == telephony.LegUp && l.n != a && l.n != b {
			set = set.With(l.n)
		}
	}
	return set
}

// connected is what of an arrangement can be so.
func (k *call) connected(talk telephony.Legs, owner telephony.Leg) telephony.Legs {
	var set telephony.Legs
	for _, n := range talk {
		if n != owner && k.up(n) {
			set = set.With(n)
		}
	}
	return set
}

func without(set telephony.Legs, gone telephony.Leg) telephony.Legs {
	var rest telephony.Legs
	for _, n := range set {
		if n != gone {
			rest = rest.With(n)
		}
	}
	return rest
}

// answers connects a leg. As long as nothing has been arranged, the two who
// are connected talk.
func (k *call) answers(l *leg) {
	l.state = telephony.LegUp
	if k.owner != 0 {
		if others := k.others(l.n, 0); others == telephony.LegsOf(k.owner) {
			k.talk = telephony.LegsOf(l.n)
		}
		return
	}
	if !k.customer(l.n) {
		k.owns(l, k.others(l.n, 0))
	}
}

func (k *call) owns(l *leg, talk telephony.Legs) {
	l.consulted = false
	k.owner, k.talk = l.n, talk
}

// joins lets those of a conference whose owner has left talk with each other;
// false when all of them are customers.
func (k *call) joins(talk telephony.Legs) bool {
	for _, n := range talk[:talk.Len()] {
		if !k.customer(n) {
			k.owns(k.leg(n), without(talk, n))
			return true
		}
	}
	return false
}

// goes takes a leg out. What an owner leaves behind goes on as a call of
// another of his conference (CNF-5); else it has no owner. With the last who is
// no customer the recording ends: the contact is back in its queue, or over
// (duty 13).
func (k *call) goes(l *leg, why telephony.Cause) {
	l.state, l.held, l.consulted, l.cause = telephony.LegGone, false, false, why
	talk := without(k.talk, l.n)
	k.talk = talk
	if k.owner == l.n {
		k.owner, k.talk = 0, telephony.Legs{}
		if talk.Len() > 1 && k.joins(talk) {
			return
		}
	}
	if !slices.ContainsFunc(k.legs, func(l leg) bool { return l.state == telephony.LegUp && !k.customer(l.n) }) {
		k.rec = telephony.NotRecording
	}
}

func (k *call) customer(n telephony.Leg) bool {
	return k.arrived && n == 1 || k.leg(n).to.Kind == telephony.Customer
}

// live is the contact as it is told by Live.
func (k *call) live() telephony.Live {
	v := telephony.Live{Call: k.id, Talk: k.talk, Recording: k.rec}
	for _, l := range k.legs {
		if l.state != telephony.LegGone {
			v.Legs = append(v.Legs, telephony.LiveLeg{Leg: l.n, Endpoint: l.to, State: l.state, Held: l.held})
		}
	}
	slices.SortFunc(v.Legs, func(a, b telephony.LiveLeg) int { return cmp.Compare(a.Leg, b.Leg) })
	return v
}

// remembered is how many contacts that are over are remembered, for commands
// that come late or again.
const remembered = 4096

// weigh counts a contact anew after something has happened to it, and forgets
// the oldest of those that are over.
func (s *Switch) weigh(k *call) {
	n := k.calls()
	s.load += n - k.load
	k.load = n
	if k.isOver == k.over() {
		return
	}
	k.isOver = !k.isOver
	if !k.isOver {
		return
	}
	s.over = append(s.over, k)
	for len(s.over) > remembered {
		if old := s.over[0]; old.isOver && s.calls[old.id] == old {
			delete(s.calls, old.id)
		}
		s.over[0], s.over = nil, s.over[1:]
	}
}
