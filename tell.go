package callcontrol

import (
	"errors"
	"fmt"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// mayTell reports whether there are tasks and nobody is at work on them; who is
// told so has to be. The caller holds the lock.
func (c *Center) mayTell(k *call) bool {
	if k.telling || k.rec == nil || k.rec.Told == k.told {
		return false
	}
	k.telling = true
	return true
}

// tell carries out the tasks of an interaction's outbox: what agents are to be
// told, in order, by one at a time. Whoever finds somebody at work leaves it to
// him: he looks again before he stops.
func (c *Center) tell(k *call) {
	var buf [8]record.Task
	for {
		k.mu.Lock()
		if k.rec == nil || k.rec.Told == k.told {
			k.telling = false
			k.mu.Unlock()
			return
		}
		tasks := buf[:0]
		for _, t := range k.rec.Tasks {
			if t.N > k.told {
				tasks = append(tasks, t)
			}
		}
		last := k.rec.Told
		k.mu.Unlock()
		ok := true
		for i, t := range tasks {
			if !handled(tasks[:i], t.Agent) {
				ok = c.tellAgent(k, tasks, t.Agent) && ok
			}
		}
		k.mu.Lock()
		if ok {
			k.told = last
		} else {
			k.telling = false // the store was away: again in a while
		}
		if k.heard != nil {
			close(k.heard)
			k.heard = nil
		}
		if c.table == nil && k.rec != nil {
			k.rec.Trim(last)
		}
		k.mu.Unlock()
		if !ok {
			c.wakeAt(k, c.now().Add(time.Second))
			return
		}
	}
}

// told waits until everybody has been told what a request brought about, so
// that who asked finds it on his own desktop; or until that was tried in vain.
func (c *Center) told(k *call, n uint64) {
	for {
		k.mu.Lock()
		if k.told >= n || k.rec == nil || !k.telling {
			k.mu.Unlock()
			return
		}
		if k.heard == nil {
			k.heard = make(chan struct{})
		}
		heard := k.heard
		k.mu.Unlock()
		select {
		case <-heard:
		case <-c.life.Done():
			return
		}
	}
}

// handled: an earlier task of these was for the same agent.
func handled(before []record.Task, id agent.ID) bool {
	for _, t := range before {
		if t.Agent == id {
			return true
		}
	}
	return false
}

// tellAgent tells one agent what of the tasks is for him; false when that has
// to be done again.
func (c *Center) tellAgent(k *call, tasks []record.Task, id agent.ID) bool {
	p, _ := c.presence(id)
	err := c.change(p, func(now time.Time, a *record.Agent, out *agent.Output) error {
		if !a.Take(now, k.id, id, tasks, out) {
			return errNothing
		}
		a.Bound(c.cfg.Limits.Notices)
		return nil
	})
	if err == nil || errors.Is(err, errNothing) {
		return true
	}
	c.log.Error(EventNotTold, "agent", id, "call", k.id, "error", err)
	return false
}

// errNothing ends a change that would change nothing.
var errNothing = errors.New("callcontrol: nothing to change")

// change is the agent's step: decide, commit, then act; on a conflict it
// decides anew.
func (c *Center) change(p *presence, decide func(time.Time, *record.Agent, *agent.Output) error) error {
	var out agent.Output
	next := func(was *record.Agent) (*record.Agent, error) {
		next := was.Clone()
		next.Rev++
		if now := c.now(); now.After(next.At) {
			next.At = now
		}
		if err := decide(next.At, next, &out); err != nil {
			return nil, err
		}
		next.Forget(func(id telephony.CallID) bool { _, ok := c.calls.get(id); return !ok })
		return next, nil
	}
	if c.table != nil {
		return c.changeStored(p, next)
	}
	for {
		was := p.record()
		if was == nil {
			was = &record.Agent{}
		}
		now, err := next(was)
		if err != nil {
			return err
		}
		if err = c.agents.Commit(c.life, p.id, now, false); err == nil {
			c.changed(p, now)
			return nil
		}
		if now, err = c.agents.Load(c.life, p.id); err != nil {
			return fmt.Errorf("%w: %w", ErrUnavailable, err)
		}
		p.keep(now)
	}
}

// changeStored is change where the records are kept in a store.
func (c *Center) changeStored(p *presence, decide func(*record.Agent) (*record.Agent, error)) error {
	if err := p.turn.take(c.life); err != nil {
		return ErrUnavailable
	}
	was := p.record()
	if was == nil {
		was = &record.Agent{}
	}
	found := false
	s := swap[agent.ID, record.Agent]{
		table: c.agents, kind: record.KindAgent, key: p.id, head: stamp[record.Agent], doubt: &p.doubt, decide: decide,
		read: func(now *record.Agent) { found = true; p.keep(now) },
	}
	next, err := s.commit(c, was)
	if next != nil {
		p.keep(next)
	}
	p.turn.give()
	switch {
	case next != nil:
		c.changed(p, next)
	case found:
		c.changed(p, p.record())
	}
	return err
}

// changed does what follows from an agent's commit.
func (c *Center) changed(p *presence, now *record.Agent) {
	p.keep(now)
	if c.cfg.Router == nil { // else nobody asks who is free
		c.idle.changed(p)
	}
	if by, ok := now.Deadline(); ok {
		c.due.Wake(wakeKey{agent: p.id}, by)
	}
	p.publish()
}

// reserving does a step that gives an interaction to an agent: he is reserved
// first, so that nobody else can have him meanwhile, and let go again when it
// comes to nothing.
func (c *Center) reserving(k *call, who agent.ID, in *input) error {
	p, ok := c.desks.get(who)
	if !ok {
		return c.step(k, in) // nobody of that name: the rules say so
	}
	var ch agent.Channel
	if !k.read(func(r *record.Interaction) { ch = r.Contact.Channel() }) {
		return ErrNoInteraction
	}
	err := c.change(p, func(now time.Time, a *record.Agent, out *agent.Output) error {
		// What cannot succeed reserves nobody. What he is still to be told of the
		// interaction comes first: that he has just declined it, say.
		denied := ErrNoInteraction
		k.read(func(r *record.Interaction) {
			if a.Take(now, k.id, who, r.Tasks, out) {
				a.Bound(c.cfg.Limits.Notices)
			}
			in.reserved, in.as = who, a.State
			denied = c.wouldDeny(&r.Contact, in)
		})
		if denied != nil {
			return denied
		}
		a.Reserve(now, record.Reservation{Call: k.id, Channel: ch, Until: now.Add(reservedFor)}, out)
		return nil
	})
	if err != nil {
		return err
	}
	if err := c.step(k, in); err != nil {
		c.release(p, k)
		return err
	}
	return nil
}

// reservedFor is for how long an agent is held for an interaction that does not
// name him, because whoever wanted to has died.
const reservedFor = 30 * time.Second

func (c *Center) wouldDeny(contact *callflow.Contact, in *input) error {
	if in.kind == offering {
		return contact.MayOffer(in.agent, c.aroundFor(in))
	}
	return contact.May(in.by, in.request.Action, in.request.To, c.aroundFor(in))
}

func (c *Center) release(p *presence, k *call) {
	err := c.change(p, func(now time.Time, a *record.Agent, out *agent.Output) error {
		if !a.Release(now, k.id, out) {
			return errNothing
		}
		return nil
	})
	if err != nil && !errors.Is(err, errNothing) {
		c.log.Error(EventNotReleased, "agent", p.id, "call", k.id, "error", err)
	}
}
