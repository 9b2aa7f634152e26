package main

import (
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// phoneActs is what somebody can do at a leg, by its word in the address.
var phoneActs = map[string]func(*simulator.Switch, telephony.CallID, telephony.Leg) error{
	"answer":    (*simulator.Switch).Answers,
	"hold":      (*simulator.Switch).HoldsOnDevice,
	"take-back": (*simulator.Switch).TakesBackOnDevice,
	"hang-up":   leaves(telephony.HungUp),
	"decline":   leaves(telephony.Declined),
	"busy":      leaves(telephony.Busy),
	"no-answer": leaves(telephony.NoAnswer),
	"fail":      leaves(telephony.DeviceFailure),
}

func leaves(why telephony.Cause) func(*simulator.Switch, telephony.CallID, telephony.Leg) error {
	return func(s *simulator.Switch, id telephony.CallID, n telephony.Leg) error { return s.HangsUp(id, n, why) }
}

// scene is what the panel shows: who is at which phone, and how it is with him.
type scene struct {
	Customers []customer `json:"customers"`
	Phones    []phone    `json:"phones"`
	Others    []leg      `json:"others"` // numbers, experts and queues that are rung
	Trouble   trouble    `json:"trouble"`
}

// customer is one who is there, or waits to be called.
type customer struct {
	ID     telephony.CallID `json:"id"`
	Kind   interaction.Kind `json:"kind"`
	Queue  string           `json:"queue"`
	Number string           `json:"number"`
	State  string           `json:"state"` // expected, dialled, ringing, waiting, talking, on-hold
	Leg    telephony.Leg    `json:"leg"`   // 0 while he is expected
	With   []string         `json:"with"`  // the ids of the agents connected
}

// phone is an agent's desk phone.
type phone struct {
	Agent  agent.ID     `json:"agent"`
	Name   string       `json:"name"`
	Status agent.Status `json:"status"`
	Code   string       `json:"code,omitzero"`
	Off    bool         `json:"off,omitzero"` // the handset lies beside it
	Calls  []leg        `json:"calls"`
}

// leg is one connection.
type leg struct {
	Call    telephony.CallID       `json:"call"`
	Leg     telephony.Leg          `json:"leg"`
	Kind    telephony.EndpointKind `json:"kind"`
	Address string                 `json:"address"`
	Name    string                 `json:"name,omitzero"`  // as the lists have it
	State   string                 `json:"state"`          // dialled, ringing, talking, alone, on-hold
	Held    bool                   `json:"held,omitzero"`  // on the device itself
	Voice   bool                   `json:"voice,omitzero"` // else there is nothing to be done with a phone
}

// scene looks at everybody.
func (w *world) scene() scene {
	calls := w.sw.Contacts()
	w.mu.Lock()
	defer w.mu.Unlock()
	s := scene{Customers: []customer{}, Others: []leg{}, Trouble: w.trouble()}
	at := map[agent.ID][]leg{}
	live := map[telephony.CallID]telephony.Live{}
	for _, call := range calls {
		live[call.Call] = call
		for _, l := range call.Legs {
			here := leg{Call: call.Call, Leg: l.Leg, Kind: l.Endpoint.Kind, Address: l.Endpoint.Address,
				State: state(call, l), Held: l.Held, Voice: w.voice(call.Call)}
			switch l.Endpoint.Kind {
			case telephony.Customer:
			case telephony.Agent:
				id := agent.ID(l.Endpoint.Address)
				at[id] = append(at[id], here)
			default:
				here.Name = w.listed(l.Endpoint)
				s.Others = append(s.Others, here)
			}
		}
	}
	w.outdials(live)
	for _, a := range w.agents {
		v := w.center.Desk(a.ID).View()
		s.Phones = append(s.Phones, phone{Agent: a.ID, Name: a.Name, Status: v.Agent.Status, Code: string(v.Agent.Code), Off: w.off[a.ID], Calls: at[a.ID]})
		for _, in := range v.Interactions {
			if p := w.people[in.ID]; p != nil && in.WrapUp != nil && len(in.Panes) == 0 {
				p.called = true // it was cancelled, or talked about: nobody waits for it any more
			}
		}
	}
	for _, id := range w.order {
		if c, ok := w.customer(id, live[id]); ok {
			s.Customers = append(s.Customers, c)
		}
	}
	return s
}

// outdials takes in whom the agents have called of their own accord, and forgets
// those with whom it is over.
func (w *world) outdials(live map[telephony.CallID]telephony.Live) {
	w.order = slices.DeleteFunc(w.order, func(id telephony.CallID) bool {
		over := w.people[id].kind == interaction.Outdial && live[id].Call == ""
		if over {
			delete(w.people, id)
		}
		return over
	})
	for id := range live {
		if w.people[id] == nil {
			w.people[id] = &person{kind: interaction.Outdial}
			w.order = append(w.order, id)
		}
	}
}

// customer is how it is with one of them; false when he has left. The caller
// holds the lock.
func (w *world) customer(id telephony.CallID, call telephony.Live) (customer, bool) {
	p := w.people[id]
	c := customer{ID: id, Kind: p.kind, Queue: p.queue, Number: p.number, State: "expected", With: []string{}}
	for _, l := range call.Legs {
		switch l.Endpoint.Kind {
		case telephony.Customer:
			c.Leg, c.State = l.Leg, state(call, l)
			c.Number = l.Endpoint.Address
			p.called = p.called || l.State == telephony.LegUp
		case telephony.Agent:
			if l.State == telephony.LegUp {
				c.With = append(c.With, l.Endpoint.Address)
			}
		}
	}
	_, came := media[p.kind]
	return c, c.Leg != 0 || !came && !p.called && p.kind != interaction.Outdial
}

// state is how it is with one leg, in a word.
func state(call telephony.Live, l telephony.LiveLeg) string {
	switch {
	case l.State == telephony.LegDialled:
		return "dialled"
	case l.State == telephony.LegAlerting:
		return "ringing"
	case call.Talk.Has(l.Leg):
		return "talking"
	}
	owner, others := telephony.Leg(0), 0
	for _, o := range call.Legs {
		if o.State != telephony.LegUp {
			continue
		}
		if o.Leg != l.Leg && o.Endpoint.Kind != telephony.Queue {
			others++
		}
		if owner == 0 && o.Endpoint.Kind == telephony.Agent && !call.Talk.Has(o.Leg) {
			owner = o.Leg // Agent 1 came before Agent 2; Talk is who talks with him
		}
	}
	switch {
	case l.Endpoint.Kind == telephony.Customer && others == 0:
		return "waiting"
	case l.Leg == owner && call.Talk.Len() > 0:
		return "talking"
	case l.Leg == owner:
		return "alone"
	}
	return "on-hold"
}

// listed is what the lists call somebody who is no agent; empty for who is not in
// them.
func (w *world) listed(e telephony.Endpoint) string {
	switch e.Kind {
	case telephony.Expert:
		for _, x := range w.lists.Experts {
			if x.ID == e.Address {
				return x.FirstName + " " + x.LastName
			}
		}
	case telephony.Queue, telephony.EntryPoint:
		for _, p := range slices.Concat(w.lists.Queues, w.lists.EntryPoints) {
			if p.ID == e.Address {
				return p.Name
			}
		}
	case telephony.DialNumber:
		for _, b := range w.lists.Book {
			if b.Number.Dialled() == e.Address {
				return b.Name
			}
		}
	}
	return ""
}

func (w *world) voice(id telephony.CallID) bool {
	p := w.people[id]
	return p == nil || p.kind.Voice()
}

// hook takes an agent's handset off, or puts it back (END-5).
func (w *world) hook(id agent.ID, off bool) error {
	if !w.known(id) {
		return errUnknown
	}
	w.mu.Lock()
	w.off[id] = off
	w.mu.Unlock()
	if off {
		w.sw.OffHook(string(id))
	} else {
		w.sw.OnHook(string(id))
	}
	return nil
}
