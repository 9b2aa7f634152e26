package target

import (
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
)

// Call is what a list and a judgement have to know of the call: nobody in it is
// a target (CON-2, TRF-2).
type Call struct {
	Self agent.ID             // who asks
	With []interaction.Target // who else is in the call, and the customer if a number is known of him
}

func (c *Call) has(id agent.ID) bool {
	return id == c.Self || slices.Contains(c.With, interaction.ToAgent(id))
}

// Candidate is an agent in a list, with his state (CON-3).
type Candidate struct {
	Agent
	State agent.Summary
}

// ConsultAgents lists the agents who can be consulted: Available or Idle with a
// free voice slot, supervisors too, none who is in the call (CON-2, CON-3).
// Search looks at name and team, and at the DN. An agent without a state among
// states is signed out, and not listed.
func (d Directory) ConsultAgents(states States, c Call, search string) []Candidate {
	return d.candidates(states, c, search, agent.State.MayBeConsulted)
}

// TransferAgents lists the agents to whom a call can be transferred: Available
// with a free voice slot only (TRF-3); else as ConsultAgents.
func (d Directory) TransferAgents(states States, c Call, search string) []Candidate {
	return d.candidates(states, c, search, agent.State.MayReceiveTransfer)
}

func (d Directory) candidates(states States, c Call, search string, may func(agent.State) error) []Candidate {
	var out []Candidate
	q := ask(search)
	for i := range d.get().agents {
		r := &d.get().agents[i]
		state, ok := stateOf(states, r.item.ID)
		if !ok || c.has(r.item.ID) || may(state) != nil || !q.named(r.words) && !q.partly(r.numbers) {
			continue
		}
		out = append(out, Candidate{r.item, state.Summary()})
	}
	return out
}

// ConsultQueues lists the queues that may be consulted, by name (CON-4).
func (d Directory) ConsultQueues(search string) []Place {
	return places(d.get().queues, search, func(p Place) bool { return p.Consult })
}

// TransferQueues lists the queues that may be transferred to, by name (TRF-10).
func (d Directory) TransferQueues(search string) []Place {
	return places(d.get().queues, search, func(p Place) bool { return p.Transfer })
}

// ConsultEntryPoints lists the entry points that may be consulted, by name
// (CON-4). A consult of one of these is not an EP-DN consult (D5).
func (d Directory) ConsultEntryPoints(search string) []Place {
	return places(d.get().points, search, func(p Place) bool { return p.Consult })
}

// TransferEntryPoints lists the entry points that may be transferred to, by
// name (TRF-10).
func (d Directory) TransferEntryPoints(search string) []Place {
	return places(d.get().points, search, func(p Place) bool { return p.Transfer })
}

func places(rows []row[Place], search string, may func(Place) bool) []Place {
	q := ask(search)
	return pick(rows, func(r *row[Place]) bool { return may(r.item) && q.named(r.words) })
}

// AddressBook lists the book's entries, by name or number (CON-5).
func (d Directory) AddressBook(search string) []Entry {
	q := ask(search)
	return pick(d.get().book, func(r *row[Entry]) bool { return q.named(r.words) || q.partly(r.numbers) })
}

// Experts lists the experts who have a business phone number, by first name,
// title or department, or by a complete phone number (CON-6). There are none
// where they could not be consulted for want of single sign-on. Presence keeps
// nobody off the list.
func (d Directory) Experts(search string) []Expert {
	if !d.get().signOn {
		return nil
	}
	q := ask(search)
	out := pick(d.get().experts, func(r *row[Expert]) bool {
		return len(r.numbers) > 0 && (q.named(r.words) || q.wholly(r.numbers))
	})
	for i := range out {
		out[i].Phones = slices.Clone(out[i].Phones)
	}
	return out
}

func pick[T any](rows []row[T], want func(*row[T]) bool) []T {
	var out []T
	for i := range rows {
		if want(&rows[i]) {
			out = append(out, rows[i].item)
		}
	}
	return out
}
