package callcontrol_test

import (
	"context"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// A Center with a store goes on where the one before it ended: here within one
// process, with a store on disk in the next one.
func ExampleCenter_Ready() {
	sw := simulator.New(simulator.Config{})
	records := store.NewMemory()
	work := func() (*callcontrol.Center, func()) {
		center, err := callcontrol.New(callcontrol.Config{Adapter: sw, Store: records})
		if err != nil {
			panic(err)
		}
		life, stop := context.WithCancel(ctx)
		done := make(chan error)
		go func() { done <- center.Run(life) }()
		<-center.Ready()
		return center, func() { stop(); fmt.Println(<-done) }
	}

	center, stop := work()
	desk, err := center.SignIn(ctx, "A1")
	fmt.Println(err, desk.Available(ctx))
	fmt.Println(sw.Arrive("anna", telephony.Contact{Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "billing"}}))
	shows(desk, "Reserved, anna: Ringing")
	stop()

	center, stop = work()
	defer stop()
	shows(center.Desk("A1"), "Reserved, anna: Ringing")
	// Output:
	// <nil> <nil>
	// <nil>
	// A1: Reserved, anna: Ringing
	// <nil>
	// A1: Reserved, anna: Ringing
	// <nil>
}

func ExampleCenter_States() {
	o := open(callcontrol.Config{})
	defer o.stop()
	_, err := o.SignIn(ctx, "A1")
	fmt.Println(err)
	state, known := o.States().Agent("A1")
	fmt.Println(state.Summary(), known)
	_, known = o.States().Agent("A2")
	fmt.Println(known)
	// Output:
	// <nil>
	// Idle (Idle) true
	// false
}

func ExampleCenter_Stats() {
	o := open(callcontrol.Config{})
	defer o.stop()
	_, err := o.SignIn(ctx, "A1")
	fmt.Println(err, o.Stats())
	// Output: <nil> {0 0 1}
}
