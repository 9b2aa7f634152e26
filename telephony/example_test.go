package telephony_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// perfect is the smallest adapter: a switch that obeys at once. A real one
// translates commands, and tells what its switch tells.
type perfect struct {
	events chan telephony.Event
	seen   map[telephony.CallID]uint64 // the newest epoch of each call
}

func (p *perfect) Capabilities() telephony.Capabilities {
	return telephony.CanHold | telephony.CanConsult
}

func (p *perfect) Do(_ context.Context, c telephony.Command) error {
	switch {
	case !p.Capabilities().Has(c.Verb.Needs()):
		return telephony.ErrUnsupported
	case c.Epoch < p.seen[c.Call]: // duty 5
		return telephony.ErrRejected
	}
	p.seen[c.Call] = c.Epoch
	telephony.Obey(c, func(e telephony.Event) { p.events <- e })
	return nil
}

func (p *perfect) Run(ctx context.Context, sink func(telephony.Event) error) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case e := <-p.events:
			for sink(e) != nil && ctx.Err() == nil { // duty 1: again, and before any other
			}
		}
	}
}

func (p *perfect) Live(context.Context) iter.Seq2[telephony.Live, error] {
	return func(yield func(telephony.Live, error) bool) { yield(telephony.Live{}, telephony.ErrUnsupported) }
}

func ExampleAdapter() {
	var a telephony.Adapter = &perfect{make(chan telephony.Event, 16), map[telephony.CallID]uint64{}}
	ctx, stop := context.WithCancel(context.Background())
	hold := telephony.Command{Call: "c1", Op: 4, Epoch: 2, Verb: telephony.Hold, Leg: 1, Owner: 2}
	fmt.Println(a.Do(ctx, hold))
	hold.Epoch = 1
	fmt.Println(a.Do(ctx, hold))
	fmt.Println(a.Do(ctx, telephony.Command{Call: "c1", Op: 5, Epoch: 2, Verb: telephony.Transfer, Leg: 3}))
	fmt.Println(a.Run(ctx, func(e telephony.Event) error {
		fmt.Println(e)
		stop()
		return nil
	}))
	// Output:
	// <nil>
	// telephony: rejected
	// telephony: unsupported
	// arranged call c1 op 4 talk []
	// context canceled
}

// A transfer tells who has the call, and that the owner's leg has left.
func ExampleObey() {
	c := telephony.Command{Call: "c1", Op: 9, Verb: telephony.Transfer, Leg: 3, Owner: 2}
	telephony.Obey(c, func(e telephony.Event) { fmt.Println(e) })
	// Output:
	// diverted call c1 op 9 leg 3
	// gone call c1 op 9 leg 2 cause transferred
}

// Printed, a number is masked; the JSON, which goes to the switch, keeps it.
func ExampleCommand() {
	c := telephony.Command{Call: "c1", Op: 3, Verb: telephony.ConsultationCall, Leg: 3, Owner: 2,
		To: telephony.Endpoint{Kind: telephony.DialNumber, Address: "+12015532447"}}
	fmt.Printf("%+v\n", c)
	text, _ := json.Marshal(c)
	fmt.Println(string(text))
	// Output:
	// consultation-call call c1 op 3 leg 3 owner 2 to number …47 talk []
	// {"call":"c1","op":3,"verb":"consultation-call","leg":3,"owner":2,"to":{"kind":"number","address":"+12015532447"}}
}

func ExampleLegs() {
	fmt.Println(telephony.LegsOf(3, 1), telephony.LegsOf(1, 3) == telephony.LegsOf(3, 1, 3))
	fmt.Println(telephony.LegsOf(1).With(3).Has(3), telephony.Legs{}.Len())
	// Output:
	// [1 3] true
	// true 0
}

func ExampleCapabilities() {
	c := telephony.CanHold | telephony.CanConsult
	fmt.Println(c, c.Has(telephony.Conference.Needs()), c.Has(telephony.Hold.Needs()))
	// Output:
	// hold+consult false true
}

// A refusal with its cause is certain: nothing was done.
func ExampleRejection() {
	err := fmt.Errorf("trunk 7: %w", &telephony.Rejection{Cause: telephony.LimitReached})
	var r *telephony.Rejection
	fmt.Println(errors.Is(err, telephony.ErrRejected), errors.As(err, &r) && r.Cause == telephony.LimitReached)
	fmt.Println(err)
	// Output:
	// true true
	// trunk 7: telephony: rejected: limit-reached
}
