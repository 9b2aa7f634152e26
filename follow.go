package callcontrol

import (
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// glance is what of a record has to be known when it has changed, to see what
// the change means for others.
type glance struct {
	state    interaction.State
	want     interaction.Want
	excluded agent.ID
	orders   []telephony.Command // never changed in place
	seated
}

func look(r *record.Interaction) glance {
	c := &r.Contact
	g := glance{state: c.State, want: c.Want, excluded: c.Excluded, orders: r.Orders}
	g.sit(c)
	return g
}

// seated is who has a seat in a contact: its agents, each once.
type seated struct {
	few  [4]agent.ID
	n    int
	more []agent.ID
}

func (s *seated) sit(c *callflow.Contact) {
	for i := range c.Seats {
		switch id := c.Seats[i].Agent; {
		case id == "" || s.has(id):
		case s.n < len(s.few):
			s.few[s.n] = id
			s.n++
		default:
			s.more = append(s.more, id)
		}
	}
}

func (s *seated) has(id agent.ID) bool {
	return slices.Contains(s.few[:s.n], id) || slices.Contains(s.more, id)
}

func (s *seated) each(do func(agent.ID)) {
	for _, id := range s.few[:s.n] {
		do(id)
	}
	for _, id := range s.more {
		do(id)
	}
}

// committed does what follows from a commit: none of it can undo it, and all
// of it is in the record, to be done again after a crash. The record may be a
// later one by now; after is the outbox that was committed, which is what the log
// tells of. The caller holds the call's lock, and does not afterwards.
func (c *Center) committed(k *call, before *glance, after []telephony.Command, in *input, e *callflow.Effects) {
	r := k.rec
	if r == nil { // it is gone already
		k.mu.Unlock()
		return
	}
	routing := c.mayRoute(k, before)
	moved := len(e.Agents) > 0 || in.kind != reporting // else it is on the same desktops as before
	var room [4]*presence
	concerns := c.concerned(k, before, room[:0])
	due, ends := r.Contact.State.Deadline()
	if moved { // a wrap-up's, perhaps
		due, ends = r.Contact.Deadline()
	}
	ended := r.EndedAt
	telling, last := c.mayTell(k), r.Told
	working, wake := c.mayWork(k)
	changed := k.changed
	k.changed = nil
	k.mu.Unlock()

	c.trace(k, in, e, before.orders, after)
	c.crowd()
	if telling {
		c.tell(k)
	}
	if in.by != "" || routing { // who declined is not free for what he declined
		c.told(k, last)
	}
	if routing {
		c.route(k)
	}
	for _, p := range concerns {
		if moved {
			p.concern(k)
		} else {
			p.publish()
		}
	}
	if changed != nil { // after all that: who waited finds it on his desktop
		close(changed)
	}
	if ends {
		c.wakeAt(k, due)
	}
	if !ended.IsZero() {
		c.wakeAt(k, ended.Add(c.cfg.KeepEnded))
	}
	c.wakeAt(k, wake)
	if working {
		go c.work(k)
	}
}

// concerned are the desktops whom a change concerns. The caller holds the lock.
func (c *Center) concerned(k *call, before *glance, into []*presence) []*presence {
	seats := k.rec.Contact.Seats
	for i := range seats {
		id := seats[i].Agent
		if id == "" || i > 0 && slices.ContainsFunc(seats[:i], func(s callflow.Seat) bool { return s.Agent == id }) {
			continue
		}
		if k.near == nil || k.near.id != id {
			k.near, _ = c.presence(id)
		}
		into = append(into, k.near)
	}
	before.each(func(id agent.ID) {
		if !slices.ContainsFunc(seats, func(s callflow.Seat) bool { return s.Agent == id }) {
			p, _ := c.presence(id)
			into = append(into, p)
		}
	})
	return into
}

// wakeAt has the interaction looked at then, or before.
func (c *Center) wakeAt(k *call, at time.Time) {
	if at.IsZero() {
		return
	}
	if armed := k.armed.Load(); armed != 0 && armed <= at.UnixNano() {
		return
	}
	k.armed.Store(at.UnixNano())
	c.due.Wake(wakeKey{call: k.id}, at)
}
