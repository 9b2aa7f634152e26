package remote_test

import (
	"context"
	"iter"
	"slices"
	"sync"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// obedient is a switch that obeys at once, remembers what it was told, and
// tells each fact until it was taken, once. What Do answers can be scripted.
type obedient struct {
	answer func(context.Context, telephony.Command) error // before anything is done; nil obeys
	can    telephony.Capabilities
	truth  []telephony.Live
	lies   error      // what Live says after the truth
	broken chan error // what Run is to return

	mu    sync.Mutex
	done  []telephony.Command
	tell  []telephony.Event
	again int // commands that came more than once
	more  chan struct{}
}

func newObedient() *obedient {
	return &obedient{can: telephony.All, broken: make(chan error), more: make(chan struct{}, 1)}
}

func (o *obedient) Capabilities() telephony.Capabilities { return o.can }

func (o *obedient) Do(ctx context.Context, c telephony.Command) error {
	if o.answer != nil {
		if err := o.answer(ctx, c); err != nil {
			return err
		}
	}
	o.mu.Lock()
	if slices.ContainsFunc(o.done, func(d telephony.Command) bool { return d.Call == c.Call && d.Op == c.Op }) {
		o.again++
		o.mu.Unlock()
		return nil
	}
	o.done = append(o.done, c)
	o.mu.Unlock()
	telephony.Obey(c, o.say)
	return nil
}

// say is a fact.
func (o *obedient) say(e telephony.Event) {
	o.mu.Lock()
	o.tell = append(o.tell, e)
	o.mu.Unlock()
	select {
	case o.more <- struct{}{}:
	default:
	}
}

func (o *obedient) Run(ctx context.Context, sink func(telephony.Event) error) error {
	for {
		o.mu.Lock()
		waiting := slices.Clone(o.tell)
		o.mu.Unlock()
		for _, e := range waiting {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if sink(e) != nil {
				break
			}
			o.mu.Lock()
			o.tell = o.tell[1:]
			o.mu.Unlock()
		}
		select {
		case <-o.more:
		case err := <-o.broken:
			return err
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (o *obedient) Live(context.Context) iter.Seq2[telephony.Live, error] {
	return func(yield func(telephony.Live, error) bool) {
		for _, l := range o.truth {
			if !yield(l, nil) {
				return
			}
		}
		if o.lies != nil {
			yield(telephony.Live{}, o.lies)
		}
	}
}

func (o *obedient) told() (done []telephony.Command, again int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return slices.Clone(o.done), o.again
}

// scripted refuses some commands for certain.
func scripted(_ context.Context, c telephony.Command) error {
	switch c.Verb {
	case telephony.Mute:
		return telephony.ErrUnsupported
	case telephony.SendDigits:
		return &telephony.Rejection{Cause: telephony.LimitReached}
	case telephony.Unmute:
		return &telephony.Rejection{Cause: telephony.Cause(telephony.Causes)}
	}
	return nil
}

// pass lets a bubble's time go on.
func pass() { <-time.After(100 * time.Millisecond) }

// slow is an answer that takes a second, unless nobody waits for it.
func slow(ctx context.Context, _ telephony.Command) error {
	select {
	case <-time.After(time.Second):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
