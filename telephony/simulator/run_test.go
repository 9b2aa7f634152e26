package simulator_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// begun is a switch with so many calls, in each of which two agents are rung,
// and nothing told yet: three events each.
func begun(t *testing.T, cfg simulator.Config, calls int) *simulator.Switch {
	s := simulator.New(cfg)
	for i := range calls {
		id := telephony.CallID("c" + strconv.Itoa(i))
		require.NoError(t, s.Arrive(id, telephony.Contact{}))
		for n := telephony.Leg(2); n <= 3; n++ {
			require.NoError(t, s.Do(t.Context(), cmd{Call: id, Op: telephony.Op(n), Verb: telephony.Dial, Leg: n}))
		}
	}
	return s
}

// hear runs the switch until it has told so much, and returns it in short:
// call/leg.
func hear(t *testing.T, s *simulator.Switch, n int) []string {
	var heard []string
	ctx, cancel := context.WithCancel(t.Context())
	err := s.Run(ctx, func(e telephony.Event) error {
		if heard = append(heard, fmt.Sprintf("%s/%d", e.Call, e.Leg)); len(heard) == n {
			cancel()
		}
		return nil
	})
	require.ErrorIs(t, err, context.Canceled)
	return heard
}

var inOrder = []string{"c0/1", "c0/2", "c0/3", "c1/1", "c1/2", "c1/3", "c2/1", "c2/2", "c2/3"}

// Nothing is lost while nobody runs it: it is told in the order in which it
// happened, over several runs as over one (duty 10).
func TestRunAgain(t *testing.T) {
	s := begun(t, simulator.Config{}, 3)
	require.Equal(t, 9, s.Count().Held)
	require.Equal(t, inOrder[:4], hear(t, s, 4))
	require.Equal(t, inOrder[4:], hear(t, s, 5))
	n := s.Count()
	require.Equal(t, 9, n.Told)
	require.Zero(t, n.Held)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s.OnHook("a1")
	require.ErrorIs(t, s.Run(ctx, func(telephony.Event) error { panic("it has ended") }), context.Canceled)
	require.Equal(t, 1, s.Count().Held)
}

// What sink would not have comes again, before any later one of its call; the
// others go on meanwhile (duty 1).
func TestNotTaken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := begun(t, simulator.Config{}, 3)
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		var taken []string
		times := 0
		start := time.Now()
		err := s.Run(ctx, func(e telephony.Event) error {
			if e.Call == "c1" && e.Leg == 2 && times < 14 {
				times++
				return errors.New("not now")
			}
			if taken = append(taken, fmt.Sprintf("%s/%d", e.Call, e.Leg)); len(taken) == 9 {
				cancel()
			}
			return nil
		})
		require.ErrorIs(t, err, context.Canceled)
		require.Equal(t, []string{"c0/1", "c0/2", "c0/3", "c1/1", "c2/1", "c2/2", "c2/3", "c1/2", "c1/3"}, taken)
		require.Equal(t, 1023*time.Millisecond+4*1024*time.Millisecond, time.Since(start), "it waits a little longer each time, up to a second")
		require.Equal(t, 9, s.Count().Told)
	})
	// where sink panics, it was not taken either
	s := begun(t, simulator.Config{}, 1)
	require.Panics(t, func() { _ = s.Run(t.Context(), func(telephony.Event) error { panic("sink") }) })
	require.Equal(t, inOrder[:3], hear(t, s, 3))
}

func TestOneRunAtATime(t *testing.T) {
	bubble(t, simulator.Config{}, func(b *bench) {
		require.ErrorIs(b.t, b.Run(b.t.Context(), nil), simulator.ErrRunning)
		b.talking()
		b.stop()
		b.run()
		b.does(hold, "arranged op 2 talk []")
	})
}

// Do waits for nobody: not for a slow sink, and it can be called from within
// one (duty 18).
func TestDoWhileSinkIsBusy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := begun(t, simulator.Config{}, 1)
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		start := time.Now()
		n := 0
		require.ErrorIs(t, s.Run(ctx, func(e telephony.Event) error {
			if n++; n == 4 {
				require.Equal(t, telephony.Gone, e.Kind)
				cancel()
				return nil
			}
			time.Sleep(time.Second)
			before := time.Now()
			require.NoError(t, s.Do(ctx, cmd{Call: "c0", Op: 9, Verb: telephony.ClearCall}))
			require.Equal(t, before, time.Now())
			require.Len(t, slices.Collect(keys(s.Live(ctx))), 0)
			return nil
		}), context.Canceled)
		require.Equal(t, 3*time.Second, time.Since(start))
	})
}

