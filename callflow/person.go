package callflow

import (
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// What people do with their phones, for those who play a call by hand. They
// are facts: nothing refuses them.

// SignIn signs agents in and makes them Available.
func (f *Floor) SignIn(ids ...agent.ID) error {
	for _, id := range ids {
		if err := f.Person(id, agent.Request{Action: agent.SignIn}); err != nil {
			return err
		}
		if err := f.Person(id, agent.Request{Action: agent.GoAvailable}); err != nil {
			return err
		}
	}
	return nil
}

// Answers says that an agent's phone was answered; with an empty id, that the
// customer's was.
func (f *Floor) Answers(who agent.ID, id telephony.CallID) error {
	return f.happens(telephony.Answered, who, id, telephony.NoCause)
}

// HangsUp says that an agent has hung up, or declined while it rang; with an
// empty id, that the customer has.
func (f *Floor) HangsUp(who agent.ID, id telephony.CallID) error {
	return f.happens(telephony.Gone, who, id, telephony.HungUp)
}

func (f *Floor) happens(k telephony.EventKind, who agent.ID, id telephony.CallID, why telephony.Cause) error {
	c := f.contacts[id]
	if c == nil {
		return fmt.Errorf("%w: contact", ErrUnknown)
	}
	leg := c.State.Customer()
	if who != "" {
		if leg = c.Party(who); leg == stranger {
			return fmt.Errorf("%w: the agent has no part in this contact", ErrUnknown)
		}
	}
	if leg == interaction.Centre {
		return fmt.Errorf("%w: the customer has not been called", ErrUnknown)
	}
	return f.Event(telephony.Event{Call: id, Kind: k, Leg: leg, Cause: why})
}
