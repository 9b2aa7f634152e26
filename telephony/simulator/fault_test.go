package simulator_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

var (
	hold     = cmd{Verb: telephony.Hold, Leg: 1, Owner: 2}
	retrieve = cmd{Verb: telephony.Retrieve, Leg: 1, Owner: 2, Talk: talk(1)}
)

const (
	held   = "1 up, 2 up; talk []; off"
	active = "1 up, 2 up; talk [1]; off"
)

// faulty is a bench with a call, whose next command meets a fault.
func faulty(t *testing.T, f simulator.Fault, test func(*bench)) {
	t.Run(f.Do.String(), func(t *testing.T) {
		bubble(t, simulator.Config{}, func(b *bench) {
			b.talking()
			b.Inject(f)
			test(b)
		})
	})
}

// after lets time pass.
func (b *bench) after(d time.Duration, want ...string) {
	b.t.Helper()
	time.Sleep(d) // the bubble's clock
	b.tells(want...)
}

func TestFaults(t *testing.T) {
	faulty(t, simulator.Fault{Do: simulator.Reject}, func(b *bench) {
		var why *telephony.Rejection
		require.ErrorAs(b.t, b.order(hold), &why)
		require.Equal(b.t, telephony.Refused, why.Cause)
		b.tells()
		b.is(active)
		b.does(hold, "arranged op 3 talk []") // only the next one
	})
	faulty(t, simulator.Fault{Do: simulator.RefuseLater, Cause: telephony.Busy, After: 2 * time.Second}, func(b *bench) {
		b.does(hold)
		b.after(2*time.Second - 1)
		b.is(active)
		b.after(1, "failed op 2 leg 1 cause busy")
		b.is(active)
	})
	faulty(t, simulator.Fault{Do: simulator.Late, After: 2 * time.Second}, func(b *bench) {
		b.does(hold)
		b.after(2*time.Second - 1)
		b.is(active)
		b.after(1, "arranged op 2 talk []")
		b.is(held)
	})
	faulty(t, simulator.Fault{Do: simulator.Delay, After: 2 * time.Second}, func(b *bench) {
		b.does(hold)
		b.is(held)
		b.ok(b.HangsUp("c1", 1, 0)) // it has happened behind the hold, and is told behind it (duty 1)
		b.after(2*time.Second - 1)
		b.after(1, "arranged op 2 talk []", "gone leg 1 cause hung-up")
	})
	faulty(t, simulator.Fault{Do: simulator.LoseAnswer}, func(b *bench) {
		require.ErrorIs(b.t, b.order(hold), simulator.ErrLost)
		b.tells("arranged op 2 talk []")
		b.is(held)
		hold := hold
		hold.Op = 2
		b.does(hold, "arranged op 2 talk []")
		require.Equal(b.t, 1, b.Count().Again)
	})
	faulty(t, simulator.Fault{Do: simulator.LoseCommand}, func(b *bench) {
		err := b.order(hold)
		require.ErrorIs(b.t, err, simulator.ErrLost)
		require.False(b.t, errors.Is(err, telephony.ErrRejected) || errors.Is(err, telephony.ErrUnsupported), "nobody knows")
		b.tells()
		b.is(active)
		hold := hold
		hold.Op = 2
		b.does(hold, "arranged op 2 talk []")
		require.Zero(b.t, b.Count().Again)
	})
	faulty(t, simulator.Fault{Do: simulator.Silence}, func(b *bench) {
		b.does(hold)
		hold := hold
		hold.Op = 2
		b.does(hold) // taken is taken
		b.after(time.Hour)
		b.is(active)
		require.Equal(b.t, 1, b.Count().Open)
	})
	faulty(t, simulator.Fault{Do: simulator.Block}, func(b *bench) {
		ctx, cancel := context.WithTimeout(b.t.Context(), time.Minute)
		defer cancel()
		start := time.Now()
		require.ErrorIs(b.t, b.Do(ctx, cmd{Call: "c1", Op: 2, Verb: telephony.Hold, Leg: 1}), context.DeadlineExceeded)
		require.Equal(b.t, time.Minute, time.Since(start))
		b.tells()
		b.is(active)
		require.Equal(b.t, 1, b.Count().Lost)
	})
}

