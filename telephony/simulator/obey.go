package simulator

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// carry carries an order out, or tells that it came to nothing. Its events are
// told so much later than they happen.
func (s *Switch) carry(o *order, now time.Time, later time.Duration) {
	k := o.call
	if s.calls[k.id] != k { // forgotten meanwhile: its id may be another's by now
		s.count.Failed++
		return
	}
	if o.failed = o.refuse; o.failed == telephony.NoCause {
		o.failed = k.cannot(o)
	}
	if o.failed != telephony.NoCause {
		s.count.Failed++
	} else {
		o.done = true
		s.count.Done++
	}
	s.bring(o, now.Add(later), true)
	s.weigh(k)
}

// again tells once more what came of an order (duty 4): what is so, for what
// was so then may not be so any more.
func (s *Switch) again(o *order, now time.Time) {
	if o.done || o.failed != telephony.NoCause {
		s.bring(o, now, false)
	}
}

// bring brings about what an order says, if it is the first time, and tells it.
// What is so already is only told (duty 8).
func (s *Switch) bring(o *order, at time.Time, first bool) {
	k, before := o.call, o.call.rec
	if first && o.failed == telephony.NoCause {
		k.prepare(&o.command)
	}
	c := o.command
	tell := func(e telephony.Event) {
		if first {
			k.apply(c, e)
		} else if e.Kind == telephony.Diverted && !k.with(e.Leg) {
			return
		}
		if e, ok := k.so(c, e); ok {
			e.Call, e.Op = k.id, c.Op
			s.tell(e, at.Add(s.spread()))
		}
	}
	if o.failed != telephony.NoCause {
		tell(telephony.Event{Kind: telephony.Failed, Leg: c.Leg, Cause: o.failed})
		return
	}
	if c.Verb == telephony.ClearCall {
		s.clearCall(k, first, tell)
	}
	telephony.Obey(c, tell)
	if k.stopped(before) {
		tell(telephony.Event{Kind: telephony.Recorded})
	}
}

// with: the call is with that leg, or with nobody where it was sent to a queue.
func (k *call) with(n telephony.Leg) bool {
	return k.owner == n || k.owner == 0 && k.state(n) != telephony.LegGone
}

// stopped: a recording has ended, and not with the call.
func (k *call) stopped(before telephony.Recording) bool {
	return before != telephony.NotRecording && k.rec == telephony.NotRecording && !k.over()
}

// clearCall ends everything, and whatever was ordered before and is not done.
// Where nobody is left, it tells who has gone.
func (s *Switch) clearCall(k *call, first bool, tell func(telephony.Event)) {
	if first {
		k.cleared = s.nextSerial()
	}
	nobody := k.over()
	for i := range k.legs {
		if l := &k.legs[i]; nobody || first == (l.state != telephony.LegGone) {
			tell(telephony.Event{Kind: telephony.Gone, Leg: l.n, Cause: telephony.Cancelled})
		}
	}
}

// cannot is why an order cannot be carried out any more; NoCause when it can.
// Whom it has rung already may have left by himself meanwhile.
func (k *call) cannot(o *order) telephony.Cause {
	c := o.command
	if o.serial < k.cleared && c.Verb != telephony.ClearCall && c.Verb != telephony.Clear {
		return telephony.Cancelled
	}
	if c.Owner == 0 {
		c.Owner = k.owner
	}
	l := k.leg(c.Leg)
	gone := l != nil && l.state == telephony.LegGone && (!o.rang || l.cause == telephony.Cancelled)
	can := true
	switch c.Verb {
	case telephony.Dial:
		can = !gone && (!k.arrived || k.up(1)) // nobody is rung for a customer who has left
	case telephony.ConsultationCall:
		can = !gone && k.up(c.Owner)
	case telephony.Hold, telephony.Retrieve, telephony.Alternate:
		can = k.up(c.Owner) && (c.Leg == 0 || k.up(c.Leg))
	case telephony.Arrange:
		can = k.up(c.Owner)
	case telephony.Reconnect:
		can = k.up(c.Owner) && c.Leg != c.Owner
	case telephony.Conference:
		left := k.owner == 0 && k.leg(c.Owner) != nil // he may have left meanwhile (PAR-17)
		can = (left || k.up(c.Owner)) && k.connected(c.Talk, c.Owner) == c.Talk
	case telephony.Transfer:
		can = k.up(c.Leg) && k.mayGive(c) && k.others(c.Leg, c.Owner).Len() > 0
	case telephony.SingleStep:
		can = !gone && k.mayGive(c) && k.others(c.Leg, c.Owner).Len() > 0
	case telephony.Answer:
		can = !gone && (l != nil && !place(l.to) || k.medium != telephony.VoiceMedium && k.up(1) && k.owner == 0)
	case telephony.Mute, telephony.Unmute, telephony.SendDigits:
		can = k.up(c.Leg)
	case telephony.StartRecording:
		can = k.owner != 0
	case telephony.PauseRecording, telephony.ResumeRecording:
		can = k.rec != telephony.NotRecording
	case telephony.SetNoiseReduction:
		can = !k.over()
	}
	if !can {
		return telephony.Refused
	}
	return telephony.NoCause
}

