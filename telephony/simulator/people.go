package simulator

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Arrive brings a contact: a customer calls, chats, mails or writes, and is
// leg 1 (duty 17). The id must be new to this switch; else it is ErrUsed, and
// ErrInvalid when it is empty.
func (s *Switch) Arrive(id telephony.CallID, c telephony.Contact) error {
	defer s.enter()()
	switch {
	case id == "":
		return ErrInvalid
	case s.calls[id] != nil:
		return ErrUsed
	}
	from := c.From
	if from == (telephony.Endpoint{}) {
		from.Kind = telephony.Customer
	}
	k := &call{id: id, serial: s.nextSerial(), medium: c.Medium, arrived: true, ops: map[telephony.Op]*order{},
		legs: []leg{{n: 1, to: from, state: telephony.LegUp}}}
	s.calls[id] = k
	s.happens(k, telephony.Event{Kind: telephony.Incoming, Leg: 1, Contact: c})
	return nil
}

// Answers is somebody answering the phone that rings. A queue never answers
// (CON-24): it is ErrPhone, as is a phone that has been answered already.
func (s *Switch) Answers(id telephony.CallID, n telephony.Leg) error {
	return s.person(id, n, telephony.Answered, telephony.NoCause, func(k *call, l *leg) bool {
		if l.state == telephony.LegUp || place(l.to) {
			return false
		}
		k.answers(l)
		return true
	})
}

// HangsUp is somebody leaving for a cause: hanging up, connected or while it
// rings, declining, being busy, not answering, a line that fails; a queue that
// is not to be had. NoCause is HungUp.
func (s *Switch) HangsUp(id telephony.CallID, n telephony.Leg, why telephony.Cause) error {
	if why == telephony.NoCause {
		why = telephony.HungUp
	}
	return s.person(id, n, telephony.Gone, why, func(k *call, l *leg) bool {
		k.goes(l, why)
		return true
	})
}

// HoldsOnDevice is somebody holding the call with his phone's own key (HLD-2).
// It changes nothing else (duty 12).
func (s *Switch) HoldsOnDevice(id telephony.CallID, n telephony.Leg) error {
	return s.holds(id, n, telephony.DeviceHeld, true)
}

// TakesBackOnDevice is him taking it back there.
func (s *Switch) TakesBackOnDevice(id telephony.CallID, n telephony.Leg) error {
	return s.holds(id, n, telephony.DeviceRetrieved, false)
}

func (s *Switch) holds(id telephony.CallID, n telephony.Leg, kind telephony.EventKind, held bool) error {
	return s.person(id, n, kind, telephony.NoCause, func(_ *call, l *leg) bool {
		can := l.state == telephony.LegUp && l.held != held
		l.held = held && can || l.held && !can
		return can
	})
}

// person does something at a leg that is there, and tells it. It is ErrPhone
// when what he does cannot be done with it.
func (s *Switch) person(id telephony.CallID, n telephony.Leg, kind telephony.EventKind, why telephony.Cause, does func(*call, *leg) bool) error {
	defer s.enter()()
	k := s.calls[id]
	if k == nil {
		return &PhoneError{Call: id, Leg: n, Err: ErrNoCall}
	}
	l := k.leg(n)
	if l == nil || l.state == telephony.LegGone {
		return &PhoneError{Call: id, Leg: n, Err: ErrNoLeg}
	}
	before, state := k.rec, l.state
	if !does(k, l) {
		return &PhoneError{Call: id, Leg: n, State: state, Err: ErrPhone}
	}
	s.happens(k, telephony.Event{Kind: kind, Leg: n, Cause: why})
	if k.stopped(before) {
		s.happens(k, telephony.Event{Kind: telephony.Recorded})
	}
	return nil
}

// happens tells what nobody has ordered.
func (s *Switch) happens(k *call, e telephony.Event) {
	e.Call = k.id
	s.tell(e, time.Now().Add(s.spread()))
	s.weigh(k)
}

// OffHook is an agent's phone being taken off its hook, or not put on it after
// a call (END-5). A switch that cannot tell (CanTellHook) tells nothing.
func (s *Switch) OffHook(agent string) { s.hook(agent, telephony.OffHook) }

// OnHook is it being put on its hook.
func (s *Switch) OnHook(agent string) { s.hook(agent, telephony.OnHook) }

func (s *Switch) hook(agent string, kind telephony.EventKind) {
	defer s.enter()()
	if s.can.Has(telephony.CanTellHook) {
		s.tell(telephony.Event{Kind: kind, Device: agent}, time.Now().Add(s.spread()))
	}
}

// Say tells an event as it is, true or not, and changes nothing: what a phone
// says late or falsely about a leg that has gone. It comes behind what has
// happened to its call before.
func (s *Switch) Say(e telephony.Event) {
	defer s.enter()()
	s.tell(e, time.Now().Add(s.spread()))
}

// Leg is whose leg it is: the last one of that endpoint in the contact, and
// whether it is there. An endpoint with no address is any of its kind, and
// Customer also whoever has arrived. It is 0 when there never was one.
func (s *Switch) Leg(id telephony.CallID, of telephony.Endpoint) (telephony.Leg, bool) {
	defer s.enter()()
	k := s.calls[id]
	if k == nil {
		return 0, false
	}
	var last telephony.Leg
	for _, l := range k.legs {
		arrived := of.Kind == telephony.Customer && k.arrived && l.n == 1
		fits := arrived || l.to.Kind == of.Kind && (of.Address == "" || l.to.Address == of.Address)
		switch {
		case fits && l.state != telephony.LegGone:
			return l.n, true
		case fits:
			last = l.n
		}
	}
	return last, false
}
