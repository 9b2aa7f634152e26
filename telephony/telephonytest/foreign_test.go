package telephonytest_test

import (
	"context"
	"iter"
	"sync"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// foreign is an adapter as somebody outside would write it, for a switch that
// is a map in memory. It keeps every duty.
type foreign struct {
	caps   telephony.Capabilities
	mu     sync.Mutex
	calls  map[telephony.CallID]*room
	events []telephony.Event // not yet taken, oldest first
	more   chan struct{}
}

func newForeign(caps telephony.Capabilities) *foreign {
	return &foreign{caps: caps, calls: map[telephony.CallID]*room{}, more: make(chan struct{}, 1)}
}

func (f *foreign) Capabilities() telephony.Capabilities { return f.caps }

func (f *foreign) Run(ctx context.Context, sink func(telephony.Event) error) error {
	for ctx.Err() == nil {
		f.mu.Lock()
		waiting := f.events
		f.mu.Unlock()
		if len(waiting) > 0 && sink(waiting[0]) == nil {
			f.mu.Lock()
			f.events = f.events[1:]
			f.mu.Unlock()
			continue
		}
		select {
		case <-ctx.Done():
		case <-f.more:
		case <-time.After(10 * time.Millisecond): // what was not taken comes again
		}
	}
	return ctx.Err()
}

func (f *foreign) Do(ctx context.Context, c telephony.Command) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if int(c.Verb) >= telephony.Verbs || c.Verb == telephony.NoVerb || !f.caps.Has(c.Verb.Needs()) {
		return telephony.ErrUnsupported
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	r := f.calls[c.Call]
	if r == nil && c.Verb == telephony.Dial {
		r = newRoom(c.Call)
		f.calls[c.Call] = r
	}
	if r == nil || c.Epoch < r.epoch {
		return &telephony.Rejection{Cause: telephony.Refused}
	}
	r.epoch = c.Epoch
	if r.done[c.Op] {
		return nil
	}
	r.done[c.Op] = true
	there := r.live().Legs
	tell := func(e telephony.Event) { e.Call, e.Op = c.Call, c.Op; f.tell(e) }
	switch {
	case c.To == nowhere || !r.can(c, len(there) > 0):
		tell(telephony.Event{Kind: telephony.Failed, Leg: c.Leg, Cause: telephony.Refused})
		return nil
	case c.Verb == telephony.ClearCall:
		for _, l := range there {
			tell(telephony.Event{Kind: telephony.Gone, Leg: l.Leg, Cause: telephony.Cancelled})
		}
	case c.Verb == telephony.SingleStep && r.Recording != telephony.NotRecording:
		defer tell(telephony.Event{Kind: telephony.Recorded})
	}
	if c.To.Kind != telephony.NoEndpoint && c.To.Kind != telephony.Queue && c.To.Kind != telephony.EntryPoint {
		r.legs[c.Leg] = telephony.LiveLeg{Leg: c.Leg, Endpoint: c.To, State: telephony.LegDialled}
	}
	telephony.Obey(c, f.tell)
	return nil
}

func (f *foreign) Live(context.Context) iter.Seq2[telephony.Live, error] {
	f.mu.Lock()
	defer f.mu.Unlock()
	var all []telephony.Live
	for _, r := range f.calls {
		if l := r.live(); len(l.Legs) > 0 {
			all = append(all, l)
		}
	}
	return func(yield func(telephony.Live, error) bool) {
		for _, l := range all {
			if !yield(l, nil) {
				return
			}
		}
	}
}

// tell makes an event true, and puts it behind those that wait.
func (f *foreign) tell(e telephony.Event) {
	if r := f.calls[e.Call]; r != nil {
		r.become(e)
	}
	f.events = append(f.events, e)
	select {
	case f.more <- struct{}{}:
	default:
	}
}
