package callflow_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

func cards(f *callflow.Floor, of agent.ID) []popover.Card { return slices.Collect(f.Cards(of).All()) }

func TestCardsOfNobody(t *testing.T) {
	f := desk(t, nil)
	for _, id := range []agent.ID{"", "A9", agent.ID(strings.Repeat("x", 1<<16)), "\xff"} {
		require.Zero(t, f.Cards(id).Len(), "%.8q", string(id))
		result, err := f.AcceptAll(id)
		require.ErrorIs(t, err, callflow.ErrUnknown)
		require.Zero(t, result)
	}
	require.Zero(t, f.Cards("A1").Len(), "he has accepted")
	result, err := f.AcceptAll("A2")
	require.NoError(t, err)
	require.Zero(t, result, "nothing to accept is no error")
}

func TestCardsAreTheCallersOwn(t *testing.T) {
	f, err := callflow.New(callflow.Config{Popover: popover.Config{Chat: popover.Layout{Links: []popover.Link{{Label: "record", URL: "https://crm.example"}}}}})
	require.NoError(t, err)
	require.NoError(t, f.SignIn("A1"))
	require.NoError(t, f.Arrive(callflow.Arrival{ID: "carl", Kind: interaction.Chat}))
	before := f.Cards("A1")
	before.Page(1).Cards[0].Links[0].Label = "spoilt"
	require.Equal(t, "record", cards(f, "A1")[0].Links[0].Label)
	_, err = f.AcceptAll("A1")
	require.NoError(t, err)
	require.Equal(t, 1, before.Len(), "a stack does not change")
	require.Zero(t, f.Cards("A1").Len())
}

// An accept that comes too late is listed with its reason, and takes nothing
// away from the others (POP-8).
func TestAcceptOfAStaleStack(t *testing.T) {
	f, err := callflow.New(callflow.Config{Agents: agent.Policy{Chat: 3}})
	require.NoError(t, err)
	require.NoError(t, f.SignIn("A1"))
	for _, id := range []telephony.CallID{"carl", "cleo", "cora"} {
		require.NoError(t, f.Arrive(callflow.Arrival{ID: id, Kind: interaction.Chat}))
	}
	stale := f.Cards("A1")
	accept := func(contact string) error {
		return f.Do("A1", telephony.CallID(contact), interaction.Request{Action: interaction.Accept})
	}
	require.NoError(t, accept("cleo"))
	result := stale.Accept(accept)
	require.Equal(t, []string{"carl", "cora"}, result.Accepted)
	require.Len(t, result.Refused, 1)
	require.Equal(t, "cleo", result.Refused[0].Contact)
	require.Error(t, result.Refused[0].Err)
}

// Whoever asks is shown by his id where the lists do not know him (POP-12).
func TestCardOfAnUnlistedAsker(t *testing.T) {
	for name, lists := range map[string]*target.Lists{"no lists": nil, "not listed": {Agents: []target.Agent{{ID: "A7", Name: "Ada"}}}} {
		t.Run(name, func(t *testing.T) {
			f, err := callflow.New(callflow.Config{Lists: lists})
			require.NoError(t, err)
			require.NoError(t, f.SignIn("A1", "A2"))
			require.NoError(t, f.Arrive(callflow.Arrival{ID: "anna", Kind: interaction.Inbound}))
			require.NoError(t, f.Answers("A1", "anna"))
			require.NoError(t, f.Do("A1", "anna", interaction.Request{Action: interaction.Consult, To: interaction.ToAgent("A2")}))
			var values []string
			for _, field := range cards(f, "A2")[0].Fields {
				values = append(values, field.Value)
			}
			require.Equal(t, []string{"A1", "", ""}, values)
		})
	}
}

// A contact that could have no card would stand in the way of signing out
// unseen, so it is not let in.
func TestContactWithoutACard(t *testing.T) {
	f, err := callflow.New(callflow.Config{})
	require.NoError(t, err)
	require.NoError(t, f.SignIn("A1"))
	long := telephony.CallID(strings.Repeat("x", popover.MaxID))
	require.ErrorIs(t, f.Arrive(callflow.Arrival{ID: long + "x", Kind: interaction.Chat}), callflow.ErrInvalid)
	require.Empty(t, f.Contacts())
	require.NoError(t, f.Arrive(callflow.Arrival{ID: long, Kind: interaction.Chat}))
	require.Equal(t, 1, f.Cards("A1").Len())
}