// mayGive: the call is its owner's to give away, or he has left and nobody else
// owns it (PAR-17), or it has been given to that very leg already.
func (k *call) mayGive(c telephony.Command) bool {
	return k.owner == 0 || k.up(c.Owner) || c.Leg != 0 && k.owner == c.Leg
}

// prepare fills in what a command leaves open, and gives whom it rings a leg.
func (k *call) prepare(c *telephony.Command) {
	if c.Owner == 0 && c.Verb != telephony.NoVerb {
		c.Owner = k.owner
	}
	if c.Verb.Media() {
		c.Talk = k.connected(c.Talk, c.Owner)
	}
	switch c.Verb {
	case telephony.Dial, telephony.ConsultationCall, telephony.SingleStep, telephony.Answer:
		k.rings(*c)
	case telephony.Reconnect:
		c.Talk = without(c.Talk, c.Leg)
		k.never(c.Leg)
	case telephony.Clear:
		k.never(c.Leg)
	}
}

// rings gives whom a command rings a leg.
func (k *call) rings(c telephony.Command) {
	if c.Leg != 0 {
		l := k.join(c.Leg, c.To)
		l.consulted = l.consulted || c.Verb == telephony.ConsultationCall && k.owner != c.Leg
	}
}

// never: a leg that is cleared before it ever was there is gone for good.
func (k *call) never(n telephony.Leg) {
	if k.leg(n) == nil {
		k.legs = append(k.legs, leg{n: n, cause: telephony.Cancelled})
	}
}

// apply makes so what an event of an order says, unless it is so already.
func (k *call) apply(c telephony.Command, e telephony.Event) {
	l := k.leg(e.Leg)
	switch e.Kind {
	case telephony.Alerting:
		if l.state == telephony.LegDialled {
			l.state = telephony.LegAlerting
		}
	case telephony.Answered:
		if l.state != telephony.LegUp {
			k.answers(l)
		}
	case telephony.Gone:
		if l != nil && l.state != telephony.LegGone {
			k.goes(l, e.Cause)
		}
	case telephony.Arranged:
		if !k.up(c.Owner) { // those whom he joined talk with each other
			k.joins(e.Talk)
			return
		}
		k.owns(k.leg(c.Owner), e.Talk)
	case telephony.Diverted:
		k.diverted(c, l)
	case telephony.Recorded:
		k.rec = e.Recording
	}
}

// so puts an event of an order right: it tells what is so now. It is false for
// what is not to be told.
func (k *call) so(c telephony.Command, e telephony.Event) (telephony.Event, bool) {
	switch e.Kind {
	case telephony.Alerting, telephony.Answered, telephony.Gone:
		l := k.leg(e.Leg)
		if l == nil {
			return e, false
		}
		e.Kind, e.Cause = telephony.Alerting, telephony.NoCause
		switch l.state {
		case telephony.LegUp:
			e.Kind = telephony.Answered
		case telephony.LegGone:
			e.Kind, e.Cause = telephony.Gone, l.cause
		}
		given := c.Verb == telephony.Transfer || c.Verb == telephony.SingleStep
		return e, !given || e.Leg != c.Owner || e.Cause == telephony.Transferred // else he had left before (duty 2)
	case telephony.Arranged:
		if c.Verb == telephony.Conference && !k.up(c.Owner) { // whom he joined, and left alone
			return e, true
		}
		e.Talk = k.talk
		return e, k.owner != 0
	case telephony.Recorded:
		e.Recording = k.rec
	}
	return e, true
}

// diverted: the call is with whom it was given to. Nobody is on hold after a
// transfer to somebody who is on the line (TRF-8). A call that is sent on is
// recorded no more (duty 13), and has no owner while its target is rung.
func (k *call) diverted(c telephony.Command, l *leg) {
	if l != nil && k.owner == l.n {
		return
	}
	if c.Verb == telephony.SingleStep {
		k.rec = telephony.NotRecording
	}
	k.owner, k.talk = 0, telephony.Legs{}
	if l != nil && l.state == telephony.LegUp {
		k.owns(l, k.others(l.n, c.Owner))
	}
}