func keys[K, V any](seq func(func(K, V) bool)) func(func(K) bool) {
	return func(yield func(K) bool) {
		seq(func(k K, _ V) bool { return yield(k) })
	}
}

// Shuffle mixes calls, and never what is of one call; the same seed mixes alike.
func TestShuffle(t *testing.T) {
	mixed := func(seed uint64) []string {
		s := begun(t, simulator.Config{Seed: seed}, 3)
		s.Shuffle(true)
		return hear(t, s, 9)
	}
	orders := map[string]bool{}
	for seed := range uint64(20) {
		got := mixed(seed)
		require.Equal(t, got, mixed(seed))
		orders[fmt.Sprint(got)] = true
		slices.SortStableFunc(got, func(a, b string) int { return int(a[1]) - int(b[1]) })
		require.Equal(t, inOrder, got)
	}
	require.Greater(t, len(orders), 15)
	s := begun(t, simulator.Config{Seed: 3}, 3)
	s.Shuffle(true)
	first := hear(t, s, 3)
	s.Heal()
	rest := slices.DeleteFunc(slices.Clone(inOrder), func(e string) bool { return slices.Contains(first, e) })
	require.Equal(t, rest, hear(t, s, 6))
}

func TestRepeat(t *testing.T) {
	bubble(t, simulator.Config{}, func(b *bench) {
		b.talking()
		b.Repeat(true)
		b.does(hold, "arranged op 2 talk []", "arranged op 2 talk []")
		b.OffHook("a1")
		b.tells("off-hook device a1", "off-hook device a1")
		b.Heal()
		b.OnHook("a1")
		b.tells("on-hook device a1")
		require.Equal(b.t, 8, b.Count().Told)
	})
}

// Delay comes between half and one and a half times as late, in the order of
// each call, from the seed.
func TestDelay(t *testing.T) {
	spread := func(seed uint64) (times []time.Duration) {
		synctest.Test(t, func(t *testing.T) {
			s := simulator.New(simulator.Config{Seed: seed, Delay: time.Second})
			ctx, cancel := context.WithCancel(t.Context())
			start := time.Now()
			for i := range 200 {
				require.NoError(t, s.Arrive(telephony.CallID(strconv.Itoa(i)), telephony.Contact{}))
			}
			require.ErrorIs(t, s.Run(ctx, func(telephony.Event) error {
				if times = append(times, time.Since(start)); len(times) == 200 {
					cancel()
				}
				return nil
			}), context.Canceled)
		})
		return times
	}
	times := spread(1)
	require.Equal(t, times, spread(1))
	require.NotEqual(t, times, spread(2))
	require.GreaterOrEqual(t, times[0], 500*time.Millisecond)
	require.Less(t, times[0], 550*time.Millisecond)
	require.LessOrEqual(t, times[199], 1500*time.Millisecond)
	require.Greater(t, times[199], 1450*time.Millisecond)
	bubble(t, simulator.Config{Delay: time.Second}, func(b *bench) { // one call's stay in order
		for range 20 {
			b.Say(telephony.Event{Call: "c1", Kind: telephony.Gone, Leg: telephony.Leg(1)})
			b.Say(telephony.Event{Call: "c1", Kind: telephony.Gone, Leg: telephony.Leg(2)})
		}
		time.Sleep(2 * time.Second)
		var want []string
		for range 20 {
			want = append(want, "gone leg 1", "gone leg 2")
		}
		b.tells(want...)
	})
}

// The connection is cut: nothing is done, people go on, and what happens is
// told afterwards; or it is lost, and only Live tells.
func TestDrop(t *testing.T) {
	for _, lost := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			s := begun(t, simulator.Config{}, 1)
			hear(t, s, 3)
			ended := make(chan error, 1)
			go func() { ended <- s.Run(t.Context(), func(telephony.Event) error { return nil }) }()
			synctest.Wait()
			s.Drop()
			require.ErrorIs(t, <-ended, simulator.ErrLink)
			require.ErrorIs(t, s.Run(t.Context(), nil), simulator.ErrLink)
			require.ErrorIs(t, s.Do(t.Context(), cmd{Call: "c0", Op: 9, Verb: telephony.ClearCall}), simulator.ErrLink)
			for _, err := range s.Live(t.Context()) {
				require.ErrorIs(t, err, simulator.ErrLink)
			}
			require.NoError(t, s.Answers("c0", 3))
			require.NoError(t, s.HangsUp("c0", 2, telephony.Busy))
			require.Equal(t, "1 up, 3 up; talk [1]; off", describe(s.Contacts()[0]))
			if lost {
				s.DropEvents()
			}
			s.Restore()
			for v, err := range s.Live(t.Context()) {
				require.NoError(t, err)
				require.Equal(t, "1 up, 3 up; talk [1]; off", describe(v))
			}
			require.NoError(t, s.HangsUp("c0", 1, 0))
			if lost {
				require.Equal(t, []string{"c0/1"}, hear(t, s, 1))
			} else {
				require.Equal(t, []string{"c0/3", "c0/2", "c0/1"}, hear(t, s, 3))
			}
			require.Zero(t, s.Count().Held)
		})
	}
	// what sink is being given while all is lost does no harm
	s := begun(t, simulator.Config{}, 2)
	require.Equal(t, []string{"c0/1"}, func() (heard []string) {
		ctx, cancel := context.WithCancel(t.Context())
		_ = s.Run(ctx, func(e telephony.Event) error {
			heard = append(heard, fmt.Sprintf("%s/%d", e.Call, e.Leg))
			s.DropEvents()
			cancel()
			return nil
		})
		return heard
	}())
	require.Zero(t, s.Count().Held)
}

