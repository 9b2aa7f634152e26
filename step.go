package callcontrol

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// inputKind is what a step is brought about by.
type inputKind uint8

const (
	asking    inputKind = iota // request, of an agent or of the router
	offering                   // to an agent
	reporting                  // event
	ticking                    // a deadline
	wrapping                   // wrapUp
	editing                    // edit
	keeping                    // sheet
	taking                     // the switch has taken op; settled: and that is all there is
	forgoing                   // op is not worth holding up others for
	renewing                   // the switch has taken op again and again, and never answered
	clearing                   // the switch still has what has ended here
	looking                    // what is there, when that is in doubt
	lagging                    // by's desktop hears nothing of what others save, while settled (CAD-9)
	opening                    // a contact that has come, or that agent dials
)

// input is one thing that happens to an interaction. A step may be decided
// several times, and performs nothing: it is data in and data out.
type input struct {
	kind    inputKind
	by      agent.ID
	agent   agent.ID
	request interaction.Request
	event   telephony.Event
	wrapUp  wrapup.Request
	edit    callflow.Edit
	sheet   cad.Sheet
	op      telephony.Op // in, and out for asking: what the caller waits for
	settled bool

	reserved agent.ID    // who was reserved for it
	as       agent.State // his state before that

	decided func() // called when it has been decided, before it is committed; may be nil

	full  bool   // the limit was reached meanwhile (CBK-7)
	press uint64 // out: what the caller waits for; 0 for nothing
}

// pad is what a step works on, to be used again.
type pad struct {
	callflow.Effects
	input
}

var pads = sync.Pool{New: func() any { return new(pad) }}

// report is the step of an event.
func (c *Center) report(k *call, ev telephony.Event) error {
	p := pads.Get().(*pad)
	in := &p.input // what else is in it no report looks at
	in.kind, in.event, in.by, in.full = reporting, ev, "", false
	err := c.do(k, &p.input, &p.Effects)
	pads.Put(p)
	return err
}

// step decides, commits, and then acts. What it decided has had no effect until
// it has been committed.
func (c *Center) step(k *call, in *input) error {
	p := pads.Get().(*pad)
	defer pads.Put(p)
	return c.do(k, in, &p.Effects)
}

func (c *Center) do(k *call, in *input, e *callflow.Effects) error {
	if c.table != nil {
		return c.stepStored(k, in, e)
	}
	k.mu.Lock()
	r := k.rec
	if r == nil {
		k.mu.Unlock()
		return ErrNoInteraction
	}
	before, limit := look(r), int64(c.settings.Load().MaxCalls)
	next := r
	if in.kind <= offering && limit > 0 {
		next = r.Clone() // it may turn out that there is no room
	}
	changed, err := c.decide(&before, next, in, e)
	if err == nil && changed && in.kind <= offering {
		if more := int64(next.Contact.Calls() - callflow.Calls(before.state)); !c.place(more, limit) {
			in.full = true
			next = r.Clone()
			changed, err = c.decide(&before, next, in, e)
		}
	}
	if err != nil || !changed {
		k.mu.Unlock()
		if err == nil {
			c.trace(k, in, e, nil, nil)
		}
		return err
	}
	k.rec = next
	if in.kind > offering && (before.state.Phase() != next.Contact.State.Phase() || next.Contact.State.Kind() == interaction.Preview) {
		c.count(int64(next.Contact.Calls() - callflow.Calls(before.state)))
	}
	c.committed(k, &before, next.Orders, in, e)
	return nil
}

