package callcontrol

import (
	"context"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// TestClockGoesBack: the machine's clock jumps back an hour while a phone rings,
// and once more while no Center runs. It rings for as long as it should, and no
// view is older than the one before.
func TestClockGoesBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var skew atomic.Int64
		sw, m := simulator.New(simulator.Config{}), store.NewMemory()
		begin := func() (*Center, func()) {
			c, err := New(Config{Adapter: sw, Store: m, wall: func() int64 { return time.Now().UnixNano() + skew.Load() }})
			require.NoError(t, err)
			ctx, cancel := context.WithCancel(t.Context())
			done := make(chan error, 1)
			go func() { done <- c.Run(ctx) }()
			<-c.Ready()
			return c, func() { cancel(); require.NoError(t, <-done) }
		}
		rings := func(c *Center, id telephony.CallID, back func()) {
			require.NoError(t, sw.Arrive(id, telephony.Contact{Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "billing"}}))
			synctest.Wait()
			before := c.Desk("A1").View()
			require.Equal(t, agent.Reserved, before.Agent.Status)
			time.Sleep(10 * time.Second)
			back()
			time.Sleep(9 * time.Second)
			synctest.Wait()
			require.Equal(t, agent.Reserved, c.Desk("A1").View().Agent.Status)
			time.Sleep(2 * time.Second)
			synctest.Wait()
			v := c.Desk("A1").View()
			require.Equal(t, agent.RONA, v.Agent.Status, "after 20 s")
			require.Less(t, v.Agent.Since.Sub(before.Agent.Since), 22*time.Second)
			require.True(t, v.Built.After(before.Built))
		}
		c, end := begin()
		d, err := c.SignIn(t.Context(), "A1")
		require.NoError(t, err)
		require.NoError(t, d.Available(t.Context()))
		rings(c, "anna", func() { skew.Add(-int64(time.Hour)) })
		end()

		skew.Add(-int64(time.Hour))
		c, end = begin()
		defer end()
		require.NoError(t, c.Desk("A1").Available(t.Context()))
		synctest.Wait()
		require.Equal(t, agent.Reserved, c.Desk("A1").View().Agent.Status, "anna still waits")
		time.Sleep(21 * time.Second)
		synctest.Wait()
		require.Equal(t, agent.RONA, c.Desk("A1").View().Agent.Status)
		require.NoError(t, sw.HangsUp("anna", 1, telephony.HungUp))
		require.NoError(t, c.Desk("A1").Available(t.Context()))
		rings(c, "bert", func() {})
	})
}
