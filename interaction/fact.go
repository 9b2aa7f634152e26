package interaction

import (
	"fmt"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Fact is the door for the switch. A fact is never refused: it moves the state,
// or out.Ignored names the rule for which it changes nothing (OP-5), and the
// state is as it was. Only what is no fact of this interaction is an error, an
// ErrInvalid: an unknown kind, a leg that this interaction never had, an event
// about a device or a new contact.
func (s State) Fact(now time.Time, ev telephony.Event, out *Output) (State, error) {
	out.reset()
	if err := s.sound(&ev); err != nil {
		return s, err
	}
	f, slot := s.classify(&ev)
	if f == answered && slot < 0 && ev.Leg == s.tookBack && s.phase != Ended {
		return s.lateAnswer(now, ev.Leg, out), nil
	}
	if s.apply(now, f, slot, &ev, out) {
		return out.step.s, nil
	}
	return s, nil
}

// Tick is the door for the clock. It acts on every deadline that has passed at
// now, one a call: call it until Deadline is later than now. A call before any
// deadline is ignored (OP-5).
func (s State) Tick(now time.Time, out *Output) State {
	out.reset()
	n := now.UnixNano()
	f, slot := noFact, -1
	due := s
	earliest := func(by int64) bool {
		return by != 0 && by <= n && (s.opBy == 0 || by <= s.opBy) && (s.ringBy == 0 || by <= s.ringBy) && (s.recBy == 0 || by <= s.recBy)
	}
	// A deadline is cleared before it is acted on, so that it cannot loop.
	switch {
	case earliest(s.opBy):
		f, due.opBy = wishDue, 0
	case earliest(s.ringBy):
		f, due.ringBy, slot = ringDue, 0, s.find(Offered)
	case earliest(s.recBy):
		f, due.recBy = recordingDue, 0
	}
	if due.apply(now, f, slot, &telephony.Event{}, out) {
		return out.step.s
	}
	return due
}

// apply does what the table says of a fact, and reports whether it says
// anything: then the state that follows is in out.step.
func (s *State) apply(now time.Time, f fact, slot int, ev *telephony.Event, out *Output) bool {
	var role Role
	if slot >= 0 {
		role = s.p[slot].role
	}
	row := factRows[f][role][s.phase]
	if row == nil || row.Do == nil {
		out.Ignored = "OP-5"
		return false
	}
	t := out.start(s, now, slot)
	t.req = Request{}
	t.hear(ev.Kind, ev.Op, ev.Leg, ev.Talk, ev.Cause, ev.Recording)
	row.Do(t)
	t.finish(s)
	return true
}

// sound tells a fact from what is none.
func (s *State) sound(ev *telephony.Event) error {
	switch ev.Kind {
	case telephony.Alerting, telephony.Answered, telephony.Gone, telephony.DeviceHeld, telephony.DeviceRetrieved:
		if ev.Leg == 0 {
			return fmt.Errorf("%w: %v without a leg", ErrInvalid, ev.Kind)
		}
	case telephony.Arranged, telephony.Diverted, telephony.Recorded, telephony.Failed:
	default:
		return fmt.Errorf("%w: %v is no fact of an interaction", ErrInvalid, ev.Kind)
	}
	if ev.Leg > s.nParty {
		return fmt.Errorf("%w: %v about leg %d, the last one is %d", ErrInvalid, ev.Kind, ev.Leg, s.nParty)
	}
	if ev.Talk != (telephony.Legs{}) { // most facts carry none
		for _, l := range ev.Talk {
			if l > s.nParty {
				return fmt.Errorf("%w: %v with leg %d, the last one is %d", ErrInvalid, ev.Kind, l, s.nParty)
			}
		}
	}
	if ev.Recording > telephony.Paused || int(ev.Cause) >= telephony.Causes {
		return fmt.Errorf("%w: %v with an unknown word", ErrInvalid, ev.Kind)
	}
	return nil
}

// classify tells what a fact is about, by what is there now: a repeat is known
// by its leg, which never comes back, or by its operation, which is answered
// once. Order is not judged.
func (s *State) classify(ev *telephony.Event) (fact, int) {
	slot := s.slotOf(ev.Leg)
	if slot >= 0 && s.p[slot].leg == legWaited && ev.Kind != telephony.Gone && ev.Kind != telephony.Failed {
		return noFact, -1 // nothing rings there: an announcement is no answer (CON-24)
	}
	switch ev.Kind {
	case telephony.Arranged, telephony.Diverted, telephony.Recorded:
		if !s.kind.Voice() { // a digital contact is neither held nor handed over nor recorded
			return noFact, -1
		}
	}
	about := func(f fact) (fact, int) {
		if slot < 0 {
			return noFact, -1
		}
		return f, slot
	}
	switch ev.Kind {
	case telephony.Alerting:
		return about(alerting)
	case telephony.Answered:
		return answered, slot
	case telephony.Gone:
		return about(gone)
	case telephony.DeviceHeld:
		return about(heldOnDevice)
	case telephony.DeviceRetrieved:
		return about(retrievedThere)
	case telephony.Arranged:
		return arranged, -1
	case telephony.Diverted:
		return diverted, -1
	case telephony.Recorded:
		return recordedNow, -1
	}
	switch { // Failed
	case ev.Op != 0 && ev.Op == s.op:
		return wishFailed, -1
	case ev.Op != 0 && ev.Op == s.recOp:
		return recordingFailed, -1
	case s.phase == Requested && s.searchRefused(ev.Op):
		return ringFailed, s.find(Offered)
	case slot >= 0 && (s.p[slot].leg == legDialled || s.p[slot].leg == legWaited && s.phase == Requested):
		return ringFailed, slot // who considers a preview contact is not rung yet
	case slot >= 0 && s.p[slot].leg == legAnswering && (ev.Op == 0 || ev.Op != s.p[slot].op): // a consult that rings has begun
		return ringFailed, slot
	}
	return noFact, -1
}

// searchRefused: the consultation call to a queue was refused. Whom the queue
// has found is rung by an order of his own, so that neither his ringing phone
// nor who was found before him says that the consult has begun (CON-14).
func (s *State) searchRefused(op telephony.Op) bool {
	p := &s.p[s.find(Offered)]
	return op != 0 && op == p.op && routed(p.came)
}

// lateAnswer: the ring was taken back and answered all the same. It is
// released again and told (CON-23).
func (s *State) lateAnswer(now time.Time, leg telephony.Leg, out *Output) State {
	t := out.start(s, now, -1)
	t.s.tookBack = 0
	t.command(telephony.Command{Verb: telephony.Clear, Leg: leg})
	t.notifyOwner(Notice{Kind: LateAnswer, About: leg})
	out.Ignored = "OP-5"
	return t.s
}
