package telephonytest_test

import (
	"context"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// What ends too late, too early, or not at all; and what comes of doing two
// things at once.
var brokenEndings = []fault{
	{"Run does not return", 10, bent{run: func(b *bent, ctx context.Context, sink sink) error {
		_ = b.deliver(ctx, sink)
		return b.waits()
	}}, "*"},
	{"Run leaves somebody behind who tells on", 10, bent{run: func(b *bent, ctx context.Context, sink sink) error {
		if b.behind != nil {
			b.behind() // two at once would also tell things in disorder
		}
		on, stop := context.WithCancel(context.Background())
		left := make(chan struct{})
		b.behind = func() { stop(); <-left }
		go func() { <-b.quit; stop() }()
		go func() { defer close(left); _ = b.deliver(on, sink) }()
		<-ctx.Done()
		return ctx.Err()
	}}, "endings/run"},
	{"calls end with Run", 10, bent{run: func(b *bent, ctx context.Context, sink sink) error {
		err := b.deliver(ctx, sink)
		b.mu.Lock()
		defer b.mu.Unlock()
		for id, r := range b.calls {
			for _, l := range r.live().Legs {
				b.tell(telephony.Event{Call: id, Kind: telephony.Gone, Leg: l.Leg, Cause: telephony.Unknown})
			}
		}
		return err
	}}, "endings/run endings/restart"},
	{"Run runs once", 10, bent{run: func(b *bent, ctx context.Context, sink sink) error {
		if b.remembers("run") {
			return context.Canceled
		}
		b.remember("run")
		return b.deliver(ctx, sink)
	}}, "endings/run order/not-taken-by-an-earlier-run endings/restart"},
	{"a call ends with the context of its Do", 10, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		err := b.foreign.Do(ctx, c)
		if c.Verb == telephony.Dial && err == nil {
			context.AfterFunc(ctx, func() {
				b.say(telephony.Event{Call: c.Call, Kind: telephony.Gone, Leg: c.Leg, Cause: telephony.Unknown})
			})
		}
		return err
	}}, "endings/do"},
	{"a Do that has ended is refused", 10, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		if ctx.Err() != nil {
			return telephony.ErrRejected
		}
		return b.foreign.Do(ctx, c)
	}}, "endings/do-ended"},
	{"a Do that has ended does not return", 10, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		if ctx.Err() != nil {
			return b.waits()
		}
		return b.foreign.Do(ctx, c)
	}}, "endings/do-ended"},
	{"a Do that has ended counts as done", 3, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		if ctx.Err() != nil {
			b.room(c.Call, func(r *room) { r.done[c.Op] = true })
		}
		return b.foreign.Do(ctx, c)
	}}, "endings/do-ended"},
	{"a restart forgets the calls", 10, bent{again: func(b *bent) telephony.Adapter { return newForeign(telephony.All) }},
		"endings/restart"},
	{"a restart forgets what it can", 11, bent{again: func(b *bent) telephony.Adapter {
		b.caps = telephony.CanHold
		return b.foreign
	}}, "endings/restart"},

	{"two at once stand in each other's way", 18, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		if b.busy.Add(1) > 1 {
			return b.waits()
		}
		time.Sleep(time.Millisecond)
		b.busy.Add(-1) // what sink does about what it is told now comes later
		return b.foreign.Do(ctx, c)
	}}, "concurrency/calls"},
	{"who comes second is forgotten", 6, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		b.mu.Lock()
		busy := b.told["busy"]
		b.told["busy"] = true
		b.mu.Unlock()
		if busy {
			return nil
		}
		time.Sleep(time.Millisecond)
		b.mu.Lock()
		delete(b.told, "busy")
		b.mu.Unlock()
		return b.foreign.Do(ctx, c)
	}}, "concurrency/calls"},
	{"Do waits until sink has returned", 18, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		if err := b.sinkReturns(ctx); err != nil {
			return err
		}
		return b.foreign.Do(ctx, c)
	}, run: counted}, "concurrency/within-sink concurrency/slow-sink order/not-taken"},
	{"Do waits until what it set off has been taken", 18, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		if err := b.foreign.Do(ctx, c); err != nil {
			return err
		}
		time.Sleep(time.Millisecond) // it is told
		return b.sinkReturns(ctx)
	}, run: counted}, "concurrency/within-sink concurrency/slow-sink order/not-taken facts/turned-false"},
	{"what is too much while sink is slow is lost", 6, then(func(c telephony.Command) bool { return c.Leg > 15 }, func(b *bent, _ telephony.Command) {
		b.mu.Lock()
		defer b.mu.Unlock()
		if len(b.events) > 16 {
			b.events = b.events[:16]
		}
	}), "concurrency/slow-sink"},
}

// counted is Run, with how many events are being taken.
func counted(b *bent, ctx context.Context, sink sink) error {
	return b.deliver(ctx, func(e telephony.Event) error {
		b.busy.Add(1)
		defer b.busy.Add(-1)
		return sink(e)
	})
}

// sinkReturns waits until no event is being taken.
func (b *bent) sinkReturns(ctx context.Context) error {
	for b.busy.Load() > 0 {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-b.quit:
			return context.Canceled
		case <-time.After(time.Millisecond):
		}
	}
	return nil
}
