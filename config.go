package callcontrol

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// ErrInvalid marks a configuration or a request that makes no sense, for no
// reason of the rules.
var ErrInvalid = errors.New("callcontrol: invalid")

// Config is what a Center is made of. Only the Adapter is needed.
type Config struct {
	// Adapter is the telephony. It is required.
	Adapter telephony.Adapter

	// Settings are what the administrator configures. Configure changes them
	// while the centre is open.
	Settings Settings

	// Agents is what is configured about agents: idle codes and slots (AGT-1,
	// ANS-3).
	Agents agent.Policy

	// Variables are the definitions of call-associated data (CAD-1). The zero
	// value defines none.
	Variables cad.Schema

	// Directory has the lists of whom calls can be consulted or transferred to.
	// nil: there are none, and every queue, entry point, number and expert can be
	// reached, and every agent whose state lets him.
	Directory Directory

	// Router decides who gets a contact. nil is LongestIdle.
	Router Router

	// Values gives the variables that the flow has put into an arriving
	// contact (CAD-1). It is called once, must not block, and may be nil.
	Values func(telephony.CallID, telephony.Contact) map[string]string

	// Keep stores an interaction's variables where they belong, before a save
	// counts (CAD-9). One save of an interaction runs at a time. nil: they live
	// as long as the interaction.
	Keep func(context.Context, telephony.CallID, cad.Sheet) error

	// Unlock asks whether an agent may read a secure variable, and records that
	// he does (CAD-3). nil: every agent with a part in the contact may.
	Unlock func(ctx context.Context, who agent.ID, call telephony.CallID, variable string) error

	// Store keeps the records, so that a Center can go on where another one ended.
	// One Center works with a store at a time: the next one that begins takes it
	// over. nil: they are kept in memory, and end with the Center.
	Store store.Store

	// Logger is told what the host should know, in the words of the Event
	// constants. Secure values and whole numbers are never in it. nil: nobody is
	// told.
	Logger *slog.Logger

	// Metrics is told what can be measured. nil: nobody is.
	Metrics Metrics

	// KeepEnded is for how long an interaction that is over can still be asked
	// about, and says why not instead of ErrNoInteraction; default one minute.
	KeepEnded time.Duration

	// Limits bound what a host's mistake, or a stranger, can use up.
	Limits Limits

	wall func() int64 // a test's clock on the wall; nil: the machine's
}

// Settings are what the administrator configures and can change while the
// centre is open. Contacts keep the policy that they began with.
type Settings struct {
	Policy    callflow.Policy
	Queues    map[string]callflow.Queue // those not listed exist all the same, with Policy, served by everybody
	CallerIDs []string                  // what an outdial may show (OUT-1); empty: only the switch's own
	MaxCalls  int                       // concurrent calls (CBK-7); 0 is no limit
	Popover   popover.Config            // what cards show (POP-4)
}

// Limits bound what can be used up. Zero is the default of each.
type Limits struct {
	// Notices is how many notices an agent's record keeps that he has not
	// acknowledged; the oldest go first, and the numbers show that they did.
	// Default 1000.
	Notices int
	// Interactions is how many there can be at a time. An arrival beyond it is
	// not taken, and the adapter delivers it again. Default 2,000,000.
	Interactions int
	// Patience is how long the adapter may take to answer one command before
	// the answer counts as unknown, and for how long a change is tried while the
	// store is away. Default 10 s.
	Patience time.Duration
}

func (c Config) check() (Config, error) {
	if c.Adapter == nil {
		return c, fmt.Errorf("%w: no Adapter", ErrInvalid)
	}
	if _, err := agent.New(c.Agents); err != nil {
		return c, err
	}
	if c.KeepEnded < 0 || c.Limits.Notices < 0 || c.Limits.Interactions < 0 || c.Limits.Patience < 0 {
		return c, fmt.Errorf("%w: a limit is negative", ErrInvalid)
	}
	if c.KeepEnded == 0 {
		c.KeepEnded = time.Minute
	}
	if c.Limits.Notices == 0 {
		c.Limits.Notices = 1000
	}
	if c.Limits.Interactions == 0 {
		c.Limits.Interactions = 2_000_000
	}
	if c.Limits.Patience == 0 {
		c.Limits.Patience = 10 * time.Second
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	if c.Unlock == nil {
		c.Unlock = func(context.Context, agent.ID, telephony.CallID, string) error { return nil }
	}
	if c.Keep == nil {
		c.Keep = func(context.Context, telephony.CallID, cad.Sheet) error { return nil }
	}
	if c.Values == nil {
		c.Values = func(telephony.CallID, telephony.Contact) map[string]string { return nil }
	}
	return c, c.Settings.check()
}

func (s Settings) check() error {
	policies := []callflow.Policy{s.Policy}
	for _, q := range s.Queues {
		if q.Policy != nil {
			policies = append(policies, *q.Policy)
		}
	}
	for _, p := range policies {
		if err := p.Interaction.Validate(); err != nil {
			return err
		}
		if _, err := wrapup.New(p.WrapUp); err != nil {
			return err
		}
	}
	if s.MaxCalls < 0 {
		return fmt.Errorf("%w: MaxCalls %d", ErrInvalid, s.MaxCalls)
	}
	return s.Popover.Validate()
}

func (s *Settings) policy(queue string) callflow.Policy {
	if q := s.Queues[queue]; q.Policy != nil {
		return *q.Policy
	}
	return s.Policy
}

// serves: the agent belongs to those who get what waits there.
func (s *Settings) serves(id agent.ID, queue string) bool {
	q := s.Queues[queue]
	return len(q.Agents) == 0 || slices.Contains(q.Agents, id)
}
