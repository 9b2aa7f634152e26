package callflow

import (
	"encoding/json"

	"github.com/seed-6cc70c2f/callcontrol/agent"
)

// Reload is a desktop that is loaded again. The rules have no such event, and
// nothing may become different by it (AGT-7). So that a story can tell, what
// its page needs is taken out of storage anew: the agent's own state, and the
// interactions and wrap-ups of the contacts.
func (v *stand) Reload(who agent.ID) error {
	a := v.agents[who]
	if err := anew(&a); err != nil {
		return err
	}
	v.agents[who] = a
	for _, id := range v.order {
		c := v.contacts[id]
		if err := anew(&c.State); err != nil {
			return err
		}
		for i := range c.Seats {
			if err := anew(&c.Seats[i].WrapUp); err != nil {
				return err
			}
		}
	}
	return nil
}

// anew writes a state down and reads it back.
func anew[S any](s *S) error {
	data, err := json.Marshal(*s)
	if err != nil {
		return err
	}
	var back S
	if err := json.Unmarshal(data, &back); err != nil {
		return err
	}
	*s = back
	return nil
}
