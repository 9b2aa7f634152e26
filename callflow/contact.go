package callflow

import (
	"fmt"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// Contact is one interaction with what belongs to it and to nobody else: who
// its parties are, the wrap-ups that it has left behind, where it is queued.
// It is stepped on its own; what it means for agents comes out as Effects. It
// must be copied with Clone.
type Contact struct {
	ID       telephony.CallID
	State    interaction.State
	Policy   Policy             // as it was when the contact began
	Customer telephony.Endpoint // whom to call; the kind is Customer
	Name     string             // what people call the customer
	DNIS     string
	Queue    string             // the queue or entry point whose agents are wanted
	Seats    []Seat             // who sits where; wrap-ups stay until they are submitted
	Sending  interaction.Target // whom a consult or a transfer asked for last
	SentBy   agent.ID           // who asked for the last transfer
	Excluded agent.ID           // not offered to him until another has accepted (TRF-6)
	Arrived  time.Time
	Want     interaction.Want // what the router has been asked and not answered yet

	Sheet cad.Sheet // the variables (CAD-1)

	// NoiseRemoved is what the switch was told last (NR-2).
	NoiseRemoved bool
}

// Seat is one participation of somebody other than the customer.
type Seat struct {
	Party   interaction.Party
	Agent   agent.ID           // empty for an outsider
	Target  interaction.Target // an outsider, or the queue that is searched
	Offered time.Time          // when it reached him (POP-17)
	Engaged bool               // he has accepted
	Left    bool               // he has left; a wrap-up may be open
	WrapUp  wrapup.State
	Reader  cad.Reader // his place at the variables, once he has accepted
	Behind  bool       // his desktop has not heard of what was saved since (CAD-9)
}

// AgentFact is something that has happened to one agent.
type AgentFact struct {
	Agent agent.ID
	Fact  agent.Fact
}

// Effects is what a step of a Contact brings about outside it, as data.
type Effects struct {
	Commands []telephony.Command
	Agents   []AgentFact
	Notices  []Notice
	Ignored  rule.ID

	out   interaction.Output
	wrap  wrapup.Output
	watch func(Move) // a stage's; nil on a floor
}

// Reset empties the effects, as each step of a contact does first.
func (e *Effects) Reset() {
	e.Commands, e.Agents, e.Notices, e.Ignored = e.Commands[:0], e.Agents[:0], e.Notices[:0], ""
}

// NewContact makes the contact of an arrival; Open begins its interaction. The
// policy is the one of its queue, now. ErrInvalid for an id that is missing or
// too long; errors of values are cad's.
func NewContact(a Arrival, p Policy, variables cad.Schema) (Contact, error) {
	if a.ID == "" || len(a.ID) > popover.MaxID {
		return Contact{}, fmt.Errorf("%w: contact id missing or too long", ErrInvalid)
	}
	if a.Name == "" {
		a.Name = string(a.ID)
	}
	sheet, err := cad.NewSheet(variables, string(a.ID), a.Values)
	return Contact{ID: a.ID, Name: a.Name, Queue: a.Queue, DNIS: a.DNIS, Policy: p, Sheet: sheet,
		Customer: telephony.Endpoint{Kind: telephony.Customer, Address: a.Customer}}, err
}

// Clone is a copy that shares nothing.
func (c Contact) Clone() *Contact {
	c.Seats = slices.Clone(c.Seats)
	return &c
}

// Channel is the channel on which the contact takes an agent's slot.
func (c *Contact) Channel() agent.Channel {
	switch c.State.Kind() {
	case interaction.Chat:
		return agent.Chat
	case interaction.Email:
		return agent.Email
	case interaction.Social:
		return agent.Social
	}
	return agent.Voice
}

// seat is the agent's live part; nil when he has none.
func (c *Contact) seat(id agent.ID) *Seat {
	for i := range c.Seats {
		if s := &c.Seats[i]; s.Agent == id && id != "" && !s.Left {
			return s
		}
	}
	return nil
}

// wrapUp is the agent's seat whose wrap-up dialog is open, or whose wrap-up is
// the last he had here; nil when there is none.
func (c *Contact) wrapUp(id agent.ID) *Seat {
	var found *Seat
	for i := range c.Seats {
		if s := &c.Seats[i]; s.Agent == id && id != "" && (found == nil || s.WrapUp.Dialog()) {
			found = s
		}
	}
	return found
}

func (c *Contact) seatOf(p interaction.Party) *Seat {
	for i := range c.Seats {
		if c.Seats[i].Party == p {
			return &c.Seats[i]
		}
	}
	return nil
}

// Concerns reports whether the contact is on the agent's desktop: he has a part
// in it, or a wrap-up dialog.
func (c *Contact) Concerns(id agent.ID) bool {
	s := c.wrapUp(id)
	return c.seat(id) != nil || s != nil && s.WrapUp.Dialog()
}

// Party is the agent's number in the interaction, or one that it never gave
// out, so that it answers OP-2 for a stranger.
func (c *Contact) Party(id agent.ID) interaction.Party {
	if s := c.seat(id); s != nil {
		return s.Party
	}
	return stranger
}

const stranger = interaction.Party(1<<16 - 1)

// Over reports that nothing more can come of the contact: it has ended and
// every wrap-up is done.
func (c *Contact) Over() bool {
	if c.State.Phase() != interaction.Ended {
		return false
	}
	for i := range c.Seats {
		if c.Seats[i].WrapUp.Phase() == wrapup.Due {
			return false
		}
	}
	return true
}

// Deadline is the next time at which Tick has something to do.
func (c *Contact) Deadline() (time.Time, bool) {
	by, ok := c.State.Deadline()
	for i := range c.Seats {
		if d, has := c.Seats[i].WrapUp.Deadline(); has && (!ok || d.Before(by)) {
			by, ok = d, true
		}
	}
	return by, ok
}

// Open begins the contact's interaction; for an outdial its first seat is the
// agent's (OUT-1).
func (c *Contact) Open(now time.Time, o interaction.Opening, e *Effects) error {
	e.Reset()
	if _, err := wrapup.New(c.Policy.WrapUp); err != nil {
		return err
	}
	o.Policy = c.Policy.Interaction
	s, err := interaction.New(now, o, &e.out)
	if err != nil {
		return err
	}
	if e.watch != nil {
		e.watched(Move{Contact: c.ID, At: now, After: s})
	}
	c.State, c.Arrived = s, now
	c.absorb(now, o.Agent, e)
	return nil
}

// Request is the agent's, or with an empty id the router's, request.
func (c *Contact) Request(now time.Time, by agent.ID, r interaction.Request, e *Effects) error {
	e.Reset()
	r.By = interaction.Centre
	if by != "" {
		r.By = c.Party(by)
	}
	s, err := c.State.Request(now, r, &e.out)
	if err != nil {
		return err
	}
	if e.watch != nil {
		e.watched(Move{Contact: c.ID, At: now, Before: c.State, After: s, Request: r})
	}
	c.State = s
	if r.Action == interaction.Transfer {
		c.SentBy = by
	}
	if (r.Action == interaction.Consult || r.Action == interaction.Transfer) && !r.To.IsZero() {
		c.Sending = r.To
	}
	c.absorb(now, r.To, e)
	return nil
}

// Do is what an agent asks of the contact in the centre around it. It refuses
// exactly what May denies with the same target.
func (c *Contact) Do(now time.Time, by agent.ID, r interaction.Request, in Around, e *Effects) error {
	if by == "" {
		return fmt.Errorf("%w: agent", ErrUnknown)
	}
	if err := c.May(by, r.Action, r.To, in); err != nil {
		return err
	}
	switch {
	case r.Action == interaction.Transfer && c.State.Consulted() != 0:
		r.To = interaction.Target{} // Agent 2, by name or not (CON-18)
	case r.Action == interaction.Accept && c.State.Kind() == interaction.Preview && c.State.Customer() == 0:
		r.To = interaction.ToAgent(by)
	}
	return c.Request(now, by, r, e)
}

// Fact is what the switch reports of the contact.
func (c *Contact) Fact(now time.Time, ev telephony.Event, e *Effects) error {
	e.Reset()
	s, err := c.State.Fact(now, ev, &e.out)
	if err != nil {
		return err
	}
	if e.watch != nil {
		e.watched(Move{Contact: c.ID, At: now, Before: c.State, After: s, Fact: ev})
	}
	c.State = s
	c.absorb(now, interaction.Target{}, e)
	return nil
}

// Tick acts on one deadline that has passed: the interaction's, or that of a
// wrap-up's count-down (END-6).
func (c *Contact) Tick(now time.Time, e *Effects) {
	e.Reset()
	if by, ok := c.State.Deadline(); ok && !by.After(now) {
		s := c.State.Tick(now, &e.out)
		if e.watch != nil {
			e.watched(Move{Contact: c.ID, At: now, Before: c.State, After: s})
		}
		c.State = s
		c.absorb(now, interaction.Target{}, e)
		return
	}
	for i := range c.Seats {
		s := &c.Seats[i]
		if by, ok := s.WrapUp.Deadline(); ok && !by.After(now) {
			s.WrapUp = s.WrapUp.Tick(now, &e.wrap)
			c.wrapped(s, e)
			return
		}
	}
}

// WrapUp is the agent's request about his wrap-up dialog (END-3, END-4).
func (c *Contact) WrapUp(now time.Time, by agent.ID, r wrapup.Request, e *Effects) error {
	e.Reset()
	if err := c.MayWrapUp(by, r.Action); err != nil {
		return err
	}
	s := c.wrapUp(by)
	next, err := s.WrapUp.Request(now, r, &e.wrap)
	if err != nil {
		return err
	}
	s.WrapUp = next
	c.wrapped(s, e)
	return nil
}

// MayWrapUp says whether the agent may do that with his wrap-up now. Who has
// none owes none: Agent 2 never for a consult or a conference (PAR-13), nobody
// who did not own the contact (END-7).
func (c *Contact) MayWrapUp(by agent.ID, a wrapup.Action) error {
	s := c.wrapUp(by)
	if s != nil && (s.WrapUp.Dialog() || s.WrapUp.Phase() == wrapup.Submitted) {
		return s.WrapUp.May(a)
	}
	if s != nil && !s.Left && c.State.Role(s.Party) == interaction.Consulted {
		return noWrapUpConsulted
	}
	return noWrapUp
}

var (
	noWrapUp          = rule.Deny("END-7", "Submit Wrap Up", "", "no wrap-up is owed")
	noWrapUpConsulted = rule.Deny("PAR-13", "Submit Wrap Up", "Consulting", "")
)
