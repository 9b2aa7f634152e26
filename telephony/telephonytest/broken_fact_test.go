package telephonytest_test

import (
	"context"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// What is told amiss, and what is said of what is there.
var brokenFacts = []fault{
	{"a ring does not say who asked for it", 3, change(of(telephony.Alerting), func(e *telephony.Event) { e.Op = 0 }),
		"facts/dial facts/consultation concurrency/calls"},
	{"no contact can be placed", 6, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		known := false
		b.room(c.Call, func(*room) { known = true })
		if !known {
			return telephony.ErrRejected
		}
		return b.foreign.Do(ctx, c)
	}}, "facts/placed"},
	{"a hold tells of the customer", 3, instead(verb(telephony.Hold), func(b *bent, c telephony.Command) error {
		c.Talk = telephony.LegsOf(1)
		return b.foreign.Do(context.Background(), c)
	}), "facts/hold order/commands repeats/hold no-toggles/hold device-holds/ours recordings/outlive recordings/pause-outlives"},
	{"an alternation is not told", 3, instead(verb(telephony.Alternate), returns(nil)),
		"facts/consultation races/hang-up-in-flight races/just-gone"},
	{"a conference tells only of who is new", 3, change(of(telephony.Arranged), func(e *telephony.Event) {
		if e.Talk.Len() > 1 {
			e.Talk = telephony.LegsOf(3)
		}
	}), "facts/conference departures/conference live/talk recordings/outlive recordings/pause-outlives"},
	{"an answer by command is not told", 3, instead(verb(telephony.Answer), func(b *bent, c telephony.Command) error {
		b.room(c.Call, func(r *room) { r.become(telephony.Event{Kind: telephony.Answered, Leg: c.Leg}) })
		return nil
	}), "facts/answer answers/never-was digital/chat digital/email digital/social digital/left races/answer-of-gone"},
	{"a hang-up answers a command", 3, change(gone(1, telephony.HungUp), func(e *telephony.Event) { e.Op = 2 }),
		"facts/unasked"},
	{"an Op that nobody gave", 3, change(of(telephony.Answered), func(e *telephony.Event) { e.Op = 999 }),
		"facts/unasked facts/answer digital/chat digital/email digital/social digital/left"},
	{"what is not so any more is not told", 3, bent{edit: func(b *bent, e telephony.Event) []telephony.Event {
		stale := false
		b.room(e.Call, func(r *room) { stale = e.Kind == telephony.Answered && !r.there(e.Leg) })
		if stale {
			return nil
		}
		return []telephony.Event{e}
	}, pick: func([]telephony.Event) int { return 0 }}, "facts/turned-false order/people"},
	{"a receiver belongs to a call", 3, change(of(telephony.OffHook), func(e *telephony.Event) { e.Call = "call 1" }),
		"facts/hook"},
	{"a receiver is not put down", 3, drop(of(telephony.OnHook)),
		"facts/hook"},
	{"who is muted is on hold", 3, then(verb(telephony.Mute), func(b *bent, c telephony.Command) {
		b.say(telephony.Event{Call: c.Call, Kind: telephony.Arranged, Op: c.Op})
	}), "facts/mute"},
	{"digits hang up", 3, then(verb(telephony.SendDigits), func(b *bent, c telephony.Command) {
		b.say(telephony.Event{Call: c.Call, Kind: telephony.Gone, Leg: c.Leg, Cause: telephony.DeviceFailure})
	}), "facts/digits"},
	{"noise removal has failed", 3, then(verb(telephony.SetNoiseReduction), func(b *bent, c telephony.Command) {
		b.say(telephony.Event{Call: c.Call, Kind: telephony.Failed, Op: c.Op, Cause: telephony.Refused})
	}), "facts/noise"},

	{"Live forgets who waits", 9, bent{live: func(_ *bent, all []telephony.Live) (some []telephony.Live) {
		for _, l := range all {
			if len(l.Legs) > 1 {
				some = append(some, l)
			}
		}
		return some
	}}, "live/contacts departures/clear departures/single-step-queue races/clear-of-answered live/left-early races/answer-of-gone"},
	{"Live forgets who rings", 9, bent{live: func(_ *bent, all []telephony.Live) []telephony.Live {
		return legs(all, func(l *telephony.LiveLeg) bool { return l.State != telephony.LegAlerting })
	}}, "live/contacts"},
	{"Live forgets whose leg it is", 9, bent{live: func(_ *bent, all []telephony.Live) []telephony.Live {
		return legs(all, func(l *telephony.LiveLeg) bool { l.Endpoint = telephony.Endpoint{}; return true })
	}}, "live/contacts numbers/as-given"},
	{"Live does not say how far a leg is", 9, bent{live: func(_ *bent, all []telephony.Live) []telephony.Live {
		return legs(all, func(l *telephony.LiveLeg) bool { l.State = telephony.LegDialled; return true })
	}}, "live/contacts facts/dial endings/run endings/restart"},
	{"Live remembers what is over", 9, bent{live: func(b *bent, all []telephony.Live) []telephony.Live {
		b.mu.Lock()
		defer b.mu.Unlock()
		for id, r := range b.calls {
			if len(r.live().Legs) == 0 {
				all = append(all, telephony.Live{Call: id})
			}
		}
		return all
	}}, "live/contacts"},
	{"Live has each contact twice", 9, bent{live: func(_ *bent, all []telephony.Live) []telephony.Live {
		if len(all) > 1 {
			all = append(all, all...)
		}
		return all
	}},
		"live/contacts live/left-early concurrency/slow-sink"},
	{"Live has everybody talk", 9, bent{live: func(_ *bent, all []telephony.Live) []telephony.Live {
		for i := range all {
			all[i].Talk = telephony.Legs{}
			for _, l := range all[i].Legs {
				if l.Leg != 2 && l.State == telephony.LegUp && len(all[i].Legs) > 1 {
					all[i].Talk = all[i].Talk.With(l.Leg)
				}
			}
		}
		return all
	}}, "live/talk facts/consultation no-toggles/hold live/contacts"},
	{"Live goes on when nobody listens", 9, bent{yield: func(b *bent) seq {
		return func(yield func(telephony.Live, error) bool) {
			for l := range b.foreign.Live(context.Background()) {
				yield(l, nil)
			}
		}
	}}, "live/left-early"},
	{"Live tells each contact once in its life", 9, bent{yield: func(b *bent) seq {
		return func(yield func(telephony.Live, error) bool) {
			for l, err := range b.foreign.Live(context.Background()) {
				if old := b.remembers(l.Call); old && b.several() {
					continue
				}
				b.remember(l.Call)
				if !yield(l, err) {
					return
				}
			}
		}
	}}, "live/left-early live/contacts"},
	{"Live cannot tell, and yields what it knows", 9, bent{yield: func(b *bent) seq {
		return func(yield func(telephony.Live, error) bool) {
			if yield(telephony.Live{}, telephony.ErrUnsupported) {
				yield(telephony.Live{Call: "call 1"}, nil)
			}
		}
	}}, "live/unable"},
	{"Live cannot tell, and says at last that nothing is there", 9, bent{yield: func(b *bent) seq {
		return func(yield func(telephony.Live, error) bool) {
			if n := b.count(); n < 3 {
				yield(telephony.Live{}, telephony.ErrUnsupported)
			}
		}
	}}, "live/unable no-toggles/recording endings/run endings/restart recordings/told recordings/pause-outlives " +
		"recordings/single-step recordings/queue"},
	{"Live breaks down", 9, bent{yield: func(b *bent) seq {
		if !b.several() {
			return b.foreign.Live(context.Background())
		}
		return func(yield func(telephony.Live, error) bool) { yield(telephony.Live{}, context.DeadlineExceeded) }
	}}, "live/contacts live/left-early concurrency/slow-sink"},
}

// legs filters and changes the legs that Live yields.
func legs(all []telephony.Live, keep func(*telephony.LiveLeg) bool) []telephony.Live {
	for i := range all {
		var some []telephony.LiveLeg
		for _, l := range all[i].Legs {
			if keep(&l) {
				some = append(some, l)
			}
		}
		all[i].Legs = some
	}
	return all
}
