package callcontrol_test

import (
	"context"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// stand is a centre in a bubble, on a simulated switch. A bubble does not end
// while a goroutine is left in it: every test here is a test of leaks as well.
type stand struct {
	*testing.T
	sw   *simulator.Switch
	c    *callcontrol.Center
	ctx  context.Context
	stop func()
}

// bubble runs a test on a centre; change may change its configuration before.
func bubble(t *testing.T, change func(*callcontrol.Config), test func(*stand)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		s := &stand{T: t, sw: simulator.New(simulator.Config{Seed: 1})}
		cfg := callcontrol.Config{Adapter: s.sw}
		if change != nil {
			change(&cfg)
		}
		var err error
		s.c, err = callcontrol.New(cfg)
		require.NoError(t, err)
		var cancel func()
		s.ctx, cancel = context.WithCancel(t.Context())
		done := make(chan error, 1)
		go func() { done <- s.c.Run(s.ctx) }()
		s.stop = func() {
			cancel()
			require.NoError(t, <-done)
			done <- nil
		}
		defer s.stop()
		test(s)
	})
}

// desks signs agents in and makes them Available.
func (s *stand) desks(ids ...agent.ID) []*callcontrol.Desk {
	var all []*callcontrol.Desk
	for _, id := range ids {
		d, err := s.c.SignIn(s.ctx, id)
		require.NoError(s, err)
		require.NoError(s, d.Available(s.ctx))
		all = append(all, d)
	}
	return all
}

// calls lets a customer call a queue, and waits until somebody's phone rings.
func (s *stand) calls(id telephony.CallID) {
	require.NoError(s, s.sw.Arrive(id, telephony.Contact{
		From:    telephony.Endpoint{Kind: telephony.Customer, Address: "+12015550100"},
		Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "billing"},
	}))
	synctest.Wait()
}

func (s *stand) leg(id telephony.CallID, who agent.ID) telephony.Leg {
	leg, ok := s.sw.Leg(id, telephony.Endpoint{Kind: telephony.Agent, Address: string(who)})
	require.True(s, ok, "%s has no phone in %s", who, id)
	return leg
}

func (s *stand) answers(id telephony.CallID, who agent.ID) {
	require.NoError(s, s.sw.Answers(id, s.leg(id, who)))
	synctest.Wait()
}

func (s *stand) hangsUp(id telephony.CallID, leg telephony.Leg) {
	require.NoError(s, s.sw.HangsUp(id, leg, telephony.HungUp))
	synctest.Wait()
}

// status is the status of a pane of the first interaction.
func status(d *callcontrol.Desk, pane int) string {
	v := d.View()
	if len(v.Interactions) == 0 || len(v.Interactions[0].Panes) <= pane {
		return ""
	}
	return v.Interactions[0].Panes[pane].Status.String()
}

// told are the kinds of the notices that are not acknowledged.
func told(d *callcontrol.Desk) []string {
	all := []string{}
	for _, n := range d.View().Notices {
		all = append(all, n.Kind)
	}
	return all
}
