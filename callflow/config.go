package callflow

import (
	"errors"
	"fmt"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// ErrUnknown marks an agent or a contact that the floor does not have.
var ErrUnknown = errors.New("callflow: unknown")

// ErrInvalid marks a configuration or a request that makes no sense, for no
// reason of the rules.
var ErrInvalid = errors.New("callflow: invalid")

// Policy is what the administrator configures for a contact; it may differ
// from queue to queue.
type Policy struct {
	Interaction interaction.Policy
	WrapUp      wrapup.Policy
}

// Queue is a queue or an entry point.
type Queue struct {
	Policy *Policy    // nil: the floor's
	Agents []agent.ID // who serves it; empty: everybody
}

// Config is what a floor is made of. The zero value is a centre with default
// policies and a switch that can do everything but answer for an agent.
type Config struct {
	Start        time.Time // the time when the floor opens; zero is Unix time 0
	Policy       Policy
	Agents       agent.Policy
	Queues       map[string]Queue // queues that are not listed exist all the same, with the defaults
	Capabilities *telephony.Capabilities
	MaxCalls     int      // concurrent calls (CBK-7); 0 is no limit
	CallerIDs    []string // what an outdial may show (OUT-1); empty: only the switch's own

	Variables cad.Schema     // the call-associated data of every contact (CAD-1)
	Popover   popover.Config // what cards show (POP-4)
	// Lists are whom calls can be consulted or transferred to. nil: every queue,
	// entry point, number and expert can, and every agent whose state lets him.
	Lists *target.Lists
	// Keep saves a contact's variables where they belong; nil always succeeds
	// (CAD-9).
	Keep func(telephony.CallID, cad.Sheet) error

	// Switch stands for the telephony: it is told a command and says what
	// happens. nil is telephony.Obey.
	Switch func(now time.Time, c telephony.Command, emit func(telephony.Event))
}

func (c Config) validate() error {
	if err := c.Policy.Interaction.Validate(); err != nil {
		return err
	}
	if _, err := wrapup.New(c.Policy.WrapUp); err != nil {
		return err
	}
	if _, err := agent.New(c.Agents); err != nil {
		return err
	}
	if err := c.Popover.Validate(); err != nil {
		return err
	}
	for name, q := range c.Queues {
		if q.Policy == nil {
			continue
		}
		if err := (Config{Policy: *q.Policy}).validate(); err != nil {
			return fmt.Errorf("queue %s: %w", name, err)
		}
	}
	if c.MaxCalls < 0 {
		return fmt.Errorf("%w: MaxCalls %d", ErrInvalid, c.MaxCalls)
	}
	return nil
}

func (c Config) capabilities() telephony.Capabilities {
	if c.Capabilities == nil {
		return telephony.All &^ telephony.CanAnswer
	}
	return *c.Capabilities
}

func (c Config) policy(queue string) Policy {
	if q := c.Queues[queue]; q.Policy != nil {
		return *q.Policy
	}
	return c.Policy
}
