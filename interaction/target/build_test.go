package target_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
)

var noon = time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)

func num(t testing.TB, text string) dialnumber.Number {
	t.Helper()
	n, err := dialnumber.New(text)
	require.NoError(t, err)
	return n
}

// state takes an agent who has signed in through requests and facts.
func state(t testing.TB, steps ...any) agent.State {
	t.Helper()
	var out agent.Output
	s, err := agent.State{}.Request(noon, agent.Request{Action: agent.SignIn}, &out)
	require.NoError(t, err)
	for _, step := range steps {
		switch step := step.(type) {
		case agent.Action:
			s, err = s.Request(noon, agent.Request{Action: step}, &out)
			require.NoError(t, err)
		case agent.What:
			s = s.Fact(noon, agent.Fact{What: step}, &out)
			require.Empty(t, out.Ignored)
		}
	}
	return s
}

// states: each agent is what he is called.
func states(t testing.TB) target.StateMap {
	return target.StateMap{
		"self":      state(t, agent.GoAvailable),
		"available": state(t, agent.GoAvailable),
		"idle":      state(t),
		"rona":      state(t, agent.GoAvailable, agent.Offered, agent.Missed),
		"reserved":  state(t, agent.GoAvailable, agent.Offered),
		"engaged":   state(t, agent.GoAvailable, agent.Offered, agent.Accepted),
		"wrap-up":   state(t, agent.GoAvailable, agent.Offered, agent.Accepted, agent.WrapUpDue),
		"off-hook":  state(t, agent.GoAvailable, agent.OffHook),
		"chosen":    state(t, agent.GoAvailable, agent.Offered, agent.GoIdle, agent.Released),
		"out":       {},
		"boss":      state(t, agent.GoAvailable),
	}
}

func lists(t testing.TB) target.Lists {
	l := target.Lists{
		AsOf:   noon,
		Queues: []target.Place{{"q-bill", "Billing", true, true}, {"q-tech", "Téchnique", true, false}, {"q-out", "Overflow", false, true}},
		EntryPoints: []target.Place{{"e-main", "Main line", true, true}, {"e-consult", "Help desk", true, false},
			{"e-transfer", "Sales", false, true}, {"e-number", "Only by number", false, false}},
		EPDNs: []target.EPDN{{num(t, "+18005550100"), "e-number"}, {num(t, "4711"), "e-main"}},
		Book:  []target.Entry{{"Zoé Müller", num(t, "+4930123456")}, {"Plumber 24", num(t, "0123 98765")}},
		Experts: []target.Expert{
			{ID: "x1", FirstName: "René", LastName: "Dupont", Title: "Senior Engineer", Department: "Mobile Networks",
				Phones: []dialnumber.Number{num(t, "+33142685300"), num(t, "5300")}, Presence: "Away", PresenceAsOf: noon.Add(-time.Minute)},
			{ID: "x2", FirstName: "Nobody", Title: "Engineer", Presence: "Available"},
			{ID: "x3", FirstName: "Ann", LastName: "Engineer", Title: "Lawyer", Department: "Legal", Phones: []dialnumber.Number{num(t, "+15550001")}},
		},
	}
	for _, id := range []agent.ID{"self", "available", "idle", "rona", "reserved", "engaged", "wrap-up", "off-hook", "chosen", "out", "boss", "stateless"} {
		l.Agents = append(l.Agents, target.Agent{ID: id, Name: "Agent " + string(id), Team: "Blue", Supervisor: id == "boss"})
	}
	l.Agents[0].DN, l.Agents[1].DN, l.Agents[2].DN = num(t, "+12015550001"), num(t, "2015550002"), num(t, "3003")
	return l
}

func directory(t testing.TB) target.Directory {
	t.Helper()
	d, err := target.New(lists(t))
	require.NoError(t, err)
	return d
}

var alone = target.Call{Self: "self"}

func with(ts ...interaction.Target) target.Call { return target.Call{Self: "self", With: ts} }
