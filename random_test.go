package callcontrol

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/store/faulty"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// TestRandomCentre lets agents press what their desks show as allowed, people
// answer and hang up, and the switch lose, delay, refuse and repeat, all at
// once. What a desk shows as allowed is refused only where somebody was quicker;
// in the end, when everybody has hung up and wrapped up, nothing is left over.
func TestRandomCentre(t *testing.T) {
	for seed := range uint64(8) {
		for _, where := range []string{"here", "stored", "badly stored"} {
			t.Run(fmt.Sprint(seed, " ", where), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) { randomCentre(t, seed, where) })
			})
		}
	}
}

func randomCentre(t *testing.T, seed uint64, where string) {
	sw := simulator.New(simulator.Config{Seed: seed, Delay: time.Duration(seed%3) * 30 * time.Millisecond})
	policy := callflow.Policy{Interaction: interaction.Policy{Recording: true, PrivacyShield: true, AskBeforeTransfer: seed%2 == 0, ReturnUnaccepted: seed%3 == 0}}
	cfg := Config{Adapter: sw, KeepEnded: time.Second, Settings: Settings{Policy: policy, MaxCalls: 9 * int(seed%2)}}
	switch where {
	case "stored":
		cfg.Store = store.NewMemory()
	case "badly stored":
		bad := faulty.New(store.NewMemory(), faulty.Config{Seed: seed, Rates: faulty.All(0.02), Delay: 30 * time.Millisecond})
		defer bad.Settle()
		cfg.Store = bad
	}
	c, err := New(cfg)
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- c.Run(ctx) }()
	var desks []*Desk
	for i := range 8 {
		d, err := c.SignIn(ctx, agent.ID(fmt.Sprint("A", i)))
		require.NoError(t, err)
		require.NoError(t, d.Available(ctx))
		desks = append(desks, d)
	}
	busy := time.Now().Add(10 * time.Minute)
	var all sync.WaitGroup
	for i, d := range desks {
		for tab := range 2 { // two tabs each
			all.Go(func() { pressAtRandom(t, ctx, d, rand.New(rand.NewPCG(seed, uint64(i*2+tab))), busy) })
		}
	}
	all.Go(func() { liveAtRandom(sw, rand.New(rand.NewPCG(seed, 99)), busy) })
	all.Wait()
	sw.Heal()
	sw.Restore()
	time.Sleep(3 * time.Minute)
	for _, live := range sw.Contacts() {
		for _, l := range live.Legs {
			_ = sw.HangsUp(live.Call, l.Leg, telephony.HungUp)
		}
	}
	for range 20 { // whoever waits is answered, and gone
		time.Sleep(2 * time.Minute)
		for _, live := range sw.Contacts() {
			for _, l := range live.Legs {
				_ = sw.HangsUp(live.Call, l.Leg, telephony.HungUp)
			}
		}
		for _, d := range desks {
			for _, in := range d.View().Interactions {
				if in.WrapUp != nil {
					_ = d.Submit(ctx, in.ID)
				}
			}
			_ = d.Available(ctx)
		}
	}
	synctest.Wait()
	require.Empty(t, sw.Contacts(), "at the switch")
	for _, k := range c.calls.all() {
		k.read(func(r *record.Interaction) { t.Errorf("%s is left: %v %v", k.id, r.Contact.State.Phase(), r.Orders) })
	}
	for _, d := range desks {
		r := d.p.record()
		require.Equal(t, agent.Available, r.State.Summary().Status, d.Agent())
		require.Empty(t, r.Reserved)
		require.Empty(t, d.View().Interactions)
		require.Empty(t, d.View().Cards)
		for i, n := range r.Notices {
			require.Equal(t, r.Told-uint64(len(r.Notices)-1-i), n.N, "numbered without gaps")
		}
	}
	require.Zero(t, c.placed.Load(), "concurrent calls")
	require.Empty(t, c.idle.waiting)
	require.Len(t, c.idle.free, len(desks))
	count := sw.Count()
	require.Equal(t, count.Taken, count.Done+count.Failed+count.Open)
	cancel()
	require.NoError(t, <-done)
}

