package callflow

import (
	"fmt"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// route offers the contact that has waited longest to the agent who has been
// free longest, and reports whether it has offered anything. A preview contact
// goes to whom its campaign assigns it.
func (f *Floor) route() bool {
	for _, id := range f.order {
		c := f.contacts[id]
		if c.Want.Reason == interaction.NotWanted || c.State.Kind() == interaction.Preview && c.State.Customer() == 0 {
			continue
		}
		if to := f.pick(c); to != "" && f.assign(c, to) == nil {
			return true
		}
	}
	return false
}

// pick is the agent who has been free longest among those who may have the
// contact; empty when there is none.
func (f *Floor) pick(c *Contact) agent.ID {
	best := agent.ID("")
	for _, id := range f.serving(c) {
		if c.MayOffer(id, f.around()) != nil {
			continue
		}
		if best == "" || f.agents[id].Since().Before(f.agents[best].Since()) {
			best = id
		}
	}
	return best
}

func (f *Floor) serving(c *Contact) []agent.ID {
	if q := f.cfg.Queues[c.Wanted()]; len(q.Agents) > 0 {
		return q.Agents
	}
	return f.signed
}

// Wanted is the queue or entry point whose agents are wanted now: the
// contact's own, or the one that is consulted (CON-24).
func (c *Contact) Wanted() string {
	if to := c.Want.To; !to.IsZero() {
		return to.Address()
	}
	return c.Queue
}

// MayOffer judges an offer of the contact to an agent: it must be wanted
// (OP-6), he neither excluded (TRF-6) nor in it already, free (ANS-3), and for
// a callback there must be room for the call (CBK-7).
func (c *Contact) MayOffer(to agent.ID, in Around) error {
	if err := c.State.May(interaction.Centre, interaction.Offer); err != nil {
		return err
	}
	if c.Excluded == to {
		return offerExcluded
	}
	if c.seat(to) != nil {
		return offerHere
	}
	if c.State.Customer() == 0 && in.Full(1) {
		return full[interaction.Offer]
	}
	a, _ := in.Agent(to)
	return a.MayBeOffered(c.Channel())
}

var (
	offerExcluded = rule.Deny("OP-6", "Offer", "Waiting", "the agent has transferred the call away")
	offerHere     = rule.Deny("OP-6", "Offer", "Waiting", "the agent is in the call already")
)

func (f *Floor) assign(c *Contact, to agent.ID) error {
	if err := c.Offer(f.now, to, f.around(), &f.effects); err != nil {
		return err
	}
	f.take()
	return nil
}

// Offer offers the contact to an agent, if MayOffer has nothing against it.
func (c *Contact) Offer(now time.Time, to agent.ID, in Around, e *Effects) error {
	if err := c.MayOffer(to, in); err != nil {
		return err
	}
	return c.Request(now, "", interaction.Request{Action: interaction.Offer, To: interaction.ToAgent(to)}, e)
}

// Assign offers a waiting contact to an agent: what a campaign does with a
// preview contact (OUT-3), and what a router of one's own does. An offer that
// is out of place is refused (OP-6).
func (f *Floor) Assign(id telephony.CallID, to agent.ID) error {
	c := f.contacts[id]
	if c == nil {
		return fmt.Errorf("%w: contact", ErrUnknown)
	}
	if _, ok := f.agents[to]; !ok {
		return fmt.Errorf("%w: agent", ErrUnknown)
	}
	if err := f.assign(c, to); err != nil {
		return err
	}
	f.settle()
	return nil
}

// GiveUp is the router's word that nobody is to be had: a consulted queue gives
// up (CON-24), a waiting contact is refused.
func (f *Floor) GiveUp(id telephony.CallID) error {
	c := f.contacts[id]
	if c == nil {
		return fmt.Errorf("%w: contact", ErrUnknown)
	}
	if err := c.Request(f.now, "", interaction.Request{Action: interaction.Refuse}, &f.effects); err != nil {
		return err
	}
	f.take()
	f.settle()
	return nil
}

// SignOutBlocked is a refused sign-out with what is in the way (AGT-5).
type SignOutBlocked struct {
	Denied   error              // POP-5 or AGT-5
	Contacts []telephony.CallID // cards that show, interactions open or not wrapped up
}

// Error is the refusal with the number of contacts in the way.
func (e *SignOutBlocked) Error() string {
	return fmt.Sprintf("%v (%d in the way)", e.Denied, len(e.Contacts))
}

// Unwrap is the refusal.
func (e *SignOutBlocked) Unwrap() error { return e.Denied }

func (f *Floor) signOutBlocked(id agent.ID, err error) error {
	var in []telephony.CallID
	for _, call := range f.order {
		if f.contacts[call].Holds(id) {
			in = append(in, call)
		}
	}
	return BlockSignOut(err, in)
}

// BlockSignOut is a refused sign-out with the contacts in its way: a
// *SignOutBlocked, or the refusal itself when there are none.
func BlockSignOut(denied error, in []telephony.CallID) error {
	if len(in) == 0 {
		return denied
	}
	return &SignOutBlocked{Denied: denied, Contacts: in}
}

// Holds reports whether the contact keeps the agent from signing out (AGT-5).
func (c *Contact) Holds(id agent.ID) bool {
	return slices.ContainsFunc(c.Seats, func(s Seat) bool {
		return s.Agent == id && (!s.Left || s.owes())
	})
}
