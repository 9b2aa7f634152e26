package callcontrol_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

func ExampleNew() {
	_, err := callcontrol.New(callcontrol.Config{})
	fmt.Println(errors.Is(err, callcontrol.ErrInvalid), err)

	center, err := callcontrol.New(callcontrol.Config{Adapter: simulator.New(simulator.Config{})})
	fmt.Println(center.Settings().MaxCalls, err)
	// Output:
	// true callcontrol: invalid: no Adapter
	// 0 <nil>
}

// Run ends with its context. The calls do not.
func ExampleCenter_Run() {
	center, err := callcontrol.New(callcontrol.Config{Adapter: simulator.New(simulator.Config{})})
	fmt.Println(err)
	life, stop := context.WithCancel(ctx)
	done := make(chan error)
	go func() { done <- center.Run(life) }()

	stop()
	fmt.Println(<-done)
	_, err = center.SignIn(ctx, "A1")
	fmt.Println(errors.Is(err, callcontrol.ErrUnavailable))
	// Output:
	// <nil>
	// <nil>
	// true
}

// Any number of desks of one agent show the same.
func ExampleCenter_SignIn() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk, err := o.SignIn(ctx, "A1")
	fmt.Println(err)
	tab, err := o.SignIn(ctx, "A1")
	fmt.Println(err)

	fmt.Println(desk.Available(ctx))
	shows(tab, "Available")
	// Output:
	// <nil>
	// <nil>
	// <nil>
	// A1: Available
}

func ExampleCenter_Desk() {
	o := open(callcontrol.Config{})
	defer o.stop()
	shows(o.Desk("A1"), "Signed Out")
	_, err := o.SignIn(ctx, "A1")
	fmt.Println(err)
	shows(o.Desk("A1"), "Idle")
	// Output:
	// A1: Signed Out
	// <nil>
	// A1: Idle
}

// A callback does not arrive at the switch: the host opens it. The agent's phone
// rings first.
func ExampleCenter_Open() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.desk("A1")
	fmt.Println(o.Open(ctx, callflow.Arrival{ID: "anna", Kind: interaction.WebCallback, Queue: "web", Customer: "+12015550100"}))
	shows(desk, "Reserved, anna: Ringing")
	o.phone("anna", phoneOf(desk), o.sw.Answers)
	o.phone("anna", customer, o.sw.Answers)
	shows(desk, "Engaged, anna: Connected")
	// Output:
	// <nil>
	// A1: Reserved, anna: Ringing
	// A1: Engaged, anna: Connected
}

// inbox is a router that does nothing but note what is wanted.
type inbox chan callcontrol.Want

// Wanted must not block.
func (in inbox) Wanted(w callcontrol.Want) {
	select {
	case in <- w:
	default:
	}
}

// A router of one's own hears that an agent is wanted, and answers when it likes.
func ExampleCenter_Offer() {
	router := make(inbox, 8)
	o := open(callcontrol.Config{Router: router})
	defer o.stop()
	desk := o.desk("A1")
	o.arrives("anna", telephony.VoiceMedium)

	want := <-router
	fmt.Println(want.Call, want.Reason, want.Queue)
	fmt.Println(o.Offer(ctx, want.Call, "A1"))
	shows(desk, "Reserved, anna: Ringing")
	err := o.Offer(ctx, want.Call, "A1")
	fmt.Println(errors.Is(err, rule.ID("OP-6")))
	// Output:
	// anna arrived billing
	// <nil>
	// A1: Reserved, anna: Ringing
	// true
}

// The other answer of a router: nobody is to be had. A consult of a queue fails
// by it, and the agent is told.
func ExampleCenter_Refuse() {
	router := make(inbox, 8)
	o := open(callcontrol.Config{Router: router})
	defer o.stop()
	desk := o.desk("A1")
	o.arrives("anna", telephony.VoiceMedium)
	fmt.Println(o.Offer(ctx, (<-router).Call, "A1"))
	shows(desk, "Reserved, anna: Ringing")
	o.answers(desk, "anna")

	fmt.Println(desk.Consult(ctx, "anna", interaction.ToQueue("support")))
	for want := range router {
		if want.Queue == "support" {
			fmt.Println(o.Refuse(ctx, want.Call))
			break
		}
	}
	fmt.Println(wait(desk, notices(1)).Notices[0].Kind)
	// Output:
	// <nil>
	// A1: Reserved, anna: Ringing
	// <nil>
	// <nil>
	// Consult failed
}

// Settings count from now on. Contacts keep the policy that they began with.
func ExampleCenter_Configure() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.talking("anna")

	fmt.Println(o.Configure(callcontrol.Settings{MaxCalls: 1}))
	err := desk.Consult(ctx, "anna", interaction.ToQueue("support"))
	fmt.Println(errors.Is(err, rule.ID("CBK-7")))
	// Output:
	// <nil>
	// true
}

func ExampleCenter_Settings() {
	o := open(callcontrol.Config{})
	defer o.stop()

	s := o.Settings() // change one thing, and keep the rest
	s.MaxCalls = 100
	fmt.Println(o.Configure(s), o.Settings().MaxCalls)
	// Output: <nil> 100
}

// The lists say whom a call can go to, and are there to be searched.
func ExampleCenter_Lists() {
	o := open(callcontrol.Config{Directory: callcontrol.StaticDirectory{
		Queues: []target.Place{{ID: "billing", Name: "Billing", Consult: true}, {ID: "support", Name: "Support", Consult: true}},
	}})
	defer o.stop()
	fmt.Println(o.Refresh(ctx))

	for _, q := range o.Lists().ConsultQueues("supp") {
		fmt.Println(q.ID, q.Name)
	}
	// Output:
	// <nil>
	// support Support
}

// failing is a directory that cannot be reached.
type failing struct{}

func (failing) Lists(context.Context) (target.Lists, error) {
	return target.Lists{}, errors.New("directory is down")
}

// When the lists cannot be fetched the last ones serve.
func ExampleCenter_Refresh() {
	o := open(callcontrol.Config{Directory: failing{}})
	defer o.stop()

	fmt.Println(o.Refresh(ctx))
	fmt.Println(o.Lists().AsOf().IsZero())
	// Output:
	// callcontrol: the lists could not be fetched: directory is down
	// true
}

// Wait is for programs that do what an agent would: it gives the first view that
// is so.
func ExampleDesk_Wait() {
	o := open(callcontrol.Config{})
	defer o.stop()
	a1 := o.desk("A1")
	o.arrives("anna", telephony.ChatMedium)

	view, err := a1.Wait(ctx, func(v *callcontrol.View) bool { return v.Interaction("anna") != nil })
	fmt.Println(view.Interaction("anna").May(interaction.Accept), err)
	fmt.Println(view.Interaction("anna").May(interaction.Hold))
	// Output:
	// <nil> <nil>
	// rule HLD-1: Hold is denied in Ringing: Only an accepted call can be held: before the answer and after the end nobody is there to hold.
}
