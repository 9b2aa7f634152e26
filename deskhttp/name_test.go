package deskhttp_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/deskhttp"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// Whom a view has by his id is called by his name in the lists.
func TestPeopleAreCalledByTheirNames(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		other := s.talking("A3", "A3") // a customer who is called like an agent
		require.Nil(t, at(other.get("/view"), "interactions", 0, "panes", 0, "person"), "a customer is in no list")
		a, b := s.talking("c1", "A1"), s.ready("A2")
		a.done("/calls/c1/consult", doc{"to": doc{"kind": "agent", "address": "A2"}})
		s.answers("c1", "A2")
		panes := at(a.get("/view"), "interactions", 0, "panes")
		require.Equal(t, "A2", at(panes, 1, "name"))
		require.Equal(t, "Ada", at(a.get("/view"), "agent", "person"))
		require.Equal(t, "Bob", at(panes, 1, "person"))
		require.Equal(t, "Ada", at(b.get("/view"), "interactions", 0, "panes", 0, "person"))

		a.done("/calls/c1/variables/type", doc{"name": "order", "value": "mine"})
		b.done("/calls/c1/variables/type", doc{"name": "order", "value": "theirs"})
		b.done("/calls/c1/variables/save", nil)
		v := a.get("/view")
		require.Equal(t, "Bob", at(v, "interactions", 0, "variables", 0, "person"))
		require.Equal(t, "Bob", at(v, "notices", 0, "conflict", "person"))
		require.Equal(t, "A2", at(v, "notices", 0, "conflict", "by"))
		require.Contains(t, at(v, "notices", 0, "text"), "Bob")
		a.done("/calls/c1/end-consult", nil)

		a.done("/calls/c1/resume", nil)
		a.done("/calls/c1/consult", doc{"to": doc{"kind": "expert", "address": "E1"}})
		leg, ok := s.sw.Leg("c1", telephony.Endpoint{Kind: telephony.Expert})
		require.True(t, ok)
		require.NoError(t, s.sw.Answers("c1", leg))
		a.get("/view")
		require.Equal(t, "Max Stone", at(a.get("/view"), "interactions", 0, "panes", 1, "person"))
	})
}

// The text of a notice does not change when its dialog closes.
func TestAReasonKeepsItsLabel(t *testing.T) {
	reasons, err := wrapup.NewReasons(wrapup.Reason{Code: "sale", Label: "Sold something"})
	require.NoError(t, err)
	for name, change := range map[string]func(*callcontrol.Config, *deskhttp.Config){
		"everybody's": func(c *callcontrol.Config, _ *deskhttp.Config) { c.Settings.Policy.WrapUp.Reasons = reasons },
		"the queue's": func(c *callcontrol.Config, _ *deskhttp.Config) {
			p := callflow.Policy{WrapUp: wrapup.Policy{Reasons: reasons}}
			c.Settings.Policy = callflow.Policy{}
			c.Settings.Queues = map[string]callflow.Queue{"billing": {Policy: &p}}
		},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, change, func(t *testing.T, s *stand) {
				a := s.talking("c1", "A1")
				a.done("/calls/c1/end", nil)
				text := func() any {
					for _, n := range a.get("/view")["notices"].([]any) {
						if at(n, "reason") == "sale" {
							return at(n, "text")
						}
					}
					return nil
				}
				a.done("/calls/c1/wrap-up/choose", doc{"reason": "sale"})
				before := text()
				a.done("/calls/c1/wrap-up/submit", nil)
				require.Contains(t, text(), "Sold something")
				if before != nil {
					require.Contains(t, before, "Sold something")
				}
			})
		})
	}
}
