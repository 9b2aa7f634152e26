package callcontrol_test

import (
	"context"
	"errors"
	"iter"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/store/faulty"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// stored runs a test on a centre whose store can be made to fail.
func stored(t *testing.T, cfg faulty.Config, test func(*stand, *faulty.Store)) {
	t.Helper()
	var f *faulty.Store
	bubble(t, func(c *callcontrol.Config) { // in the bubble: the store waits in it
		f = faulty.New(store.NewMemory(), cfg)
		c.Store = f
	}, func(s *stand) {
		<-s.c.Ready()
		test(s, f)
	})
}

// again lets another Center go on with the records; change may change what it is
// made of.
func (s *stand) again(records store.Store, change func(*callcontrol.Config)) {
	s.begin(records, change)
	<-s.c.Ready()
	synctest.Wait()
}

// begin is again, and does not wait until it is ready.
func (s *stand) begin(records store.Store, change func(*callcontrol.Config)) {
	s.stop()
	cfg := callcontrol.Config{Adapter: s.sw, Store: records}
	if change != nil {
		change(&cfg)
	}
	var err error
	s.c, err = callcontrol.New(cfg)
	require.NoError(s, err)
	var cancel func()
	s.ctx, cancel = context.WithCancel(s.Context())
	done := make(chan error, 1)
	go func() { done <- s.c.Run(s.ctx) }()
	s.stop = func() {
		cancel()
		require.NoError(s, <-done)
		done <- nil
	}
}

// TestDiskFull: what cannot be kept is not done, and said so; what happens at the
// switch meanwhile is not lost.
func TestDiskFull(t *testing.T) {
	stored(t, faulty.Config{}, func(s *stand, f *faulty.Store) {
		d := s.desks("A1")[0]
		s.calls("anna")
		s.answers("anna", "A1")
		f.Full(true)
		began := time.Now()
		err := d.Hold(s.ctx, "anna")
		require.ErrorIs(s, err, callcontrol.ErrUnavailable)
		require.WithinRange(s, time.Now(), began.Add(9*time.Second), began.Add(11*time.Second), "as long as Patience")
		require.Equal(s, "Connected", status(d, 0), "what is shown is what is kept")
		s.hangsUp("anna", 1)
		time.Sleep(time.Minute)
		require.Equal(s, agent.Engaged, d.View().Agent.Status)
		f.Full(false)
		time.Sleep(5 * time.Second)
		synctest.Wait()
		require.Equal(s, agent.WrapUp, d.View().Agent.Status)
		require.NoError(s, d.Choose(s.ctx, "anna", "wrap-up"))
		require.NoError(s, d.Submit(s.ctx, "anna"))
	})
}

// TestStoreAway: the store is away for a minute, and answers nobody. Who presses
// is told that nobody knows, when his patience ends; a customer who calls
// meanwhile is offered when it is back, and the overdue ring ends.
func TestStoreAway(t *testing.T) {
	for _, hang := range []bool{false, true} {
		stored(t, faulty.Config{Hang: hang}, func(s *stand, f *faulty.Store) {
			d := s.desks("A1", "A2")
			s.calls("anna")
			s.answers("anna", "A1")
			s.calls("bert")
			require.Equal(s, "Ringing", status(d[1], 0))
			f.Away()
			ctx, cancel := context.WithTimeout(s.ctx, time.Second)
			err := d[0].Hold(ctx, "anna")
			cancel()
			var pending *callcontrol.Pending
			require.ErrorAs(s, err, &pending, "his context has ended")
			require.Equal(s, interaction.Hold, pending.Action)
			s.calls("cleo")
			time.Sleep(time.Minute)
			require.Equal(s, "Connected", status(d[0], 0))
			f.Back()
			time.Sleep(5 * time.Second)
			synctest.Wait()
			require.Equal(s, agent.RONA, d[1].View().Agent.Status, "he was rung for 20 s")
			require.NoError(s, d[1].Available(s.ctx))
			time.Sleep(2 * time.Second)
			synctest.Wait()
			require.Len(s, d[1].View().Interactions, 1)
			require.NoError(s, d[0].Hold(s.ctx, "anna"))
			require.Equal(s, "Call on Hold", status(d[0], 0))
		})
	}
}

// TestCommitOutcomes: whatever becomes of the commit of a press, or of what
// follows from it, the switch is told once, and the press ends as it should.
func TestCommitOutcomes(t *testing.T) {
	for _, kind := range []faulty.Kind{faulty.LostRequest, faulty.LostAnswer, faulty.LateRequest, faulty.FalseConflict} {
		for _, of := range []string{"interaction", "agent"} {
			t.Run(kind.String()+" "+of, func(t *testing.T) {
				stored(t, faulty.Config{Delay: 25 * time.Millisecond}, func(s *stand, f *faulty.Store) {
					d := s.desks("A1", "A2")
					s.calls("anna")
					s.answers("anna", "A1")
					before := s.sw.Count().Taken
					f.Plant(faulty.Fault{Kind: kind, Key: store.Key{Kind: of}})
					f.Plant(faulty.Fault{Kind: faulty.StaleLoad, Key: store.Key{Kind: of}})
					f.Plant(faulty.Fault{Kind: faulty.LoadFails, Key: store.Key{Kind: of}})
					require.NoError(s, d[0].Consult(s.ctx, "anna", interaction.ToAgent("A2")))
					time.Sleep(time.Second)
					synctest.Wait()
					require.Equal(s, 1, f.Struck(kind))
					require.Equal(s, before+1, s.sw.Count().Taken)
					require.Equal(s, "Consult Requested", status(d[0], 0))
					require.Equal(s, agent.Reserved, d[1].View().Agent.Status)
					s.answers("anna", "A2")
					time.Sleep(time.Second)
					require.Equal(s, agent.Engaged, d[1].View().Agent.Status)
					require.NoError(s, d[0].EndConsult(s.ctx, "anna"))
					time.Sleep(time.Second)
					require.Equal(s, agent.Available, d[1].View().Agent.Status, "counted once")
				})
			})
		}
	}
}

// TestUnreadable: a record that is corrupt or cut off is left alone, and
// everything else goes on; one of a newer version keeps the Center from beginning,
// and is left as it is.
func TestUnreadable(t *testing.T) {
	bend := func(old, now string) func(string) string {
		return func(data string) string { return strings.Replace(data, old, now, 1) }
	}
	for name, tc := range map[string]struct {
		bend  func(string) string
		newer bool
	}{
		"a digit":         {bend(`"party":2`, `"party":3`), false},
		"cut off":         {func(data string) string { return data[:len(data)/2] }, false},
		"empty":           {func(string) string { return "x" }, false},
		"of nobody":       {bend("callcontrol interaction 1", "callcontrol agent 1"), false},
		"a newer version": {bend("callcontrol interaction 1", "callcontrol interaction 9"), true},
	} {
		t.Run(name, func(t *testing.T) {
			m := store.NewMemory()
			bubble(t, func(c *callcontrol.Config) { c.Store = m }, func(s *stand) {
				s.desks("A1", "A2")
				s.calls("anna")
				s.answers("anna", "A1")
				s.stop()
				key := store.Key{Kind: "interaction", ID: "anna"}
				row, err := m.Load(s.Context(), key)
				require.NoError(t, err)
				bent := tc.bend(string(row.Data))
				require.NotEqual(t, string(row.Data), bent)
				_, err = m.Commit(s.Context(), key, row.Revision, []byte(bent))
				require.NoError(t, err)

				var log strings.Builder
				cfg := callcontrol.Config{Adapter: s.sw, Store: m, Logger: slog.New(slog.NewTextHandler(&log, nil))}
				if tc.newer {
					c, err := callcontrol.New(cfg)
					require.NoError(t, err)
					err = c.Run(s.Context())
					var which *callcontrol.RecordError
					require.ErrorAs(t, err, &which)
					require.ErrorIs(t, err, callcontrol.ErrNewer)
					require.Equal(t, key, which.Key)
					row, err = m.Load(s.Context(), key)
					require.NoError(t, err)
					require.Equal(t, bent, string(row.Data))
					return
				}
				s.again(m, func(c *callcontrol.Config) { c.Logger = cfg.Logger })
				require.Contains(t, log.String(), callcontrol.EventRecordUnreadable)
				require.Contains(t, log.String(), "key=interaction/anna")
				d := s.c.Desk("A2")
				s.calls("bert")
				require.Equal(t, "Ringing", status(d, 0))
				row, err = m.Load(s.Context(), key)
				require.NoError(t, err)
				require.Equal(t, bent, string(row.Data))
			})
		})
	}
}

// TestReplaced: of two Centers on one store the one that began last works; the
// other one stops, and says why.
func TestReplaced(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := store.NewMemory()
		first, err := callcontrol.New(callcontrol.Config{Adapter: simulator.New(simulator.Config{}), Store: m})
		require.NoError(t, err)
		done := make(chan error, 1)
		go func() { done <- first.Run(t.Context()) }()
		_, err = first.SignIn(t.Context(), "A1")
		require.NoError(t, err)

		second, err := callcontrol.New(callcontrol.Config{Adapter: simulator.New(simulator.Config{}), Store: m})
		require.NoError(t, err)
		ctx, cancel := context.WithCancel(t.Context())
		also := make(chan error, 1)
		go func() { also <- second.Run(ctx) }()
		require.ErrorIs(t, <-done, callcontrol.ErrReplaced)
		_, err = first.SignIn(t.Context(), "A2")
		require.ErrorIs(t, err, callcontrol.ErrUnavailable)
		d, err := second.SignIn(t.Context(), "A1")
		require.NoError(t, err)
		require.Equal(t, agent.Idle, d.View().Agent.Status)
		require.Greater(t, d.View().Version, uint64(1)<<32, "a page takes the later one's views")
		cancel()
		require.NoError(t, <-also)
	})
}

