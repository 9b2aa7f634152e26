package target_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// Any text can be searched for, and what is found by a text is found by nothing
// at all as well.
func FuzzSearch(f *testing.F) {
	d := directory(f)
	now := states(f)
	f.Add("zoé")
	f.Add("\xff\u202e+1 (800)")
	f.Add(strings.Repeat("9", 1000))
	f.Fuzz(func(t *testing.T, text string) {
		require.Subset(t, d.ConsultAgents(now, alone, ""), d.ConsultAgents(now, alone, text))
		require.Subset(t, d.TransferAgents(now, alone, ""), d.TransferAgents(now, alone, text))
		require.Subset(t, d.ConsultQueues(""), d.ConsultQueues(text))
		require.Subset(t, d.TransferEntryPoints(""), d.TransferEntryPoints(text))
		require.Subset(t, d.AddressBook(""), d.AddressBook(text))
		require.Subset(t, d.Experts(""), d.Experts(text))
		require.Subset(t, d.EPDNs(""), d.EPDNs(text))
		to, err := d.Number(interaction.Consult, text)
		require.Equal(t, err != nil, to.IsZero())
		if err == nil {
			require.NoError(t, d.Judge(interaction.Consult, to, now, target.Call{}))
		}
	})
}

// Any name can be in the lists, and any id be judged: refused, if at all, by a
// rule.
func FuzzNew(f *testing.F) {
	f.Add("zoe", "Zoé")
	f.Add("", "\xff\u202e")
	f.Fuzz(func(t *testing.T, id, name string) {
		d, err := target.New(target.Lists{
			Agents:      []target.Agent{{ID: agent.ID(id), Name: name, Team: id}},
			Queues:      []target.Place{{ID: id, Name: name, Consult: true}},
			EntryPoints: []target.Place{{ID: id, Name: name}},
			Experts:     []target.Expert{{ID: id, FirstName: name}},
		})
		require.Equal(t, id == "", err != nil)
		if len(name) <= target.MaxSearch {
			require.Equal(t, id != "", len(d.ConsultQueues(name)) == 1, "found by its own name")
		}
		for _, to := range []interaction.Target{interaction.ToAgent(agent.ID(id)), interaction.ToEntryPoint(id), interaction.ToExpert(id)} {
			err := d.Judge(interaction.Consult, to, nil, alone)
			require.Equal(t, id == "", err == nil)
			var denied *rule.Denied
			require.Equal(t, err != nil, errors.As(err, &denied))
		}
	})
}
