package callflow

import (
	"maps"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Directory is what the centre's agents can pick targets from, as it was
// fetched last (CON-7).
func (f *Floor) Directory() target.Directory { return f.lists }

// SetDirectory is a refresh of the lists (CON-7). From now on targets are
// judged by them.
func (f *Floor) SetDirectory(d target.Directory) { f.lists, f.listed = d, true }

// States are all agents' states, for the lists that show them (CON-3). The map
// is the caller's own.
func (f *Floor) States() target.StateMap { return maps.Clone(f.agents) }

// Call is who is in a contact, seen from one of its agents, for the lists that
// leave them out (CON-2). A contact that there is not has nobody.
func (f *Floor) Call(by agent.ID, id telephony.CallID) target.Call {
	if c := f.contacts[id]; c != nil {
		return c.Call(by)
	}
	return target.Call{Self: by}
}

// number is what the customer, if he is there, is reached at; the zero Number
// where that is no number.
func (c *Contact) number() dialnumber.Number {
	if c.State.Customer() == 0 {
		return dialnumber.Number{}
	}
	n, err := dialnumber.New(c.Customer.Address)
	if err != nil {
		return dialnumber.Number{}
	}
	return n
}

// Call is who is in the contact, seen from one of its agents (CON-2).
func (c *Contact) Call(by agent.ID) target.Call {
	in := target.Call{Self: by}
	if n := c.number(); n.IsValid() {
		in.With = append(in.With, interaction.ToNumber(n))
	}
	for i := range c.Seats {
		switch s := &c.Seats[i]; {
		case s.Left:
		case s.Agent != "":
			in.With = append(in.With, interaction.ToAgent(s.Agent))
		case !s.Target.IsZero():
			in.With = append(in.With, s.Target)
		}
	}
	return in
}
