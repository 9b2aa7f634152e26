package callflow

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// Floor is a whole centre in memory: agents, contacts, a router and a switch
// that obeys at once. It is pure: time passes when Advance is called, and the
// same calls lead to the same floor. It is not safe for concurrent use.
type Floor struct {
	cfg      Config
	now      time.Time
	agents   map[agent.ID]agent.State
	signed   []agent.ID // in order of their first signing in
	contacts map[telephony.CallID]*Contact
	order    []telephony.CallID // in order of arrival
	notices  []Notice
	ignored  []rule.ID
	commands []telephony.Command
	events   []telephony.Event
	effects  Effects
	aout     agent.Output
	lists    target.Directory
	listed   bool // targets are judged by lists
}

// New opens a floor. The error says what is wrong with the configuration.
func New(cfg Config) (*Floor, error) {
	if err := cfg.validate(); err != nil {
		return nil, err
	}
	if cfg.Start.IsZero() {
		cfg.Start = time.Unix(0, 0).UTC()
	}
	if cfg.Switch == nil {
		cfg.Switch = func(_ time.Time, c telephony.Command, emit func(telephony.Event)) { telephony.Obey(c, emit) }
	}
	f := &Floor{cfg: cfg, now: cfg.Start, agents: map[agent.ID]agent.State{}, contacts: map[telephony.CallID]*Contact{}}
	if cfg.Lists != nil {
		d, err := target.New(*cfg.Lists)
		if err != nil {
			return nil, err
		}
		f.SetDirectory(d)
	}
	return f, nil
}

// Clone is a copy of the floor that shares nothing but its configuration.
func (f *Floor) Clone() *Floor {
	g := *f
	g.agents = maps.Clone(f.agents)
	g.signed, g.order = slices.Clone(f.signed), slices.Clone(f.order)
	g.contacts = make(map[telephony.CallID]*Contact, len(f.contacts))
	for id, c := range f.contacts {
		g.contacts[id] = c.Clone()
	}
	g.notices, g.ignored = slices.Clone(f.notices), slices.Clone(f.ignored)
	g.commands, g.events = slices.Clone(f.commands), slices.Clone(f.events)
	g.effects, g.aout = Effects{}, agent.Output{}
	return &g
}

// Now is the floor's time.
func (f *Floor) Now() time.Time { return f.now }

// Agents are the ids of all agents who have ever signed in, in that order.
func (f *Floor) Agents() []agent.ID { return slices.Clone(f.signed) }

// Agent is an agent's state; signed out for one who never signed in.
func (f *Floor) Agent(id agent.ID) agent.State { return f.agents[id] }

// Contacts are the ids of all contacts, in order of arrival.
func (f *Floor) Contacts() []telephony.CallID { return slices.Clone(f.order) }

// Contact is a contact as it stands; false when there is none of that id. It
// is the caller's own.
func (f *Floor) Contact(id telephony.CallID) (Contact, bool) {
	c, ok := f.contacts[id]
	if !ok {
		return Contact{}, false
	}
	return *c.Clone(), true
}

// TakeNotices returns what agents have been told since it was last called.
func (f *Floor) TakeNotices() []Notice {
	n := f.notices
	f.notices = nil
	return n
}

// TakeIgnored returns the rules by which facts were ignored since it was last
// called (OP-5).
func (f *Floor) TakeIgnored() []rule.ID {
	n := f.ignored
	f.ignored = nil
	return n
}

// Person does what an agent asks about himself: sign in or out, choose
// Available or Idle (AGT-1, AGT-3, AGT-5). A refused sign-out is a
// *SignOutBlocked.
func (f *Floor) Person(id agent.ID, r agent.Request) error {
	a, known := f.agents[id]
	if !known {
		if id == "" || r.Action != agent.SignIn {
			return fmt.Errorf("%w: agent", ErrUnknown)
		}
		fresh, err := agent.New(f.cfg.Agents)
		if err != nil {
			return err
		}
		a = fresh
	}
	next, err := a.Request(f.now, r, &f.aout)
	if err != nil {
		if r.Action == agent.SignOut {
			return f.signOutBlocked(id, err)
		}
		return err
	}
	if !known {
		f.signed = append(f.signed, id)
	}
	f.agents[id] = next
	f.settle()
	return nil
}

// Arrival is a contact that arrives: a customer who calls or writes, a
// callback that was asked for, a preview contact of a campaign.
type Arrival struct {
	ID       telephony.CallID
	Kind     interaction.Kind  // not Outdial: see Dial
	Name     string            // what people call the customer; default the id
	Queue    string            // the queue, entry point or campaign
	Customer string            // the address to call him at
	Values   map[string]string // what the flow has put into the variables
	DNIS     string
}

// Arrive takes a contact in and routes it. A preview contact waits until
// Assign gives it to somebody.
func (f *Floor) Arrive(a Arrival) error {
	if a.Kind == interaction.Outdial {
		return fmt.Errorf("%w: an outdial does not arrive", ErrInvalid)
	}
	_, err := f.open(a, interaction.Target{})
	if err == nil {
		f.settle()
	}
	return err
}

