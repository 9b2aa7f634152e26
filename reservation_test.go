package callcontrol

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// running is a centre that runs until the test's bubble ends, and ends well.
func running(t *testing.T, cfg Config) *Center {
	t.Helper()
	c, err := New(cfg)
	require.NoError(t, err)
	done := make(chan error, 1)
	go func() { done <- c.Run(t.Context()) }()
	t.Cleanup(func() { require.NoError(t, <-done) }) // the context has ended by then
	return c
}

// TestReservationEnds: an agent who was reserved for an interaction that never
// named him, because whoever wanted to has died, is free again after a while.
func TestReservationEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, c := t.Context(), running(t, Config{Adapter: simulator.New(simulator.Config{})})
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
	})
}

// TestDeclinedIsNotOfferedAgain: an agent who may have several chats declines one,
// and before his record says so (another is at work on telling agents) it is not
// offered to him again: neither by the default router, who gives it to the next
// one, nor by a host's.
func TestDeclinedIsNotOfferedAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		sw := simulator.New(simulator.Config{})
		ctx, c := t.Context(), running(t, Config{Adapter: sw})
		var desks []*Desk
		for _, id := range []agent.ID{"A1", "A2"} {
			d, err := c.SignIn(ctx, id)
			require.NoError(t, err)
			require.NoError(t, d.Available(ctx))
			time.Sleep(time.Second)
			desks = append(desks, d)
		}
		require.NoError(t, sw.Arrive("carl", telephony.Contact{Medium: telephony.ChatMedium,
			Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "support"}}))
		synctest.Wait()
		require.Len(t, desks[0].View().Cards, 1)

		k, err := c.find(ctx, "carl")
		require.NoError(t, err)
		k.mu.Lock()
		k.telling = true // somebody is at it
		k.mu.Unlock()
		declined := make(chan error, 1)
		go func() { declined <- desks[0].Decline(ctx, "carl") }()
		synctest.Wait()
		require.Equal(t, agent.Reserved, desks[0].View().Agent.Status, "he has not been told")
		require.ErrorIs(t, c.Offer(ctx, "carl", "A1"), rule.ID("AGT-4"))
		k.read(func(r *record.Interaction) { require.Equal(t, interaction.Waiting, r.Contact.State.Phase()) })
		c.tell(k)
		require.NoError(t, <-declined)
		synctest.Wait()
		require.Equal(t, agent.RONA, desks[0].View().Agent.Status)
		require.Empty(t, desks[0].View().Cards)
		require.Len(t, desks[1].View().Cards, 1)
	})
}

// TestRefusedAfterAll: a request for which there was room until it was decided
// (CBK-7) is decided again, and leaves nobody waiting for what it would have
// been: the agent is denied, and not told that the switch has not answered.
func TestRefusedAfterAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		sw := simulator.New(simulator.Config{})
		ctx, c := t.Context(), running(t, Config{Adapter: sw, Settings: Settings{MaxCalls: 2}})
		d, err := c.SignIn(ctx, "A1")
		require.NoError(t, err)
		require.NoError(t, d.Available(ctx))
		require.NoError(t, sw.Arrive("carl", telephony.Contact{Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "q"}}))
		synctest.Wait()
		leg, ok := sw.Leg("carl", telephony.Endpoint{Kind: telephony.Agent, Address: "A1"})
		require.True(t, ok)
		require.NoError(t, sw.Answers("carl", leg))
		synctest.Wait()

		k, err := c.find(ctx, "carl")
		require.NoError(t, err)
		in := input{kind: asking, by: "A1", request: interaction.Request{Action: interaction.Consult, To: interaction.ToQueue("nobody serves")}}
		k.read(func(r *record.Interaction) {
			before := look(r)
			var e callflow.Effects
			changed, err := c.decide(&before, r.Clone(), &in, &e)
			require.NoError(t, err)
			require.True(t, changed)
			require.NotZero(t, in.press)
			require.NotZero(t, in.op)
			in.full = true // another call was quicker
			_, err = c.decide(&before, r.Clone(), &in, &e)
			var denied *rule.Denied
			require.ErrorAs(t, err, &denied)
			require.Equal(t, rule.ID("CBK-7"), denied.Rule())
			require.Zero(t, in.press)
			require.Zero(t, in.op)
		})
	})
}
