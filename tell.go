package callcontrol

import (
	"context"
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
		for i, t := range tasks {
			if !handled(tasks[:i], t.Agent) {
				c.tellAgent(k, tasks, t.Agent)
			}
		}
		k.mu.Lock()
		k.told = last
		if k.heard != nil {
			close(k.heard)
			k.heard = nil
		}
		if c.table == nil && k.rec != nil {
			k.rec.Trim(last)
		}
		k.mu.Unlock()
	}
}

// told waits until everybody has been told what a request brought about, so
// that who asked finds it on his own desktop.
func (c *Center) told(k *call, n uint64) {
	for {
		k.mu.Lock()
		if k.told >= n || k.rec == nil {
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

func (c *Center) tellAgent(k *call, tasks []record.Task, id agent.ID) {
	var buf [8]record.Task
	his := buf[:0]
	for _, t := range tasks {
		if t.Agent == id {
			his = append(his, t)
		}
	}
	p, _ := c.presence(id)
	err := c.change(c.life, p, func(now time.Time, a *record.Agent, out *agent.Output) error {
		if !a.Take(now, k.id, his, out) {
			return errNothing
		}
		if over := len(a.Notices) - c.cfg.Limits.Notices; over > 0 {
			a.Notices = a.Notices[over:]
		}
		return nil
	})
	if err != nil && !errors.Is(err, errNothing) {
		c.log.Error("agent not told", "agent", id, "call", k.id, "error", err)
	}
}

// errNothing ends a change that would change nothing.
var errNothing = errors.New("callcontrol: nothing to change")

// change is the agent's step: decide, commit, then act; on a conflict it
// decides anew.
func (c *Center) change(ctx context.Context, p *presence, decide func(time.Time, *record.Agent, *agent.Output) error) error {
	var out agent.Output
	for {
		was := p.record()
		if was == nil {
			was = &record.Agent{}
		}
		next := was.Clone()
		next.Rev++
		if now := time.Now().UTC(); now.After(next.At) {
			next.At = now
		}
		if err := decide(next.At, next, &out); err != nil {
			return err
		}
		next.Forget(func(id telephony.CallID) bool { _, ok := c.calls.get(id); return !ok })
		switch err := c.agents.Commit(ctx, p.id, next, false); {
		case err == nil:
			p.keep(next)
			if c.cfg.Router == nil { // else nobody asks who is free
				c.idle.changed(p)
			}
			if by, ok := next.Deadline(); ok {
				c.due.Wake(wakeKey{agent: p.id}, by)
			}
			p.publish()
			return nil
		case !errors.Is(err, record.ErrConflict):
			return fmt.Errorf("%w: %w", ErrUnavailable, err)
		}
		r, err := c.agents.Load(ctx, p.id)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrUnavailable, err)
		}
		p.keep(r)
	}
}

// reserving does a step that gives an interaction to an agent: he is reserved
// first, so that nobody else can have him meanwhile, and let go again when it
// comes to nothing.
func (c *Center) reserving(ctx context.Context, k *call, who agent.ID, in *input) error {
	p, ok := c.desks.get(who)
	if !ok {
		return c.step(ctx, k, in) // nobody of that name: the rules say so
	}
	var ch agent.Channel
	if !k.read(func(r *record.Interaction) { ch = r.Contact.Channel() }) {
		return ErrNoInteraction
	}
	err := c.change(ctx, p, func(now time.Time, a *record.Agent, out *agent.Output) error {
		in.reserved, in.as = who, a.State
		// What cannot succeed reserves nobody.
		denied := ErrNoInteraction
		k.read(func(r *record.Interaction) { denied = c.wouldDeny(&r.Contact, in) })
		if denied != nil {
			return denied
		}
		a.Reserve(now, record.Reservation{Call: k.id, Channel: ch, Until: now.Add(reservedFor)}, out)
		return nil
	})
	if err != nil {
		return err
	}
	if err := c.step(ctx, k, in); err != nil {
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
	err := c.change(c.life, p, func(now time.Time, a *record.Agent, out *agent.Output) error {
		if !a.Release(now, k.id, out) {
			return errNothing
		}
		return nil
	})
	if err != nil && !errors.Is(err, errNothing) {
		c.log.Error("reservation not released", "agent", p.id, "call", k.id, "error", err)
	}
}