func (f *Floor) open(a Arrival, dialling interaction.Target) (*Contact, error) {
	if f.contacts[a.ID] != nil {
		return nil, fmt.Errorf("%w: the contact's id is used", ErrInvalid)
	}
	fresh, err := NewContact(a, f.cfg.policy(a.Queue), f.cfg.Variables)
	if err != nil {
		return nil, err
	}
	c := &fresh
	if err := c.Open(f.now, interaction.Opening{Kind: a.Kind, Capabilities: f.cfg.capabilities(), Agent: dialling}, &f.effects); err != nil {
		return nil, err
	}
	f.contacts[a.ID] = c
	f.order = append(f.order, a.ID)
	f.take()
	return c, nil
}

// Dial is an agent's outdial to a number (OUT-1).
func (f *Floor) Dial(by agent.ID, id telephony.CallID, to dialnumber.Number, callerID string) error {
	if err := f.MayDial(by, to, callerID); err != nil {
		return err
	}
	_, err := f.open(Arrival{ID: id, Kind: interaction.Outdial, Name: string(id), Customer: to.Dialled()}, interaction.ToAgent(by))
	if err == nil {
		f.settle()
	}
	return err
}

// Do does what an agent asks of a contact. It refuses exactly what May denies
// with the same target.
func (f *Floor) Do(by agent.ID, id telephony.CallID, r interaction.Request) error {
	c := f.contacts[id]
	if c == nil {
		return fmt.Errorf("%w: contact", ErrUnknown)
	}
	if err := c.Do(f.now, by, r, f.around(), &f.effects); err != nil {
		return err
	}
	f.take()
	f.settle()
	return nil
}

// WrapUp does what an agent asks of his wrap-up dialog for a contact.
func (f *Floor) WrapUp(by agent.ID, id telephony.CallID, r wrapup.Request) error {
	c := f.contacts[id]
	if c == nil {
		return fmt.Errorf("%w: contact", ErrUnknown)
	}
	if err := c.WrapUp(f.now, by, r, &f.effects); err != nil {
		return err
	}
	f.take()
	f.settle()
	return nil
}

// Event is what the switch, or a person at a phone, lets be known.
func (f *Floor) Event(ev telephony.Event) error {
	if err := f.deliver(ev); err != nil {
		return err
	}
	f.settle()
	return nil
}

func (f *Floor) deliver(ev telephony.Event) error {
	if ev.Kind == telephony.OffHook || ev.Kind == telephony.OnHook {
		a, ok := f.agents[agent.ID(ev.Device)]
		if !ok {
			return fmt.Errorf("%w: agent", ErrUnknown)
		}
		what := agent.OffHook
		if ev.Kind == telephony.OnHook {
			what = agent.OnHook
		}
		f.agents[agent.ID(ev.Device)] = a.Fact(f.now, agent.Fact{What: what}, &f.aout)
		return nil
	}
	c := f.contacts[ev.Call]
	if c == nil {
		return fmt.Errorf("%w: contact", ErrUnknown)
	}
	if err := c.Fact(f.now, ev, &f.effects); err != nil {
		return err
	}
	if f.effects.Ignored != "" {
		f.ignored = append(f.ignored, f.effects.Ignored)
	}
	f.take()
	return nil
}

// take carries a contact's effects to where they belong.
func (f *Floor) take() {
	f.commands = append(f.commands, f.effects.Commands...)
	f.notices = append(f.notices, f.effects.Notices...)
	for _, a := range f.effects.Agents {
		f.agents[a.Agent] = f.agents[a.Agent].Fact(f.now, a.Fact, &f.aout)
	}
}

// Deadline is the next time at which something happens by itself.
func (f *Floor) Deadline() (time.Time, bool) {
	var by time.Time
	found := false
	for _, id := range f.order {
		if d, ok := f.contacts[id].Deadline(); ok && (!found || d.Before(by)) {
			by, found = d, true
		}
	}
	return by, found
}

// Advance lets time pass, and everything happen that falls due meanwhile, in
// order.
func (f *Floor) Advance(d time.Duration) {
	until := f.now.Add(max(d, 0))
	for range maxSteps {
		by, ok := f.Deadline()
		if !ok || by.After(until) {
			break
		}
		if by.After(f.now) {
			f.now = by
		}
		for _, id := range f.order {
			if d, ok := f.contacts[id].Deadline(); ok && !d.After(f.now) {
				f.contacts[id].Tick(f.now, &f.effects)
				f.take()
				f.settle()
				break
			}
		}
	}
	f.now = until
}

// maxSteps bounds what one call can set off, so that a Switch that answers
// every command with a failure cannot keep the floor busy for ever.
const maxSteps = 100_000

// settle lets the switch carry out what it has been told, and the router what
// it has been asked, until nothing is left.
func (f *Floor) settle() {
	for range maxSteps {
		switch {
		case len(f.events) > 0:
			ev := f.events[0]
			f.events = f.events[1:]
			_ = f.deliver(ev) // a switch that speaks of what is not there is not heard
		case len(f.commands) > 0:
			c := f.commands[0]
			f.commands = f.commands[1:]
			f.cfg.Switch(f.now, c, func(ev telephony.Event) { f.events = append(f.events, ev) })
		case f.route():
		default:
			return
		}
	}
}
