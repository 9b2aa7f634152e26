package callcontrol

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// sink takes an event of the switch. An error says that it was not taken, and
// comes again (telephony's duty 1); what makes no sense is taken and dropped,
// for coming again would not help it.
func (c *Center) sink(ev telephony.Event) error {
	if c.life.Err() != nil {
		return ErrUnavailable
	}
	c.metrics.add(Events, Labels{Of: ev.Kind.String()})
	switch ev.Kind {
	case telephony.Incoming:
		return c.arrived(ev)
	case telephony.OffHook, telephony.OnHook:
		return c.hook(ev)
	}
	k, ok := c.calls.get(ev.Call)
	if !ok {
		c.log.Debug(EventStray, "call", ev.Call, "event", ev.Kind.String(), "op", ev.Op)
		return nil
	}
	err := c.report(k, ev)
	if err == nil && k.uncertain.Load() {
		c.heardOf(k, ev)
	}
	switch {
	case err == nil, errors.Is(err, ErrNoInteraction):
		return nil
	case errors.Is(err, ErrUnavailable):
		return err
	}
	c.log.Warn(EventNonsense, "call", ev.Call, "event", ev.Kind.String(), "op", ev.Op, "error", err)
	return nil
}

func (c *Center) hook(ev telephony.Event) error {
	p, ok := c.desks.get(agent.ID(ev.Device))
	if !ok {
		return nil
	}
	if c.tracing() {
		c.log.Debug(EventPhone, "agent", p.id, "event", ev.Kind.String())
	}
	f := agent.Fact{What: agent.OnHook}
	if ev.Kind == telephony.OffHook {
		f.What = agent.OffHook
	}
	return c.change(p, func(now time.Time, a *record.Agent, out *agent.Output) error {
		a.State = a.State.Fact(now, f, out)
		return nil
	})
}

var arrivalKinds = map[telephony.Medium]interaction.Kind{
	telephony.VoiceMedium: interaction.Inbound, telephony.ChatMedium: interaction.Chat,
	telephony.EmailMedium: interaction.Email, telephony.SocialMedium: interaction.Social,
}

func (c *Center) arrived(ev telephony.Event) error {
	if _, ok := c.calls.get(ev.Call); ok {
		return nil // said twice
	}
	a := callflow.Arrival{ID: ev.Call, Kind: arrivalKinds[ev.Contact.Medium], Queue: ev.Contact.Arrived.Address,
		Customer: ev.Contact.From.Address, DNIS: ev.Contact.DNIS, Values: c.cfg.Values(ev.Call, ev.Contact)}
	err := c.open(a, interaction.Target{}, nil)
	if errors.Is(err, store.ErrInvalid) && len(a.Values) > 0 { // a customer is not turned away because of what the flow says of him
		c.log.Error(EventValuesDropped, "call", ev.Call, "error", err)
		a.Values = nil
		err = c.open(a, interaction.Target{}, nil)
	}
	if errors.Is(err, ErrUnavailable) {
		return err
	}
	if err != nil {
		c.log.Error(EventArrivalNonsense, "call", ev.Call, "error", err)
	}
	return nil
}

// Open takes in a contact that the host has: a callback that was asked for, a
// preview contact of a campaign. What arrives at the switch the adapter tells
// by itself. ErrInvalid for an id that is missing, too long or used.
func (c *Center) Open(ctx context.Context, a callflow.Arrival) error {
	if a.Kind == interaction.Outdial {
		return fmt.Errorf("%w: an outdial does not arrive", ErrInvalid)
	}
	if err := c.up(ctx); err != nil {
		return err
	}
	_, err := apart(ctx, c, func() (struct{}, error) { return struct{}{}, c.open(a, interaction.Target{}, nil) })
	return err
}

// maxText bounds the texts that come with a contact, in bytes.
const maxText = 1024

// errFull: the limit of concurrent calls is reached (CBK-7).
var errFull = errors.New("callcontrol: no room for another call")

// open makes the record of a new interaction; press, if it is not nil, gets the
// number of what the caller waits for.
func (c *Center) open(a callflow.Arrival, dialling interaction.Target, press *pressing) error {
	if c.life.Err() != nil {
		return ErrUnavailable
	}
	if int(c.live.Load()) >= c.cfg.Limits.Interactions {
		return fmt.Errorf("%w: too many interactions", ErrUnavailable)
	}
	for _, text := range []string{string(a.ID), a.Name, a.Queue, a.Customer, a.DNIS} {
		if len(text) > maxText || !utf8.ValidString(text) {
			return fmt.Errorf("%w: an arrival with a text of %d bytes, or not in UTF-8", ErrInvalid, len(text))
		}
	}
	s := c.settings.Load()
	contact, err := callflow.NewContact(a, s.policy(a.Queue), c.cfg.Variables)
	if err != nil {
		return err
	}
	p := pads.Get().(*pad)
	defer pads.Put(p)
	e := &p.Effects
	r := &record.Interaction{Head: record.Head{Rev: 1}, Seq: c.arrivals.Add(1), Contact: contact, Epoch: c.epoch, At: c.now()}
	if err := r.Contact.Open(r.At, interaction.Opening{Kind: a.Kind, Capabilities: c.caps, Agent: dialling}, e); err != nil {
		return err
	}
	more := int64(r.Contact.Calls())
	if press != nil {
		if !c.place(more, int64(s.MaxCalls)) {
			return errFull
		}
		press.op = e.Commands[0].Op
		press.n = r.Press(record.Press{By: agent.ID(dialling.Address()), Action: interaction.NoAction, Waits: record.ForTaken, Op: press.op})
	} else {
		c.count(more) // it is there, whether we like it or not
	}
	r.Absorb(e)
	k := c.newCall(a.ID, r.Seq)
	var early error
	if c.table != nil {
		early = c.openStored(k, r, press != nil)
	}
	k.mu.Lock()
	k.rec = r
	err = early
	if err == nil {
		if _, fresh := c.calls.put(a.ID, k); !fresh {
			err = record.ErrConflict
		}
	}
	if err != nil {
		k.mu.Unlock()
		c.count(-more)
		if errors.Is(err, record.ErrConflict) {
			return fmt.Errorf("%w: the id is used", ErrInvalid)
		}
		return err
	}
	c.live.Add(1)
	c.committed(k, &glance{}, r.Orders, &input{kind: opening, agent: agent.ID(dialling.Address())}, e)
	return nil
}