// Which command meets a fault.
func TestWhomAFaultMeets(t *testing.T) {
	reject := func(f simulator.Fault) simulator.Fault { f.Do = simulator.Reject; return f }
	for name, tc := range map[string]struct {
		faults []simulator.Fault
		fail   [4]bool // hold c1, hold c2, retrieve c1, hold c1
	}{
		"the next one":    {[]simulator.Fault{reject(simulator.Fault{})}, [4]bool{true}},
		"every one":       {[]simulator.Fault{reject(simulator.Fault{Every: true})}, [4]bool{true, true, true, true}},
		"of a verb":       {[]simulator.Fault{reject(simulator.Fault{Verbs: []telephony.Verb{telephony.Mute, telephony.Retrieve}})}, [4]bool{2: true}},
		"every of a verb": {[]simulator.Fault{reject(simulator.Fault{Verbs: []telephony.Verb{telephony.Hold}, Every: true})}, [4]bool{0: true, 1: true, 3: true}},
		"to somebody":     {[]simulator.Fault{reject(simulator.Fault{To: agentAt("a2"), Every: true})}, [4]bool{1: true}},
		"of a call":       {[]simulator.Fault{reject(simulator.Fault{Call: "c2"})}, [4]bool{1: true}},
		"the second one":  {[]simulator.Fault{{}, reject(simulator.Fault{})}, [4]bool{1: true}},
		"one each":        {[]simulator.Fault{reject(simulator.Fault{}), {}, reject(simulator.Fault{})}, [4]bool{0: true, 2: true}},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, simulator.Config{}, func(b *bench) {
				b.talking()
				b.ok(b.Arrive("c2", telephony.Contact{}))
				b.ok(b.Do(b.t.Context(), cmd{Call: "c2", Op: 1, Verb: telephony.Dial, Leg: 2}))
				b.ok(b.Answers("c2", 2))
				b.Inject(tc.faults...)
				other := hold
				other.Call, other.Op, other.To = "c2", 2, agentAt("a2")
				var fail [4]bool
				for i, c := range []cmd{hold, other, retrieve, hold} {
					fail[i] = b.order(c) != nil
				}
				require.Equal(b.t, tc.fail, fail)
				b.Heal()
				b.ok(b.order(hold))
			})
		})
	}
	// what is sent again meets only what happens on the way
	bubble(t, simulator.Config{}, func(b *bench) {
		b.talking()
		b.does(hold, "arranged op 2 talk []")
		hold := hold
		hold.Op = 2
		b.Inject(simulator.Fault{Do: simulator.Reject, Every: true}, simulator.Fault{Do: simulator.LoseAnswer})
		require.ErrorIs(b.t, b.order(hold), simulator.ErrLost)
		b.tells("arranged op 2 talk []")
		b.does(hold, "arranged op 2 talk []")
	})
}

// A call that is sent on late: its target's phone rings before it is told, and
// whatever becomes of that, the switch's answer comes behind it.
func TestSentOnLate(t *testing.T) {
	late := simulator.Fault{Do: simulator.Late, After: 2 * time.Second}
	send := cmd{Verb: telephony.SingleStep, Leg: 3, Owner: 2, To: agentAt("a2")}
	for name, tc := range map[string]struct {
		meanwhile func(*bench)
		tells     []string
		is        string
	}{
		"nothing": {func(*bench) {}, []string{"diverted op 2 leg 3", "gone op 2 leg 2 cause transferred", "alerting op 2 leg 3"},
			"1 up, 3 alerting; talk []; off"},
		"answered": {func(b *bench) { b.must(b.Answers("c1", 3), "answered leg 3") },
			[]string{"diverted op 2 leg 3", "gone op 2 leg 2 cause transferred", "answered op 2 leg 3"}, "1 up, 3 up; talk [1]; off"},
		"declined": {func(b *bench) { b.must(b.HangsUp("c1", 3, telephony.Declined), "gone leg 3 cause declined") },
			[]string{"diverted op 2 leg 3", "gone op 2 leg 2 cause transferred", "gone op 2 leg 3 cause declined"}, "1 up; talk []; off"},
		"its owner hangs up": {func(b *bench) { b.must(b.HangsUp("c1", 2, 0), "gone leg 2 cause hung-up") },
			[]string{"diverted op 2 leg 3", "alerting op 2 leg 3"}, "1 up, 3 alerting; talk []; off"},
		"its owner hangs up, and it is answered": {func(b *bench) {
			b.must(b.HangsUp("c1", 2, 0), "gone leg 2 cause hung-up")
			b.must(b.Answers("c1", 3), "answered leg 3")
		}, []string{"diverted op 2 leg 3", "answered op 2 leg 3"}, "1 up, 3 up; talk [1]; off"},
		"taken back": {func(b *bench) {
			b.does(cmd{Verb: telephony.Clear, Leg: 3}, "gone op 3 leg 3 cause cancelled")
		}, []string{"failed op 2 leg 3 cause refused"}, active},
		"the customer leaves": {func(b *bench) { b.must(b.HangsUp("c1", 1, 0), "gone leg 1 cause hung-up") },
			[]string{"failed op 2 leg 3 cause refused"}, "2 up, 3 dialled; talk []; off"},
		"the call is cleared": {func(b *bench) {
			b.does(cmd{Verb: telephony.ClearCall}, "gone op 3 leg 1 cause cancelled", "gone op 3 leg 2 cause cancelled", "gone op 3 leg 3 cause cancelled")
		}, []string{"failed op 2 leg 3 cause cancelled"}, "over"},
	} {
		t.Run(name, func(t *testing.T) {
			faulty(t, late, func(b *bench) {
				b.does(send)
				b.is("1 up, 2 up, 3 dialled; talk [1]; off")
				tc.meanwhile(b)
				b.after(2*time.Second, tc.tells...)
				b.is(tc.is)
			})
		})
	}
	// nor is anybody rung by another command
	for _, c := range []cmd{{Verb: telephony.Clear, Leg: 9}, {Verb: telephony.ConsultationCall, Leg: 9, Owner: 2, To: queue}} {
		faulty(t, late, func(b *bench) {
			b.does(c)
			b.is(active)
		})
	}
	// nobody's phone rings for what cannot be done
	faulty(t, late, func(b *bench) {
		b.must(b.HangsUp("c1", 1, 0), "gone leg 1 cause hung-up")
		b.does(send)
		b.is("2 up; talk []; off")
		b.after(2*time.Second, "failed op 2 leg 3 cause refused")
	})
}

