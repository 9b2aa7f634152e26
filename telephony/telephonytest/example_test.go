package telephonytest_test

import (
	"context"
	"fmt"
	"testing"
	"testing/synctest"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/telephonytest"
)

// In the adapter's own test file: each case of the kit is a subtest, in a
// bubble where waiting costs nothing.
func ExampleRun() {
	_ = func(t *testing.T) {
		telephonytest.Run(t, telephonytest.Harness{
			New: func(t *testing.T) telephonytest.Line {
				f := newForeign(telephony.CanHold | telephony.CanConsult)
				return telephonytest.Line{Adapter: f, People: f}
			},
			Wrap: synctest.Test,
		})
	}
}

// People act on the switch. What comes of it reaches the host as events.
func ExamplePeople() {
	f := newForeign(telephony.All)
	var people telephonytest.People = f
	var adapter telephony.Adapter = f

	id, _ := people.Arrives(telephony.Contact{Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: people.Queue()}})
	ring := telephony.Command{Call: id, Op: 1, Verb: telephony.Dial, Leg: 2,
		To: telephony.Endpoint{Kind: telephony.Agent, Address: people.Agents()[0]}}
	fmt.Println(people.Answers(id, 2))
	fmt.Println(adapter.Do(context.Background(), ring))
	fmt.Println(people.Answers(id, 2))

	ctx, stop := context.WithCancel(context.Background())
	_ = adapter.Run(ctx, func(e telephony.Event) error {
		fmt.Println(e)
		if e.Kind == telephony.Answered {
			stop()
		}
		return nil
	})
	// Output:
	// nobody is there
	// <nil>
	// <nil>
	// incoming call call 1 leg 1 contact voice arrived queue billing
	// alerting call call 1 op 1 leg 2
	// answered call call 1 leg 2
}