// fire looks at what may be due: deadlines, orders to be given again, who has
// not been told, what is over and done.
func (c *Center) fire(key wakeKey) {
	if key.agent != "" {
		c.expire(key.agent)
		return
	}
	k, ok := c.calls.get(key.call)
	if !ok {
		return
	}
	if c.table == nil {
		c.look(k, func() {})
		return
	}
	// It waits for the store, and one interaction must not hold up the others; but
	// what is overdue is decided in its order.
	if c.looking.take(c.life) != nil {
		return
	}
	decided := make(chan struct{})
	decide := sync.OnceFunc(func() { close(decided) })
	c.workers.Go(func() {
		defer c.looking.give()
		defer decide()
		c.look(k, decide)
	})
	long := time.NewTimer(inOrder)
	defer long.Stop()
	select {
	case <-decided:
	case <-long.C:
	}
}

// inOrder is for how long a deadline waits for what was due before it to be
// decided, which has to wait for the store itself.
const inOrder = 100 * time.Millisecond

// atOnce is how many interactions wait for the store because a deadline of
// theirs has passed. They begin in the order of their deadlines.
const atOnce = 256

// look does what is due of one interaction; decided is called when the first of it
// has been.
func (c *Center) look(k *call, decided func()) {
	k.armed.Store(0)
	if err := c.lookAgain(k); err != nil {
		return
	}
	c.miss(k)
	var ended time.Time
	for range maxTicks {
		due, late := false, time.Duration(0)
		if !k.read(func(r *record.Interaction) {
			by, ok := r.Contact.Deadline()
			late = c.now().Sub(by)
			due = ok && late >= 0
			if ended = r.EndedAt; len(r.Orders) > 0 {
				ended = time.Time{}
			}
			if ok && !due {
				c.wakeAt(k, by)
			}
		}) {
			return
		}
		if !due {
			break
		}
		c.metrics.deadline(late)
		if err := c.step(k, &input{kind: ticking, decided: decided}); err != nil {
			c.log.Error(EventDeadlineNotKept, "call", k.id, "error", err)
			c.wakeAt(k, c.now().Add(time.Second))
			return
		}
	}
	k.mu.Lock()
	telling, untold := c.mayTell(k), k.rec != nil && k.rec.Told != k.told
	k.mu.Unlock()
	if telling {
		c.tell(k)
	}
	c.idle.still(k)
	if !ended.IsZero() && !untold {
		if at := ended.Add(c.cfg.KeepEnded); at.After(c.now()) {
			c.wakeAt(k, at)
		} else {
			c.remove(k)
			return
		}
	}
	c.kick(k)
}

// maxTicks bounds what one wake-up does for one interaction.
const maxTicks = 64

// remove forgets an interaction that is over, and of which nothing is left to
// be done.
func (c *Center) remove(k *call) {
	if c.table != nil && !c.removeStored(k) {
		c.wakeAt(k, c.now().Add(time.Second))
		return
	}
	c.gone(k)
}

// gone forgets an interaction that has no record any more.
func (c *Center) gone(k *call) {
	k.mu.Lock()
	if k.rec == nil {
		k.mu.Unlock()
		return
	}
	var agents seated
	agents.sit(&k.rec.Contact)
	k.rec = nil
	if k.changed != nil {
		close(k.changed)
		k.changed = nil
	}
	k.mu.Unlock()
	c.calls.drop(k.id)
	c.live.Add(-1)
	agents.each(func(id agent.ID) {
		p, _ := c.presence(id)
		p.concern(k)
	})
}

// expire lets go of an agent who was reserved for an interaction that never
// named him.
func (c *Center) expire(id agent.ID) {
	p, ok := c.desks.get(id)
	if !ok {
		return
	}
	_ = c.change(p, func(now time.Time, a *record.Agent, out *agent.Output) error {
		changed := false
		for _, r := range a.Reserved {
			if !r.Until.After(now) {
				changed = a.Release(now, r.Call, out) || changed
			}
		}
		if by, ok := a.Deadline(); ok {
			c.due.Wake(wakeKey{agent: id}, by)
		}
		if !changed {
			return errNothing
		}
		return nil
	})
}