// mute is a switch that cannot say what is there.
type mute struct{ *simulator.Switch }

func (mute) Live(context.Context) iter.Seq2[telephony.Live, error] {
	return func(yield func(telephony.Live, error) bool) { yield(telephony.Live{}, telephony.ErrUnsupported) }
}

// TestUncertain: without Live, a contact is uncertain after a restart until the
// switch says something about it.
func TestUncertain(t *testing.T) {
	m := store.NewMemory()
	bubble(t, func(c *callcontrol.Config) { c.Store = m }, func(s *stand) {
		d := s.desks("A1", "A2")
		s.calls("anna")
		s.answers("anna", "A1")
		s.calls("bert")
		require.False(s, d[0].View().Interactions[0].Uncertain)
		s.again(m, func(c *callcontrol.Config) { c.Adapter = mute{s.sw} })
		a1, a2 := s.c.Desk("A1"), s.c.Desk("A2")
		require.True(s, a1.View().Interactions[0].Uncertain)
		require.True(s, a2.View().Interactions[0].Uncertain)
		require.NoError(s, a1.Hold(s.ctx, "anna"))
		synctest.Wait()
		require.False(s, a1.View().Interactions[0].Uncertain)
		require.True(s, a2.View().Interactions[0].Uncertain)
		s.answers("bert", "A2")
		require.False(s, a2.View().Interactions[0].Uncertain)
	})
}

