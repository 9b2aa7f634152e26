package callflow_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// TestConsultTransfer is a rule's test as a user would write it.
func TestConsultTransfer(t *testing.T) {
	f, err := callflow.New(callflow.Config{})
	require.NoError(t, err)
	require.NoError(t, f.SignIn("A1", "A2"))
	require.NoError(t, f.Arrive(callflow.Arrival{ID: "anna", Kind: interaction.Inbound, Queue: "billing"}))
	require.NoError(t, f.Answers("A1", "anna"))
	require.NoError(t, f.Do("A1", "anna", interaction.Request{Action: interaction.Consult, To: interaction.ToAgent("A2")}))
	require.NoError(t, f.Answers("A2", "anna"))
	v := f.View("A1")
	require.Equal(t, interaction.CallOnHold, v.Contacts[0].Panes[0].Status)
	require.Equal(t, interaction.IsConsulting, v.Contacts[0].Panes[1].Status)
	require.NoError(t, f.Do("A1", "anna", interaction.Request{Action: interaction.Transfer}))
	require.Equal(t, "Wrap Up", f.View("A1").Summary.String())
	require.Equal(t, interaction.Connected, f.View("A2").Contacts[0].Panes[0].Status)
	require.NoError(t, f.HangsUp("", "anna"))
	f.Advance(time.Minute)
	for _, id := range []agent.ID{"A1", "A2"} {
		require.NoError(t, f.WrapUp(id, "anna", wrapup.Request{Action: wrapup.Choose, Reason: f.View(id).Contacts[0].WrapUp.Reasons[0].Code}))
		require.NoError(t, f.WrapUp(id, "anna", wrapup.Request{Action: wrapup.Submit}))
		require.Equal(t, "Available", f.View(id).Summary.String())
	}
}