// pressAtRandom is an agent who presses what his desk shows as allowed.
func pressAtRandom(t *testing.T, ctx context.Context, d *Desk, r *rand.Rand, until time.Time) {
	for time.Now().Before(until) {
		time.Sleep(time.Duration(r.IntN(3000)) * time.Millisecond)
		v := d.View()
		if v.RONA != nil || v.Agent.Status == agent.Idle && r.IntN(3) == 0 {
			_ = d.Available(ctx)
		}
		if r.IntN(40) == 0 {
			_ = d.Idle(ctx, "")
		}
		for _, in := range v.Interactions {
			if in.WrapUp != nil && r.IntN(2) == 0 {
				_ = d.Submit(ctx, in.ID)
			}
			var may []interaction.Action
			for _, p := range in.Actions {
				if p.Denied == nil && p.Action != interaction.EditVariables {
					may = append(may, p.Action)
				}
			}
			if len(may) == 0 || r.IntN(2) == 0 {
				continue
			}
			req := interaction.Request{Action: may[r.IntN(len(may))]}
			switch req.Action {
			case interaction.Consult, interaction.Transfer:
				req.To = []interaction.Target{interaction.ToAgent(agent.ID(fmt.Sprint("A", r.IntN(9)))), interaction.ToQueue("support"), interaction.ToEntryPoint("sales")}[r.IntN(3)]
			case interaction.SendDigits:
				req.Digits = "1"
			}
			short, cancel := context.WithTimeout(ctx, time.Duration(r.IntN(8000))*time.Millisecond)
			err := d.Do(short, in.ID, req)
			cancel()
			var denied *rule.Denied
			var failed *Failed
			var pending *Pending
			if err != nil && !errors.As(err, &denied) && !errors.As(err, &failed) && !errors.As(err, &pending) &&
				!errors.Is(err, ErrNoInteraction) && !errors.Is(err, context.DeadlineExceeded) && !errors.Is(err, interaction.ErrInvalid) {
				t.Errorf("%s %v: %v", d.Agent(), req.Action, err)
			}
		}
		if n := len(v.Notices); n > 5 {
			_ = d.Acknowledge(ctx, v.Notices[n-1].Number)
		}
	}
}

// liveAtRandom is everybody at a phone, and what the switch does wrong.
func liveAtRandom(sw *simulator.Switch, r *rand.Rand, until time.Time) {
	media := []telephony.Medium{telephony.VoiceMedium, telephony.VoiceMedium, telephony.VoiceMedium, telephony.ChatMedium, telephony.EmailMedium}
	faults := []simulator.What{simulator.Reject, simulator.RefuseLater, simulator.Late, simulator.Delay, simulator.LoseAnswer, simulator.LoseCommand, simulator.Silence}
	for n := 0; time.Now().Before(until); n++ {
		time.Sleep(time.Duration(r.IntN(1500)) * time.Millisecond)
		if r.IntN(4) == 0 {
			_ = sw.Arrive(telephony.CallID(fmt.Sprint("c", n)), telephony.Contact{Medium: media[r.IntN(len(media))],
				Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: []string{"billing", "support"}[r.IntN(2)]}})
		}
		if r.IntN(10) == 0 {
			sw.Inject(simulator.Fault{Do: faults[r.IntN(len(faults))], After: time.Duration(r.IntN(9000)) * time.Millisecond})
		}
		if r.IntN(100) == 0 {
			sw.Drop()
			time.Sleep(time.Duration(r.IntN(4000)) * time.Millisecond)
			if r.IntN(2) == 0 {
				sw.DropEvents()
			}
			sw.Restore()
		}
		for _, live := range sw.Contacts() {
			for _, l := range live.Legs {
				switch {
				case l.State == telephony.LegAlerting && r.IntN(3) == 0:
					_ = sw.Answers(live.Call, l.Leg)
				case r.IntN(60) == 0:
					_ = sw.HangsUp(live.Call, l.Leg, []telephony.Cause{telephony.HungUp, telephony.Busy, telephony.DeviceFailure}[r.IntN(3)])
				case l.State == telephony.LegUp && r.IntN(60) == 0:
					_ = sw.HoldsOnDevice(live.Call, l.Leg)
				case l.Held && r.IntN(4) == 0:
					_ = sw.TakesBackOnDevice(live.Call, l.Leg)
				}
			}
		}
	}
}