// TestReservedByTheDead: an agent who was reserved by a Center that died before
// the interaction named him is free at once, and has not lost his place.
func TestReservedByTheDead(t *testing.T) {
	stored(t, faulty.Config{}, func(s *stand, f *faulty.Store) {
		for _, id := range []agent.ID{"A1", "A2"} {
			s.desks(id)
			time.Sleep(time.Second)
		}
		free := s.c.Desk("A1").View().Agent.Since
		for n := range 2000 { // anna's interaction never gets to name him
			f.Plant(faulty.Fault{Kind: faulty.LostRequest, Key: store.Key{Kind: "interaction", ID: "anna"}, Nth: 2 + n})
		}
		s.calls("anna")
		time.Sleep(time.Second)
		require.Equal(s, agent.Reserved, s.c.Desk("A1").View().Agent.Status)
		s.again(f, func(c *callcontrol.Config) { c.Router = noRouter{} })
		require.Equal(s, agent.Available, s.c.Desk("A1").View().Agent.Status)
		require.Equal(s, free, s.c.Desk("A1").View().Agent.Since)
	})
}

// noRouter is a router that never answers.
type noRouter struct{}

func (noRouter) Wanted(callcontrol.Want) {}

// TestUnavailableSaysWhy: what a store says is an error of ours that says nothing of it.
func TestUnavailableSaysWhy(t *testing.T) {
	stored(t, faulty.Config{}, func(s *stand, f *faulty.Store) {
		f.Away()
		_, err := s.c.SignIn(s.ctx, "A1")
		require.ErrorIs(s, err, callcontrol.ErrUnavailable)
		require.False(s, errors.Is(err, store.ErrConflict))
		f.Back()
		_, err = s.c.SignIn(s.ctx, "A1")
		require.NoError(s, err)
	})
}

