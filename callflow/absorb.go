package callflow

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// absorb translates what a step of the interaction has brought about, which
// speaks of parties, into what it means for people. target is whom the step
// named, so that a party who has just joined gets his name.
func (c *Contact) absorb(now time.Time, target interaction.Target, e *Effects) {
	e.Ignored = e.out.Ignored
	c.seatTarget(target)
	for _, a := range e.out.Agents {
		c.agentEvent(now, a, target, e)
	}
	for _, n := range e.out.Notices {
		if s := c.seatOf(n.To); s != nil {
			e.Notices = append(e.Notices, Notice{To: s.Agent, Contact: c.ID, Kind: n.Kind.String(), Action: n.Action, About: c.nameOf(n.About), Cause: n.Cause})
		}
	}
	for _, cmd := range e.out.Commands {
		cmd.Call = c.ID
		switch {
		case cmd.To.Kind == telephony.Customer:
			cmd.To.Address = c.Customer.Address
		case cmd.Verb == telephony.SetNoiseReduction:
			c.NoiseRemoved = cmd.On
		}
		e.Commands = append(e.Commands, cmd)
	}
	c.wants(e.out.Want)
	c.dropSeats()
}

// seatTarget gives a seat to an outsider or a queue that is rung or searched.
// An agent's seat is given when he is told (Reserved).
func (c *Contact) seatTarget(t interaction.Target) {
	p := c.State.Offered()
	if p == 0 || t.IsZero() || t.Kind() == telephony.Agent || c.seatOf(p) != nil {
		return
	}
	c.Seats = append(c.Seats, Seat{Party: p, Target: t})
}

func (c *Contact) agentEvent(now time.Time, a interaction.AgentEvent, target interaction.Target, e *Effects) {
	ch := c.Channel()
	s := c.seatOf(a.Party)
	if a.Kind == interaction.Reserved {
		if s == nil {
			c.Seats = append(c.Seats, Seat{Party: a.Party})
			s = &c.Seats[len(c.Seats)-1]
		}
		s.Agent, s.Offered = agent.ID(target.Address()), now
		e.Agents = append(e.Agents, AgentFact{s.Agent, agent.Fact{What: agent.Offered, Channel: ch}})
		return
	}
	if s == nil || s.Agent == "" {
		return
	}
	f := agent.Fact{Channel: ch, Unanswered: !s.Engaged}
	switch a.Kind {
	case interaction.Engaged:
		s.Engaged = true
		c.seatReader(s)
		if s.Agent != c.Excluded {
			c.Excluded = ""
		}
		e.Agents = append(e.Agents, AgentFact{s.Agent, agent.Fact{What: agent.Accepted, Channel: ch}})
	case interaction.OwnerNow: // CON-21 ends, and what changed meanwhile is shown
		s.Reader.Thaw()
		_, _ = s.Reader.Rebase(c.Sheet)
	case interaction.Released:
		s.Left, f.What = true, agent.Released
		e.Agents = append(e.Agents, AgentFact{s.Agent, f})
		c.wrapFact(now, s, wrapup.Withdraw, e)
	case interaction.Missed:
		s.Left, f.What, f.Cause = true, agent.Missed, ronaCause(a.Cause)
		e.Agents = append(e.Agents, AgentFact{s.Agent, f})
		e.Notices = append(e.Notices, Notice{To: s.Agent, Contact: c.ID, Kind: NoticeRONA, Cause: a.Cause})
	case interaction.WrapUpDue:
		s.Left, f.What = true, agent.WrapUpDue
		e.Agents = append(e.Agents, AgentFact{s.Agent, f})
		c.wrapFact(now, s, wrapup.Owe, e)
	case interaction.WrapUpOpened:
		c.wrapFact(now, s, wrapup.Open, e)
	case interaction.WrapUpWithdrawn:
		c.wrapFact(now, s, wrapup.Withdraw, e)
	case interaction.ConsultWrapUp:
		c.wrapFact(now, s, wrapup.OpenForConsult, e)
	}
}

// wrapFact tells the seat's wrap-up; it gets its policy with its first fact.
func (c *Contact) wrapFact(now time.Time, s *Seat, f wrapup.Fact, e *Effects) {
	if s.WrapUp == (wrapup.State{}) {
		if f == wrapup.Withdraw {
			return
		}
		fresh, err := wrapup.New(c.Policy.WrapUp)
		if err != nil { // the policy was checked when it was taken
			return
		}
		s.WrapUp = fresh
	}
	s.WrapUp = s.WrapUp.Fact(now, f, &e.wrap)
	c.wrapped(s, e)
}

// wrapped passes on what the wrap-up says. A wrap-up that is done frees the
// agent (END-4).
func (c *Contact) wrapped(s *Seat, e *Effects) {
	for _, ch := range e.wrap.Changes {
		e.Notices = append(e.Notices, Notice{To: s.Agent, Contact: c.ID, Kind: ch.Kind.String(), Reason: ch.Reason})
		if (ch.Kind == wrapup.Completed || ch.Kind == wrapup.Waived) && s.Left {
			e.Agents = append(e.Agents, AgentFact{s.Agent, agent.Fact{What: agent.WrapUpDone, Channel: c.Channel()}})
		}
	}
}

// wants keeps what the router is to be asked, and forgets it when nobody is
// wanted any more.
func (c *Contact) wants(w interaction.Want) {
	switch w.Reason {
	case interaction.NotWanted:
		if !c.wanting() { // whom a consult wants is kept, for the next one's turn (CON-24)
			c.Want.Reason = interaction.NotWanted
		}
		return
	case interaction.HandedOn:
		c.Queue = c.Sending.Address()
		if c.Sending.Kind() == telephony.EntryPoint { // TRF-6
			c.Excluded = c.SentBy
		}
	case interaction.ConsultAgain:
		w.To = c.Want.To
		c.seatTarget(w.To)
	}
	c.Want = w
}

// wanting: an Offer would find somebody waiting.
func (c *Contact) wanting() bool {
	return c.State.May(interaction.Centre, interaction.Offer) == nil
}

// dropSeats forgets who has left and owes nothing more. A submitted wrap-up
// stays with the contact, for it is part of its record.
func (c *Contact) dropSeats() {
	kept := c.Seats[:0]
	for _, s := range c.Seats {
		gone := c.State.Role(s.Party) == interaction.Nobody
		if gone && !s.Left {
			s.Left = true
		}
		if !s.Left || s.WrapUp.Phase() != wrapup.None {
			kept = append(kept, s)
		}
	}
	clear(c.Seats[len(kept):])
	c.Seats = kept
}

func ronaCause(c telephony.Cause) agent.Cause {
	switch c {
	case telephony.Declined:
		return agent.Declined
	case telephony.Busy:
		return agent.Busy
	case telephony.DeviceFailure, telephony.Refused, telephony.Unreachable:
		return agent.DeviceFailure
	case telephony.InvalidNumber:
		return agent.InvalidNumber
	}
	return agent.NoAnswer
}

// nameOf is what people call a party: the customer by his name, an agent by
// his id, an outsider by what was dialled, masked.
func (c *Contact) nameOf(p interaction.Party) string {
	if p == 0 {
		return ""
	}
	if p == c.State.Customer() {
		return c.Name
	}
	if s := c.seatOf(p); s != nil {
		if s.Agent != "" {
			return string(s.Agent)
		}
		return s.Target.String()
	}
	return ""
}
