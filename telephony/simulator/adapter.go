package simulator

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Do gives the switch an order. It rejects what can never be done: a command of
// an older epoch (duty 5), about a contact that it does not know (only a Dial
// begins one), over the limit of calls, or without what its verb needs. What is
// only not so any more is taken, and told by a Failed.
func (s *Switch) Do(ctx context.Context, c telephony.Command) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	err := s.order(c)
	if err == errBlock {
		<-ctx.Done()
		return ctx.Err()
	}
	return err
}

// errBlock never leaves Do.
var errBlock = errors.New("simulator: blocked")

func (s *Switch) order(c telephony.Command) error {
	defer s.enter()()
	if s.down {
		return ErrLink
	}
	k := s.calls[c.Call]
	var known *order
	if k != nil && c.Op != 0 {
		known = k.ops[c.Op]
	}
	f := s.meets(c, known != nil)
	switch {
	case f.Do == Block:
		s.count.Lost++
		return errBlock
	case f.Do == LoseCommand:
		s.count.Lost++
		return ErrLost
	}
	if err := s.refuses(c, k, f); err != nil {
		s.count.Rejected++
		return err
	}
	now := time.Now()
	if known != nil {
		s.count.Again++
		s.again(known, now)
	} else {
		s.count.Taken++
		s.takes(c, k, f, now)
	}
	if f.Do == LoseAnswer {
		return ErrLost
	}
	return nil
}

// refuses is why a command is not taken; nil when it is.
func (s *Switch) refuses(c telephony.Command, k *call, f Fault) error {
	medium := telephony.VoiceMedium
	if k != nil {
		medium = k.medium
	}
	switch {
	case c.Verb == telephony.NoVerb || int(c.Verb) >= telephony.Verbs || !s.can.Has(c.Verb.Needs()),
		c.Verb == telephony.Answer && medium == telephony.VoiceMedium && !s.can.Has(telephony.CanAnswer):
		return telephony.ErrUnsupported
	case k == nil && c.Verb != telephony.Dial || k != nil && c.Epoch < k.epoch || malformed(c, medium):
		return &telephony.Rejection{Cause: telephony.Refused}
	}
	if k != nil {
		k.epoch = c.Epoch
	}
	switch {
	case k != nil && k.ops[c.Op] != nil:
		return nil
	case f.Do == Reject:
		return &telephony.Rejection{Cause: f.Cause}
	case s.cfg.MaxCalls > 0 && s.load >= s.cfg.MaxCalls && another(c, k):
		return &telephony.Rejection{Cause: telephony.LimitReached}
	}
	return nil
}

// malformed: the command lacks what its verb needs, or is none for the medium.
func malformed(c telephony.Command, medium telephony.Medium) bool {
	if medium != telephony.VoiceMedium { // duty 16
		return c.Verb != telephony.Answer && c.Verb != telephony.Clear && c.Verb != telephony.ClearCall
	}
	switch c.Verb {
	case telephony.Dial:
		return c.Call == "" || c.Leg == 0 || place(c.To)
	case telephony.ConsultationCall, telephony.Reconnect, telephony.Transfer, telephony.Clear, telephony.Answer:
		return c.Leg == 0
	case telephony.SingleStep: // a queue needs no leg, a person does
		return (c.Leg == 0) != place(c.To)
	}
	return false
}

// another: the command makes another concurrent call (CBK-7).
func another(c telephony.Command, k *call) bool {
	switch c.Verb {
	case telephony.Dial:
		return k == nil || k.over()
	case telephony.ConsultationCall:
		return true
	case telephony.SingleStep:
		return !place(c.To)
	}
	return false
}

// takes takes a command, and carries it out when its time has come.
func (s *Switch) takes(c telephony.Command, k *call, f Fault, now time.Time) {
	if k == nil {
		k = &call{id: c.Call, serial: s.nextSerial(), epoch: c.Epoch, ops: map[telephony.Op]*order{}}
		s.calls[c.Call] = k
	}
	o := &order{command: c, call: k, serial: s.nextSerial()}
	if c.Op != 0 {
		k.ops[c.Op] = o
	}
	switch {
	case f.Do == Silence:
	case f.Do == RefuseLater:
		o.refuse = f.Cause
		s.postpone(o, now.Add(f.After))
	case f.Do == Late:
		if rings(c) && k.cannot(o) == telephony.NoCause {
			k.rings(c)
			o.rang = true
		}
		s.postpone(o, now.Add(f.After))
	case s.slow:
		s.waits = append(s.waits, o)
	case f.Do == Delay:
		s.carry(o, now, f.After)
	default:
		s.carry(o, now, 0)
	}
	s.weigh(k)
}

// rings: the command rings somebody's phone.
func rings(c telephony.Command) bool {
	ring := c.Verb == telephony.Dial || c.Verb == telephony.ConsultationCall || c.Verb == telephony.SingleStep
	return ring && !place(c.To)
}

func (s *Switch) postpone(o *order, until time.Time) {
	s.later.add(until, o.serial, o)
	s.post.ring()
}

// catchUp does what is due by now.
func (s *Switch) catchUp(now time.Time) {
	for d, ok := s.later.take(now); ok; d, ok = s.later.take(now) {
		s.carry(d.what, d.at, 0)
	}
}

// Contacts is what is really there: every contact with a leg that is connected
// or rung, in the order in which they began.
func (s *Switch) Contacts() []telephony.Live {
	defer s.enter()()
	var here []*call
	for _, k := range s.calls {
		if !k.over() {
			here = append(here, k)
		}
	}
	slices.SortFunc(here, func(a, b *call) int { return cmp.Compare(a.serial, b.serial) })
	all := make([]telephony.Live, len(here))
	for i, k := range here {
		all[i] = k.live()
	}
	return all
}

// Live yields what Contacts is at that moment. It yields ErrLink while the
// connection is cut, and the context's error when that ends.
func (s *Switch) Live(ctx context.Context) iter.Seq2[telephony.Live, error] {
	return func(yield func(telephony.Live, error) bool) {
		if s.isDown() {
			yield(telephony.Live{}, ErrLink)
			return
		}
		for _, v := range s.Contacts() {
			if err := ctx.Err(); err != nil {
				yield(telephony.Live{}, err)
				return
			}
			if !yield(v, nil) {
				return
			}
		}
	}
}
