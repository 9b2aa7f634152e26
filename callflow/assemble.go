package callflow

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
)

// Signed is an agent with his state.
type Signed struct {
	ID    agent.ID
	State agent.State
}

// Assemble is a floor as it stood somewhere else: made of the agents, in the
// order of their first signing in, and the contacts, in order of arrival, that
// somebody has kept. It is for those who keep records and want to look at them
// all as one, or go on from them in a test. Nothing happens by it. The contacts
// are copied.
func Assemble(cfg Config, now time.Time, agents []Signed, contacts []Contact) (*Floor, error) {
	cfg.Start = now
	f, err := New(cfg)
	if err != nil {
		return nil, err
	}
	for _, a := range agents {
		f.agents[a.ID] = a.State
		f.signed = append(f.signed, a.ID)
	}
	for i := range contacts {
		c := contacts[i].Clone()
		f.contacts[c.ID] = c
		f.order = append(f.order, c.ID)
	}
	return f, nil
}
