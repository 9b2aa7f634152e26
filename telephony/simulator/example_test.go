package simulator_test

import (
	"context"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// A customer calls, an agent is rung, answers, and puts him on hold. What
// happens is kept until Run tells it.
func ExampleSwitch() {
	s := simulator.New(simulator.Config{})
	ctx, stop := context.WithCancel(context.Background())

	_ = s.Arrive("c1", telephony.Contact{DNIS: "18005550199"})
	_ = s.Do(ctx, telephony.Command{Call: "c1", Op: 1, Verb: telephony.Dial, Leg: 2,
		To: telephony.Endpoint{Kind: telephony.Agent, Address: "amy"}})
	leg, _ := s.Leg("c1", telephony.Endpoint{Kind: telephony.Agent, Address: "amy"})
	_ = s.Answers("c1", leg)
	_ = s.Do(ctx, telephony.Command{Call: "c1", Op: 2, Verb: telephony.Hold, Leg: 1, Owner: 2})
	_ = s.HangsUp("c1", 1, telephony.HungUp)

	fmt.Println(s.Run(ctx, func(e telephony.Event) error {
		fmt.Println(e)
		if e.Kind == telephony.Gone {
			stop()
		}
		return nil
	}))
	for _, c := range s.Contacts() {
		fmt.Println(c.Call, len(c.Legs), c.Legs[0].Endpoint, c.Legs[0].State)
	}
	// Output:
	// incoming call c1 leg 1 contact voice dnis …99
	// alerting call c1 op 1 leg 2
	// answered call c1 leg 2
	// arranged call c1 op 2 talk []
	// gone call c1 leg 1 cause hung-up
	// context canceled
	// c1 1 agent amy up
}

// The answer to a command is lost; sent again, it is not carried out twice.
func ExampleSwitch_Inject() {
	s := simulator.New(simulator.Config{})
	s.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.Dial}, Do: simulator.LoseAnswer})
	ring := telephony.Command{Call: "c1", Op: 1, Verb: telephony.Dial, Leg: 1,
		To: telephony.Endpoint{Kind: telephony.Agent, Address: "amy"}}
	fmt.Println(s.Do(context.Background(), ring))
	fmt.Println(s.Do(context.Background(), ring))
	fmt.Println(len(s.Contacts()[0].Legs), "leg,", s.Count().Again, "again")
	// Output:
	// simulator: no answer
	// <nil>
	// 1 leg, 1 again
}

// A slow switch shows what is so between a command and its answer.
func ExampleSwitch_Slow() {
	s := simulator.New(simulator.Config{})
	s.Slow(true)
	_ = s.Do(context.Background(), telephony.Command{Call: "c1", Op: 1, Verb: telephony.Dial, Leg: 1})
	fmt.Println(s.Waiting(), len(s.Contacts()))
	fmt.Println(s.Next(simulator.Obey, telephony.NoCause), len(s.Contacts()))
	fmt.Println(s.Next(simulator.Obey, telephony.NoCause))
	// Output:
	// [dial call c1 op 1 leg 1] 0
	// <nil> 1
	// simulator: nothing waits
}