// A slow switch waits until it is told what becomes of each command.
func TestSlow(t *testing.T) {
	bubble(t, simulator.Config{}, func(b *bench) {
		b.talking()
		require.ErrorIs(b.t, b.Next(simulator.Obey, 0), simulator.ErrNothingWaits)
		b.Slow(true)
		for range 2 {
			b.does(hold)
			b.does(retrieve)
		}
		b.does(cmd{Op: 5, Verb: telephony.Retrieve}) // sent again: it waits already
		again := retrieve
		again.Op, again.Call = 5, "c1"
		require.Len(b.t, b.Waiting(), 4)
		require.Equal(b.t, again, b.Waiting()[3])
		require.ErrorIs(b.t, b.Next(simulator.Late, 0), simulator.ErrInvalid)
		b.must(b.Next(simulator.Obey, 0), "arranged op 2 talk []")
		b.must(b.Next(simulator.RefuseLater, 0), "failed op 3 leg 1 cause refused")
		b.must(b.Next(simulator.Silence, 0))
		b.is(held)
		require.Equal(b.t, 2, b.Count().Open)
		b.must(b.Next(simulator.RefuseLater, telephony.Busy), "failed op 5 leg 1 cause busy")
		b.does(retrieve)
		b.does(cmd{Verb: telephony.ClearCall})
		b.does(cmd{Verb: telephony.Clear, Leg: 2})
		b.Slow(false) // it catches up
		b.tells("arranged op 6 talk [1]", "gone op 7 leg 1 cause cancelled", "gone op 7 leg 2 cause cancelled", "gone op 8 leg 2 cause cancelled")
		require.Empty(b.t, b.Waiting())
		b.does(hold, "failed op 9 leg 1 cause refused")
	})
}

// A contact that nobody remembers comes to nothing, however late.
func TestForgotten(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := simulator.New(simulator.Config{})
		s.Inject(simulator.Fault{Do: simulator.Late, After: time.Hour})
		require.NoError(t, s.Do(t.Context(), cmd{Call: "old", Op: 1, Verb: telephony.Dial, Leg: 1}))
		require.NoError(t, s.HangsUp("old", 1, 0))
		for i := range 5000 {
			id := telephony.CallID(time.Duration(i).String())
			require.NoError(t, s.Arrive(id, telephony.Contact{}))
			require.ErrorIs(t, s.Arrive(id, telephony.Contact{}), simulator.ErrUsed)
			require.NoError(t, s.HangsUp(id, 1, 0))
			require.ErrorIs(t, s.Arrive(id, telephony.Contact{}), simulator.ErrUsed)
		}
		require.NoError(t, s.Arrive("old", telephony.Contact{})) // another, of the same name
		before, held := s.Contacts(), s.Count().Held
		time.Sleep(time.Hour)
		require.Equal(t, 1, s.Count().Failed)
		require.Equal(t, held, s.Count().Held)
		require.Equal(t, before, s.Contacts())
	})
}

func TestTheWordsOfWhat(t *testing.T) {
	for w := simulator.Obey; w <= simulator.Block; w++ {
		text, err := w.MarshalText()
		require.NoError(t, err)
		require.Equal(t, w.String(), string(text))
		var back simulator.What
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, w, back)
	}
	_, err := (simulator.Block + 1).MarshalText()
	require.ErrorIs(t, err, simulator.ErrInvalid)
	require.Equal(t, "invalid(9)", (simulator.Block + 1).String())
	require.ErrorIs(t, new(simulator.What).UnmarshalText([]byte("explode")), simulator.ErrInvalid)
}
