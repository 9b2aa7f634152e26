package callcontrol

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// TestReservationEnds: an agent who was reserved for an interaction that never
// named him, because whoever wanted to has died, is free again after a while.
func TestReservationEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, err := New(Config{Adapter: simulator.New(simulator.Config{})})
		require.NoError(t, err)
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error, 1)
		go func() { done <- c.Run(ctx) }()
		d, err := c.SignIn(ctx, "A1")
		require.NoError(t, err)
		require.NoError(t, d.Available(ctx))
		require.NoError(t, c.change(d.p, func(now time.Time, a *record.Agent, out *agent.Output) error {
			a.Reserve(now, record.Reservation{Call: "never", Until: now.Add(reservedFor)}, out)
			return nil
		}))
		require.Equal(t, agent.Reserved, d.View().Agent.Status)
		time.Sleep(reservedFor - time.Second)
		synctest.Wait()
		require.Equal(t, agent.Reserved, d.View().Agent.Status)
		time.Sleep(2 * time.Second)
		synctest.Wait()
		require.Equal(t, agent.Available, d.View().Agent.Status)
		require.Empty(t, d.p.record().Reserved)
		cancel()
		require.NoError(t, <-done)
	})
}
