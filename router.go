package callcontrol

import (
	"context"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
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

// wanted is what the router is told of a contact.
func wanted(k *call, c *callflow.Contact) Want {
	return Want{Call: k.id, Reason: c.Want.Reason, Queue: c.Wanted(), Kind: c.State.Kind(), Excluded: c.Excluded, Arrived: c.Arrived}
}

// route tells the router what a step has changed about what is wanted.
func (c *Center) route(k *call, was interaction.WantReason, w Want) {
	switch {
	case was == interaction.NotWanted && w.Reason == interaction.NotWanted:
	case c.cfg.Router != nil:
		c.cfg.Router.Wanted(w)
	default:
		c.idle.wanted(k, w)
	}
}

// Offer offers a waiting contact to an agent: a router's answer, and what a
// campaign does with a preview contact (OUT-3). A *rule.Denied when it is out
// of place (OP-6), or he is not to have it now (ANS-3).
func (c *Center) Offer(ctx context.Context, id telephony.CallID, to agent.ID) error {
	k, err := c.find(id)
	if err != nil {
		return err
	}
	return c.reserving(ctx, k, to, &input{kind: offering, agent: to})
}

// Refuse is a router's answer that nobody is to be had: a consulted queue gives
// up (CON-24), a waiting contact is refused.
func (c *Center) Refuse(ctx context.Context, id telephony.CallID) error {
	k, err := c.find(id)
	if err != nil {
		return err
	}
	return c.step(ctx, k, &input{kind: asking, request: interaction.Request{Action: interaction.Refuse}})
}
