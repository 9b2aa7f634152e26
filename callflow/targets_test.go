package callflow_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

func dial(t *testing.T, text string) dialnumber.Number {
	t.Helper()
	n, err := dialnumber.New(text)
	require.NoError(t, err)
	return n
}

func TestListsWithABadRow(t *testing.T) {
	for name, lists := range map[string]*target.Lists{
		"agent without an id":       {Agents: []target.Agent{{Name: "Ada"}}},
		"queue twice":               {Queues: []target.Place{{ID: "q"}, {ID: "q"}}},
		"EP-DN without a number":    {EntryPoints: []target.Place{{ID: "e"}}, EPDNs: []target.EPDN{{EntryPoint: "e"}}},
		"EP-DN of no entry point":   {EPDNs: []target.EPDN{{EntryPoint: "e", Number: dial(t, "123")}}},
		"entry without a number":    {Book: []target.Entry{{Name: "Doctor"}}},
		"two experts of the one id": {Experts: []target.Expert{{ID: "x"}, {ID: "x"}}},
	} {
		_, err := callflow.New(callflow.Config{Lists: lists})
		require.ErrorIs(t, err, target.ErrLists, name)
	}
}

// An empty directory lists nobody; agents are judged by their state all the
// same, and a number that was typed needs no list.
func TestEmptyDirectory(t *testing.T) {
	f := desk(t, nil)
	to := map[string]interaction.Target{
		"agent": interaction.ToAgent("A2"), "number": interaction.ToNumber(dial(t, "911")), "queue": interaction.ToQueue("support"),
		"entry point": interaction.ToEntryPoint("sales"), "EP-DN": interaction.ToEPDN(dial(t, "911")), "expert": interaction.ToExpert("grace"),
	}
	for name, one := range to {
		require.NoError(t, f.May("A1", "anna", interaction.Consult, one), name)
	}
	f.SetDirectory(target.Directory{})
	for name, id := range map[string]rule.ID{"queue": "CON-4", "entry point": "CON-22", "EP-DN": "CON-22", "expert": "CON-6"} {
		require.ErrorIs(t, f.May("A1", "anna", interaction.Consult, to[name]), id, name)
		require.ErrorIs(t, f.Do("A1", "anna", interaction.Request{Action: interaction.Consult, To: to[name]}), id, name)
	}
	require.NoError(t, f.May("A1", "anna", interaction.Consult, to["agent"]))
	require.NoError(t, f.May("A1", "anna", interaction.Consult, to["number"]))
	require.Zero(t, f.Directory())
}

// Whoever is in the call is no target, the customer's own number among them,
// with lists and without (CON-2, TRF-2).
func TestNobodyInTheCallIsATarget(t *testing.T) {
	for name, lists := range map[string]*target.Lists{"with lists": {}, "without": nil} {
		t.Run(name, func(t *testing.T) {
			f, err := callflow.New(callflow.Config{Lists: lists})
			require.NoError(t, err)
			require.NoError(t, f.SignIn("A1"))
			require.NoError(t, f.Arrive(callflow.Arrival{ID: "anna", Kind: interaction.Inbound, Customer: "+12015550100"}))
			require.NoError(t, f.Answers("A1", "anna"))
			for a, id := range map[interaction.Action]rule.ID{interaction.Consult: "CON-2", interaction.Transfer: "TRF-2"} {
				require.ErrorIs(t, f.May("A1", "anna", a, interaction.ToAgent("A1")), id)
				require.ErrorIs(t, f.May("A1", "anna", a, interaction.ToNumber(dial(t, "12015550100"))), id)
				require.NoError(t, f.May("A1", "anna", a, interaction.ToNumber(dial(t, "12015550101"))))
			}
		})
	}
}

func TestCallOf(t *testing.T) {
	f := desk(t, nil) // anna's number is not known
	require.Equal(t, target.Call{Self: "A1"}, f.Call("A1", "bob"), "a contact that there is not")
	require.Equal(t, target.Call{Self: "", With: []interaction.Target{interaction.ToAgent("A1")}}, f.Call("", "anna"))
	number := interaction.ToNumber(dial(t, "911"))
	require.NoError(t, f.Do("A1", "anna", interaction.Request{Action: interaction.Consult, To: number}))
	require.Equal(t, []interaction.Target{interaction.ToAgent("A1"), number}, f.Call("A1", "anna").With)
	require.NoError(t, f.Do("A1", "anna", interaction.Request{Action: interaction.EndConsult}))
	require.Equal(t, []interaction.Target{interaction.ToAgent("A1")}, f.Call("A1", "anna").With)
	require.NoError(t, f.Do("A1", "anna", interaction.Request{Action: interaction.Transfer, To: interaction.ToAgent("A2")}))
	require.NoError(t, f.Answers("A2", "anna"))
	require.Equal(t, []interaction.Target{interaction.ToAgent("A2")}, f.Call("A2", "anna").With, "who wraps up is in the call no more")
}

func TestStatesAreTheCallersOwn(t *testing.T) {
	f := desk(t, nil)
	states := f.States()
	states["A2"] = agent.State{}
	delete(states, "A1")
	require.NoError(t, f.May("A1", "anna", interaction.Consult, interaction.ToAgent("A2")))
	require.Len(t, f.States(), 2)
}
