package callcontrol

import (
	"context"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Router decides which agent gets a contact. It is told that one is wanted, and
// answers when it likes with Center.Offer or Center.Refuse.
type Router interface {
	// Wanted says that a contact wants an agent, and why, or that it does no
	// more. It must not block. When an answer came to nothing (he did not
	// answer, say) it is said again. After a restart it is said of every
	// contact that waits.
	Wanted(Want)
}

// Want is one contact that wants an agent.
type Want struct {
	Call     telephony.CallID
	Reason   interaction.WantReason // NotWanted: it waits no more
	Queue    string                 // whose agents: the contact's queue or entry point, or the one consulted (CON-24)
	Kind     interaction.Kind
	Excluded agent.ID // who is not to get it (TRF-6)
	Arrived  time.Time
}

// mayRoute reports whether the router is to be told of a change, and nobody is
// at it; who is told so has to tell him. The caller holds the lock.
func (c *Center) mayRoute(k *call, before *glance) bool {
	now := &k.rec.Contact
	if before.want == now.Want && before.excluded == now.Excluded || before.want.Reason == now.Want.Reason && now.Want.Reason == interaction.NotWanted {
		return false
	}
	if k.routing {
		k.reroute = true
		return false
	}
	k.routing = true
	return true
}

// route tells the router what is wanted now, and again if that has changed
// meanwhile: of two changes he never hears the later one first.
func (c *Center) route(k *call) {
	for {
		w := Want{Call: k.id}
		k.read(func(r *record.Interaction) {
			c := &r.Contact
			w = Want{Call: k.id, Reason: c.Want.Reason, Queue: c.Wanted(), Kind: c.State.Kind(), Excluded: c.Excluded, Arrived: c.Arrived}
		})
		if c.cfg.Router != nil {
			c.cfg.Router.Wanted(w)
		} else {
			c.idle.wanted(k, w)
		}
		k.mu.Lock()
		if !k.reroute {
			k.routing = false
			k.mu.Unlock()
			return
		}
		k.reroute = false
		k.mu.Unlock()
	}
}

// Offer offers a waiting contact to an agent: a router's answer, and what a
// campaign does with a preview contact (OUT-3). A *rule.Denied when it is out
// of place (OP-6), or he is not to have it now (ANS-3).
func (c *Center) Offer(ctx context.Context, id telephony.CallID, to agent.ID) error {
	k, err := c.find(ctx, id)
	if err != nil {
		return err
	}
	_, err = apart(ctx, c, func() (struct{}, error) {
		return struct{}{}, c.reserving(k, to, &input{kind: offering, agent: to})
	})
	return err
}

// Refuse is a router's answer that nobody is to be had: a consulted queue gives
// up (CON-24), a waiting contact is refused.
func (c *Center) Refuse(ctx context.Context, id telephony.CallID) error {
	k, err := c.find(ctx, id)
	if err != nil {
		return err
	}
	_, err = apart(ctx, c, func() (struct{}, error) {
		return struct{}{}, c.step(k, &input{kind: asking, request: interaction.Request{Action: interaction.Refuse}})
	})
	return err
}
