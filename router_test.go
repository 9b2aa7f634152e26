package callcontrol_test

import (
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// asked is a router that only remembers what it was asked.
type asked struct {
	mu    sync.Mutex
	wants []callcontrol.Want
}

func (a *asked) Wanted(w callcontrol.Want) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.wants = append(a.wants, w)
}

func (a *asked) take() (reasons []interaction.WantReason) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, w := range a.wants {
		reasons = append(reasons, w.Reason)
	}
	a.wants = nil
	return reasons
}

// TestRouterOfTheHost: one word out, Offer or Refuse back.
func TestRouterOfTheHost(t *testing.T) {
	r := &asked{}
	bubble(t, func(c *callcontrol.Config) { c.Router = r }, func(s *stand) {
		d := s.desks("A1", "A2")
		s.calls("anna")
		require.Equal(s, "billing", r.wants[0].Queue)
		require.Equal(s, []interaction.WantReason{interaction.Arrived}, r.take())
		require.Equal(s, agent.Available, d[0].View().Agent.Status, "nobody is offered anything by itself")
		require.NoError(s, s.c.Offer(s.ctx, "anna", "A1"))
		require.ErrorIs(s, s.c.Offer(s.ctx, "anna", "A2"), rule.ID("OP-6"), "nobody waits any more")
		synctest.Wait()
		require.Equal(s, []interaction.WantReason{interaction.NotWanted}, r.take())
		time.Sleep(21 * time.Second)
		synctest.Wait()
		require.Equal(s, agent.RONA, d[0].View().Agent.Status)
		require.Equal(s, []interaction.WantReason{interaction.Returned}, r.take(), "it is said again")
		require.ErrorIs(s, s.c.Offer(s.ctx, "anna", "A1"), rule.ID("AGT-4"))
		require.NoError(s, s.c.Offer(s.ctx, "anna", "A2"))
		synctest.Wait()
		s.answers("anna", "A2")
		r.take()
		require.NoError(s, d[1].Consult(s.ctx, "anna", interaction.ToQueue("support")))
		synctest.Wait()
		require.Equal(s, "support", r.wants[0].Queue)
		require.Equal(s, []interaction.WantReason{interaction.ForConsult}, r.take())
		require.NoError(s, s.c.Refuse(s.ctx, "anna"))
		synctest.Wait()
		require.Contains(s, told(d[1]), "Consult failed")
	})
}

// TestLongestIdle: who has been free longest, of who serves the queue; who
// transferred a call to an entry point does not get it back (TRF-6).
func TestLongestIdle(t *testing.T) {
	bubble(t, func(c *callcontrol.Config) {
		c.Settings.Queues = map[string]callflow.Queue{"support": {Agents: []agent.ID{"A3", "A1"}}}
	}, func(s *stand) {
		var d []*callcontrol.Desk
		for _, id := range []agent.ID{"A1", "A2", "A3"} {
			d = append(d, s.desks(id)[0])
			time.Sleep(time.Second)
		}
		rings := func(d *callcontrol.Desk) bool { return len(d.View().Cards) == 1 }
		s.calls("anna")
		require.True(s, rings(d[0]))
		s.answers("anna", "A1")
		require.NoError(s, d[0].Transfer(s.ctx, "anna", interaction.ToQueue("support")))
		synctest.Wait()
		require.True(s, rings(d[2]), "A2 has been free longer, and does not serve it; A1 wraps up")
		require.NoError(s, d[0].Submit(s.ctx, "anna"))

		s.calls("bert")
		require.True(s, rings(d[1]))
		s.answers("bert", "A2")
		s.answers("anna", "A3")
		s.calls("carl")
		require.True(s, rings(d[0]))
		s.answers("carl", "A1")
		s.calls("dora")
		s.calls("emil")
		for i, id := range []telephony.CallID{"bert", "anna"} {
			require.NoError(s, d[i+1].End(s.ctx, id))
			require.NoError(s, d[i+1].Submit(s.ctx, id))
			synctest.Wait()
		}
		require.Equal(s, telephony.CallID("dora"), d[1].View().Cards[0].Interaction, "who came first is first")
		require.Equal(s, telephony.CallID("emil"), d[2].View().Cards[0].Interaction)

		require.NoError(s, d[0].Transfer(s.ctx, "carl", interaction.ToEntryPoint("sales")))
		synctest.Wait()
		require.NoError(s, d[0].Submit(s.ctx, "carl"))
		synctest.Wait()
		require.Empty(s, d[0].View().Cards, "not to him (TRF-6)")
		require.Equal(s, agent.Available, d[0].View().Agent.Status)
		s.calls("fritz")
		require.True(s, rings(d[0]), "another contact is his")
	})
}

// TestNobodyIsForgotten: agents come and go at random while contacts wait; in
// the end everybody has been answered.
func TestNobodyIsForgotten(t *testing.T) {
	bubble(t, nil, func(s *stand) {
		d := s.desks("A1", "A2", "A3")
		for i := range 30 {
			s.calls(telephony.CallID(rune('a' + i)))
		}
		done := 0
		for range 200 {
			for i, desk := range d {
				v := desk.View()
				switch {
				case len(v.Cards) > 0:
					s.answers(v.Cards[0].Interaction, desk.Agent())
				case len(v.Interactions) > 0 && v.Interactions[0].WrapUp != nil:
					require.NoError(s, desk.Submit(s.ctx, v.Interactions[0].ID))
					done++
				case len(v.Interactions) > 0:
					require.NoError(s, desk.End(s.ctx, v.Interactions[0].ID))
				}
				if i == done%3 {
					require.NoError(s, desk.Idle(s.ctx, ""))
					require.NoError(s, desk.Available(s.ctx))
				}
				synctest.Wait()
			}
		}
		require.Equal(s, 30, done)
		require.Empty(s, s.sw.Contacts())
	})
}