// stepStored is do where the records are kept in a store: each is a value that
// never changes, and the commit compares and sets.
func (c *Center) stepStored(k *call, in *input, e *callflow.Effects) error {
	if err := k.turn.take(c.life); err != nil {
		return ErrUnavailable
	}
	var was *record.Interaction
	var trimmed uint64
	k.mu.Lock()
	was, trimmed = k.rec, k.told
	k.mu.Unlock()
	if was == nil {
		k.turn.give()
		return ErrNoInteraction
	}
	var before, first glance
	found, counted := false, int64(0)
	s := swap[telephony.CallID, record.Interaction]{
		decided: in.decided,
		table:   c.table, kind: record.KindInteraction, key: k.id, head: stamp[record.Interaction], doubt: &k.doubt,
		read: func(now *record.Interaction) { // somebody else's, or one of ours that had been given up
			if now.Epoch > c.epoch {
				c.replaced()
			}
			if !found {
				found, first = true, look(was)
			}
			c.count(int64(now.Contact.Calls() - callflow.Calls(was.Contact.State)))
			was = now
			k.mu.Lock()
			k.rec = now
			k.mu.Unlock()
		},
		decide: func(was *record.Interaction) (*record.Interaction, error) {
			c.count(-counted) // of an attempt of which nobody knows
			counted = 0
			before = look(was)
			for {
				next := was.Clone()
				next.Trim(trimmed)
				next.Epoch = c.epoch
				changed, err := c.decide(&before, next, in, e)
				if err != nil || !changed {
					return nil, err
				}
				more := int64(next.Contact.Calls() - callflow.Calls(before.state))
				if in.kind > offering {
					c.count(more)
				} else if !c.place(more, int64(c.settings.Load().MaxCalls)) {
					in.full = true
					continue
				}
				counted = more
				return next, nil
			}
		},
	}
	next, err := s.commit(c, was)
	removed := errors.Is(err, errRemoved)
	if next == nil {
		c.count(-counted)
		in.press = 0 // it was decided, and never committed
	}
	if k.doubt && !removed {
		c.wakeAt(k, c.now().Add(time.Second)) // what is there is looked at again
	}
	if next != nil {
		k.mu.Lock()
		k.rec = next
		k.mu.Unlock()
	}
	k.turn.give()
	if removed {
		c.gone(k)
		return ErrNoInteraction
	}
	switch {
	case next != nil:
		if found {
			before = first
		}
		k.mu.Lock()
		c.committed(k, &before, next.Orders, in, e)
	case found:
		k.mu.Lock()
		c.committed(k, &first, was.Orders, &input{kind: looking}, &callflow.Effects{})
	}
	if next == nil && err == nil {
		c.trace(k, in, e, nil, nil)
	}
	return err
}

// stamp is a record's head.
func stamp[V any, P interface {
	*V
	Stamp() *record.Head
}](v *V) *record.Head {
	return P(v).Stamp()
}

// place counts so many more calls, if there is room (CBK-7).
func (c *Center) place(more, limit int64) bool {
	n := c.placed.Add(more)
	if more > 0 && limit > 0 && n > limit {
		c.placed.Add(-more)
		return false
	}
	c.crosses(n-more, n, limit)
	return true
}

// count counts so many more calls, whether there is room or not.
func (c *Center) count(more int64) {
	if more == 0 {
		return
	}
	n := c.placed.Add(more)
	c.crosses(n-more, n, int64(c.settings.Load().MaxCalls))
}

// crosses notes that there is room for another call no more, or again.
func (c *Center) crosses(before, after, limit int64) {
	if limit > 0 && (before >= limit) != (after >= limit) {
		c.crossed.Store(true)
	}
}

// crowd shows every desk that the limit has been crossed, and lets those have a
// line who wait for one. The caller holds no lock.
func (c *Center) crowd() {
	if !c.crossed.Load() || !c.crossed.CompareAndSwap(true, false) {
		return
	}
	for _, p := range c.desks.all() {
		p.publish()
	}
	c.idle.again()
}