// TestWhileNobodyRan: a process is down for a minute. Meanwhile a customer hangs
// up, an agent's phone is answered, and the time of two offers passes. The next
// Center finds out what is so, lets what is overdue pass in its order, and every
// desk is told.
func TestWhileNobodyRan(t *testing.T) {
	m := store.NewMemory()
	var log strings.Builder
	bubble(t, func(c *callcontrol.Config) { c.Store = m }, func(s *stand) {
		d := s.desks("A1", "A2", "A3", "A4")
		s.calls("anna")
		s.answers("anna", "A1")
		s.calls("bert")
		s.calls("cleo")
		time.Sleep(5 * time.Second)
		s.calls("dora")
		require.Equal(s, []string{"Ringing", "Ringing", "Ringing"}, []string{status(d[1], 0), status(d[2], 0), status(d[3], 0)})
		s.stop()
		require.NoError(s, s.sw.HangsUp("anna", 1, telephony.HungUp))
		require.NoError(s, s.sw.Answers("bert", s.leg("bert", "A2")))
		time.Sleep(time.Minute)
		s.again(m, func(c *callcontrol.Config) {
			c.Logger = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
		})
		desk := s.c.Desk
		require.Equal(s, agent.WrapUp, desk("A1").View().Agent.Status)
		require.Equal(s, []string{"wrap-up due", "Ended"}, told(desk("A1")))
		require.Equal(s, "Connected", status(desk("A2"), 0))
		require.Equal(s, agent.RONA, desk("A3").View().Agent.Status)
		require.Equal(s, agent.RONA, desk("A4").View().Agent.Status)
		var overdue []string
		for line := range strings.Lines(log.String()) {
			if strings.Contains(line, "action=Deadline") {
				_, call, _ := strings.Cut(line, "call=")
				overdue = append(overdue, strings.Fields(call)[0])
			}
		}
		require.Equal(s, []string{"cleo", "dora"}, overdue, "in their order")
	})
}

// TestNothingIsShownBeforeItIsKnown: who opens his desktop while the records are
// still being read sees his call first, and not a desktop with nothing on it.
func TestNothingIsShownBeforeItIsKnown(t *testing.T) {
	stored(t, faulty.Config{}, func(s *stand, f *faulty.Store) {
		s.desks("A1")
		s.calls("anna")
		s.answers("anna", "A1")
		f.Away()
		s.begin(f, nil)
		d, began := s.c.Desk("A1"), time.Now()
		time.AfterFunc(10*time.Second, f.Back)
		impatient, cancel := context.WithTimeout(s.ctx, time.Second)
		defer cancel()
		for range d.Views(impatient) {
			s.Error("something is shown")
		}
		require.Equal(s, time.Second, time.Since(began))
		for v := range d.Views(s.ctx) {
			require.GreaterOrEqual(s, time.Since(began), 10*time.Second)
			require.Equal(s, agent.Engaged, v.Agent.Status)
			require.Equal(s, interaction.Connected, v.Interaction("anna").Panes[0].Status)
			return
		}
		s.Error("nothing is ever shown")
	})
}