// Live is every contact in the order in which they began, and ends with its
// context.
func TestLive(t *testing.T) {
	s := begun(t, simulator.Config{}, 3)
	require.NoError(t, s.HangsUp("c1", 1, 0))
	require.NoError(t, s.Do(t.Context(), cmd{Call: "c1", Op: 9, Verb: telephony.ClearCall}))
	var ids []telephony.CallID
	for v, err := range s.Live(t.Context()) {
		require.NoError(t, err)
		ids = append(ids, v.Call)
		require.Equal(t, telephony.LiveLeg{Leg: 1, Endpoint: telephony.Endpoint{Kind: telephony.Customer}, State: telephony.LegUp}, v.Legs[0])
		require.NoError(t, s.HangsUp(v.Call, 1, 0), "it may be changed meanwhile")
	}
	require.Equal(t, []telephony.CallID{"c0", "c2"}, ids)
	for range s.Live(t.Context()) {
		break
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range s.Live(ctx) {
		require.ErrorIs(t, err, context.Canceled)
	}
}

// Thousands of calls at once, from many goroutines: what the switch counts adds
// up, and nobody is left over.
func TestSoak(t *testing.T) {
	const calls, crews = 10_000, 8
	s := simulator.New(simulator.Config{Seed: 1})
	s.Shuffle(true)
	s.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.Mute}, Do: simulator.LoseCommand, Every: true})
	ctx, cancel := context.WithCancel(t.Context())
	var gone sync.Map // which legs were told to have left, and how often
	var left sync.WaitGroup
	left.Add(2 * calls)
	run := make(chan error, 1)
	go func() {
		run <- s.Run(ctx, func(e telephony.Event) error {
			if e.Kind == telephony.Gone {
				_, twice := gone.LoadOrStore(fmt.Sprint(e.Call, "/", e.Leg), true)
				if !twice {
					left.Done()
				}
			}
			return nil
		})
	}()
	each := func(does func(telephony.CallID)) {
		var wg sync.WaitGroup
		for crew := range crews {
			wg.Go(func() {
				for i := crew; i < calls; i += crews {
					does(telephony.CallID(strconv.Itoa(i)))
				}
			})
		}
		wg.Wait()
	}
	order := func(c cmd) error { return s.Do(ctx, c) }
	each(func(id telephony.CallID) {
		if s.Arrive(id, telephony.Contact{}) != nil || order(cmd{Call: id, Op: 1, Verb: telephony.Dial, Leg: 2}) != nil || s.Answers(id, 2) != nil {
			t.Error("cannot begin", id)
		}
	})
	require.Len(t, s.Contacts(), calls)
	each(func(id telephony.CallID) {
		hold := cmd{Call: id, Op: 2, Verb: telephony.Hold, Leg: 1}
		first, repeat := order(hold), order(hold)
		if first != nil || repeat != nil ||
			order(cmd{Call: id, Op: 3, Verb: telephony.Mute, Leg: 2}) == nil || order(cmd{Call: id, Op: 4, Verb: telephony.Hold, Leg: 9}) != nil ||
			order(cmd{Call: id, Op: 5, Verb: telephony.ClearCall}) != nil {
			t.Error("cannot go on", id)
		}
	})
	left.Wait()
	require.Empty(t, s.Contacts())
	require.Eventually(t, func() bool { return s.Count().Held == 0 }, time.Minute, time.Millisecond)
	cancel()
	require.ErrorIs(t, <-run, context.Canceled)
	require.Equal(t, simulator.Count{Taken: 4 * calls, Again: calls, Lost: calls, Done: 3 * calls, Failed: calls, Told: 8 * calls}, s.Count())
}