// decide changes next as the input says; false when nothing has changed. Where
// it gives an error nothing has changed either.
func (c *Center) decide(before *glance, next *record.Interaction, in *input, e *callflow.Effects) (bool, error) {
	if now := c.now(); now.After(next.At) {
		next.At = now
	}
	contact, now, by := &next.Contact, next.At, record.Asked
	var err error
	in.press = 0
	if in.kind == asking {
		in.op = 0
	}
	switch in.kind {
	case asking:
		if in.by != "" && (len(next.Presses) >= maxOpen || len(next.Orders) >= maxOpen) && next.EndedAt.IsZero() && in.request.Action != interaction.End {
			return false, errTooMuch
		}
		if in.by == "" {
			err = contact.Request(now, "", in.request, e)
		} else {
			err = contact.Do(now, in.by, in.request, c.aroundFor(in), e)
		}
	case offering:
		err = contact.Offer(now, in.agent, c.aroundFor(in), e)
	case reporting:
		by = record.Reported
		if err = contact.Fact(now, in.event, e); err == nil {
			next.Answer(in.event)
		}
	case ticking:
		by = record.Deadline
		contact.Tick(now, e)
	case wrapping:
		err = contact.WrapUp(now, in.by, in.wrapUp, e)
	case editing:
		err = contact.Edit(in.by, in.edit, e)
	case keeping:
		contact.Keep(in.by, in.sheet, e)
	case lagging:
		e.Reset()
		contact.Lag(in.by, in.settled, e)
	case looking:
		e.Reset()
		return false, nil
	case clearing:
		e.Reset()
		return next.Clear(), nil
	case forgoing:
		e.Reset()
		next.GiveUp(in.op)
		return true, nil
	case renewing:
		e.Reset()
		next.Renew(in.op)
		return true, nil
	case taking:
		e.Reset()
		next.Taken(in.op)
		if in.settled {
			next.Settle(in.op)
		}
		return true, nil
	}
	if err != nil {
		return false, err
	}
	if in.kind == reporting && contact.State == before.state && len(e.Notices) == 0 && len(e.Agents) == 0 && len(e.Commands) == 0 &&
		len(next.Orders) == len(before.orders) && len(next.Presses) == 0 {
		return false, nil
	}
	next.Absorb(e)
	next.Resolve(before.state, by, in.event)
	if in.kind == asking && in.by != "" {
		in.press = pressed(next, before.state, in, e)
	}
	if next.EndedAt.IsZero() && contact.Over() {
		next.EndedAt = now
	}
	return true, nil
}

// maxOpen bounds how much of one interaction can wait for a switch that does not
// answer; ending it is always possible.
const maxOpen = 256

var errTooMuch = fmt.Errorf("%w: too much is waiting for the switch", ErrUnavailable)

// pressed notes what the caller of a request is to wait for, and returns its
// number; 0 when it is done already (OP-8).
func pressed(next *record.Interaction, before interaction.State, in *input, e *callflow.Effects) uint64 {
	s := &next.Contact.State
	p := record.Press{By: in.by, Action: in.request.Action, To: in.request.To}
	switch p.Action {
	case interaction.Consult, interaction.Mute, interaction.Unmute, interaction.SendDigits:
		p.Waits = record.ForTaken
	case interaction.Accept:
		p.Waits = record.ForAnswer
	default:
		if s.RecordingOperation() != before.RecordingOperation() && s.RecordingOperation() != 0 {
			p.Waits, p.Op = record.ForRecording, s.RecordingOperation()
			in.op = p.Op
			return next.Press(p)
		}
		if s.InFlight() == p.Action && before.InFlight() != p.Action {
			if len(e.Commands) > 0 { // a transfer may wait for an agent's word alone (TRF-8)
				p.Op = e.Commands[0].Op
			}
			in.op = p.Op
			return next.Press(p)
		}
		return 0
	}
	if len(e.Commands) == 0 {
		return 0
	}
	p.Op = e.Commands[0].Op
	in.op = p.Op
	if e.Commands[0].Verb == telephony.Dial { // a phone rings until somebody answers
		p.Waits = record.ForTaken
	}
	return next.Press(p)
}
