package telephonytest_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// every is any command.
func every(telephony.Command) bool { return true }

// What is carried out twice, refused amiss, or guessed.
var brokenCommands = []fault{
	{"a repeat is carried out again", 4, first(every, func(r *room, c telephony.Command) bool {
		if r.done[c.Op] {
			delete(r.done, c.Op)
			if c.Verb == telephony.Dial {
				delete(r.legs, c.Leg)
			}
		}
		return true
	}), "repeats/dial repeats/hold repeats/transfer"},
	{"a repeat is refused", 4, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		again := false
		b.room(c.Call, func(r *room) { again = r.done[c.Op] })
		if again {
			return telephony.ErrRejected
		}
		return b.foreign.Do(ctx, c)
	}}, "repeats/dial repeats/hold repeats/transfer"},
	{"a Transfer that comes again has failed", 4, first(verb(telephony.Transfer), func(r *room, c telephony.Command) bool {
		delete(r.done, c.Op)
		return true
	}), "repeats/transfer"},
	{"a newer epoch makes an old command new", 4, first(verb(telephony.Dial), func(r *room, c telephony.Command) bool {
		if c.Epoch > r.epoch {
			delete(r.done, c.Op)
			delete(r.legs, c.Leg)
		}
		return true
	}), "repeats/dial"},
	{"one list of Ops for all calls", 4, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		if c.Op == 8 && b.remembers(c.Op) {
			return nil
		}
		b.remember(c.Op)
		return b.foreign.Do(ctx, c)
	}}, "repeats/another-call concurrency/calls"},
	{"epochs are not looked at", 5, first(every, func(r *room, c telephony.Command) bool { r.epoch = 0; return true }),
		"epochs/older"},
	{"an older epoch is refused, and carried out", 5, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		err := b.foreign.Do(ctx, c)
		if c.Epoch == 4 && c.Verb == telephony.Clear {
			b.say(telephony.Event{Call: c.Call, Kind: telephony.Gone, Leg: c.Leg, Op: c.Op, Cause: telephony.Cancelled})
		}
		return err
	}}, "epochs/older"},
	{"an older epoch is taken, and not carried out", 5, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		older := false
		b.room(c.Call, func(r *room) { older = c.Epoch < r.epoch })
		if older {
			return nil
		}
		return b.foreign.Do(ctx, c)
	}}, "epochs/older"},
	{"one epoch for all calls", 5, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		b.mu.Lock()
		older := c.Epoch < b.newest
		b.newest = max(b.newest, c.Epoch)
		b.mu.Unlock()
		if older {
			return telephony.ErrRejected
		}
		return b.foreign.Do(ctx, c)
	}}, "epochs/another-call"},
	{"Hold is a toggle", 8, instead(verb(telephony.Hold, telephony.Retrieve), func(b *bent, c telephony.Command) error {
		var held bool
		b.room(c.Call, func(r *room) { held = r.Talk == telephony.Legs{} })
		if c.Talk = (telephony.Legs{}); held {
			c.Talk = telephony.LegsOf(1)
		}
		return b.foreign.Do(context.Background(), c)
	}), "no-toggles/hold"},
	{"Pause is a toggle", 8, instead(verb(telephony.PauseRecording), func(b *bent, c telephony.Command) error {
		b.room(c.Call, func(r *room) {
			if r.Recording == telephony.Paused {
				c.Verb = telephony.ResumeRecording
			}
		})
		return b.foreign.Do(context.Background(), c)
	}), "no-toggles/recording"},
	{"who records already says nothing", 8, first(verb(telephony.StartRecording), func(r *room, _ telephony.Command) bool {
		return r.Recording == telephony.NotRecording
	}), "no-toggles/recording"},
	{"a Clear of who has gone is not answered", 6, first(verb(telephony.Clear), func(r *room, c telephony.Command) bool { return r.there(c.Leg) }),
		"no-toggles/clear races/hang-up-in-flight races/just-gone concurrency/slow-sink"},
	{"a call that is over cannot be cleared", 6, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		over := false
		b.room(c.Call, func(r *room) { over = len(r.live().Legs) == 0 })
		if over {
			return telephony.ErrRejected
		}
		return b.foreign.Do(ctx, c)
	}}, "no-toggles/clear races/dial-for-who-has-left"},

	{"Do waits until a number answers", 6, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		if err := b.foreign.Do(ctx, c); err != nil || c.To.Kind != telephony.DialNumber {
			return err
		}
		<-ctx.Done()
		return ctx.Err()
	}}, "answers/before-people facts/placed answers/nowhere numbers/as-given"},
	{"Do never returns", 10, instead(verb(telephony.SendDigits), func(b *bent, _ telephony.Command) error { return b.waits() }),
		"facts/digits"},
	{"what can be done is unsupported", 11, instead(verb(telephony.SendDigits), returns(telephony.ErrUnsupported)),
		"facts/digits"},
	{"what can be done is refused", 6, instead(verb(telephony.SendDigits), returns(telephony.ErrRejected)),
		"facts/digits"},
	{"what never was is forgotten", 6, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		known := c.Verb == telephony.Dial
		b.room(c.Call, func(*room) { known = true })
		if !known {
			return nil
		}
		return b.foreign.Do(ctx, c)
	}}, "answers/never-was"},
	{"what never was is done", 3, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		known := c.Verb == telephony.Dial
		b.room(c.Call, func(*room) { known = true })
		if !known {
			telephony.Obey(c, b.say)
			return nil
		}
		return b.foreign.Do(ctx, c)
	}}, "answers/never-was"},
	{"a consultation that fails leaves the customer held", 6, before(of(telephony.Failed, 3), func(e telephony.Event) telephony.Event {
		return telephony.Event{Call: e.Call, Kind: telephony.Arranged, Op: e.Op}
	}), "answers/nowhere"},
	{"what failed is told of nobody", 6, change(of(telephony.Failed), func(e *telephony.Event) { e.Leg = 0 }),
		"answers/nowhere"},
	{"an error shows the number", 14, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		if err := b.foreign.Do(ctx, c); err != nil {
			return fmt.Errorf("%w: %s", err, c.To.Address)
		}
		return nil
	}}, "numbers/not-in-errors"},
	{"the number is not the one that was given", 14, bent{live: func(_ *bent, all []telephony.Live) []telephony.Live {
		return legs(all, func(l *telephony.LiveLeg) bool {
			l.Endpoint.Address = strings.ReplaceAll(l.Endpoint.Address, " ", "")
			return true
		})
	}}, "numbers/as-given"},

	{"a capability is lost", 11, bent{can: func(b *bent) telephony.Capabilities {
		if b != nil && b.count() > 1 {
			return telephony.All &^ telephony.CanReduceNoise
		}
		return telephony.All
	}}, "capabilities/constant endings/restart"},
	{"a capability that nobody knows", 11, bent{can: func(*bent) telephony.Capabilities { return telephony.All + 1 }},
		"capabilities/constant"},
	{"what is left out is taken", 11, bent{can: without(telephony.CanMute), do: func(b *bent, ctx context.Context, c telephony.Command) error {
		if c.Verb == telephony.Mute {
			return nil
		}
		return b.foreign.Do(ctx, c)
	}}, "capabilities/left-out"},
	{"what is left out is refused, and done", 6, bent{can: without(telephony.CanHold), do: func(b *bent, ctx context.Context, c telephony.Command) error {
		if c.Verb == telephony.Hold {
			b.say(telephony.Event{Call: c.Call, Kind: telephony.Arranged, Op: c.Op})
		}
		return b.foreign.Do(ctx, c)
	}}, "capabilities/left-out"},
	{"a verb of tomorrow is a mistake", 11, instead(verb(telephony.Verb(telephony.Verbs)), returns(telephony.ErrRejected)),
		"capabilities/unknown-verb"},
	{"a verb of tomorrow is taken", 11, instead(verb(255), returns(nil)),
		"capabilities/unknown-verb"},

	{"only a ring can be cleared", 7, first(verb(telephony.Clear), func(r *room, c telephony.Command) bool { return !r.up(c.Leg) }),
		"races/clear-of-answered races/clear-of-asked epochs/older digital/left"},
	{"who was asked to answer is not cleared", 7, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		switch {
		case c.Verb == telephony.Answer:
			b.remember(c.Call, c.Leg)
		case c.Verb == telephony.Clear && b.remembers(c.Call, c.Leg):
			return nil
		}
		return b.foreign.Do(ctx, c)
	}}, "races/clear-of-asked digital/left"},
	{"who picks up late is there", 7, bent{pickUp: func(b *bent, id telephony.CallID, l telephony.Leg) error {
		b.room(id, func(r *room) {
			if leg := r.legs[l]; leg.Leg != 0 && l == 2 && r.done[2] && !r.done[3] { // dialled, cleared, and no more
				leg.State = telephony.LegAlerting
				r.legs[l] = leg
			}
		})
		return b.foreign.Answers(id, l)
	}}, "races/answer-after-clear races/clear-of-answered races/dial-for-who-has-left races/answer-of-gone"},
	{"a Dial for who has left is forgotten", 6, first(verb(telephony.Dial), func(r *room, c telephony.Command) bool {
		return len(r.legs) == 0 || len(r.live().Legs) > 0
	}), "races/dial-for-who-has-left"},
	{"who has declined is connected", 7, first(verb(telephony.Answer), func(r *room, c telephony.Command) bool {
		delete(r.legs, c.Leg)
		return true
	}), "races/answer-of-gone"},
	{"who has gone is given the call", 7, first(verb(telephony.Transfer), func(r *room, c telephony.Command) bool {
		if !r.there(c.Leg) {
			r.legs[c.Leg] = telephony.LiveLeg{Leg: c.Leg, State: telephony.LegUp}
		}
		return true
	}), "races/transfer-to-gone"},
	{"what crosses a hang-up is forgotten", 6, first(verb(telephony.Conference), func(r *room, c telephony.Command) bool { return r.there(1) }),
		"races/hang-up-in-flight races/just-gone"},
	{"who has gone is retrieved", 3, first(verb(telephony.Retrieve), func(r *room, c telephony.Command) bool {
		if !r.there(1) {
			r.legs[1] = telephony.LiveLeg{Leg: 1, State: telephony.LegUp}
		}
		return true
	}), "races/just-gone"},
	{"a Reconnect of who has gone is forgotten", 6, first(verb(telephony.Reconnect), func(r *room, c telephony.Command) bool { return r.there(c.Leg) }),
		"races/reconnect-of-gone queues/taken-back"},
}

func without(c telephony.Capabilities) func(*bent) telephony.Capabilities {
	return func(*bent) telephony.Capabilities { return telephony.All &^ c }
}

// waits is stuck until the case is over.
func (b *bent) waits() error {
	<-b.quit
	return context.Canceled
}
