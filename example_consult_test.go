package callcontrol_test

import (
	"errors"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

func ExampleDesk_Consult() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk, colleague := o.talking("anna"), o.desk("A2")

	fmt.Println(desk.Consult(ctx, "anna", interaction.ToAgent("A2")))
	shows(desk, "Engaged, anna: Consult Requested")
	shows(colleague, "Reserved, A1: Ringing")
	o.answers(colleague, "anna")
	shows(desk, "Engaged, anna: Call on Hold, A2: Consulting")
	// Output:
	// <nil>
	// A1: Engaged, anna: Consult Requested
	// A2: Reserved, A1: Ringing
	// A1: Engaged, anna: Call on Hold, A2: Consulting
}

// A consult that rings can be taken back: nobody becomes RONA.
func ExampleDesk_EndConsult() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk, colleague := o.talking("anna"), o.desk("A2")

	fmt.Println(desk.Consult(ctx, "anna", interaction.ToAgent("A2")))
	shows(colleague, "Reserved, A1: Ringing")
	fmt.Println(desk.EndConsult(ctx, "anna"))
	shows(desk, "Engaged, anna: Call on Hold")
	shows(colleague, "Available")
	// Output:
	// <nil>
	// A2: Reserved, A1: Ringing
	// <nil>
	// A1: Engaged, anna: Call on Hold
	// A2: Available
}

func ExampleDesk_ExitConsult() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk, colleague := o.consulting("anna")

	fmt.Println(colleague.ExitConsult(ctx, "anna"))
	shows(desk, "Engaged, anna: Connected")
	shows(colleague, "Available")
	// Output:
	// <nil>
	// A1: Engaged, anna: Connected
	// A2: Available
}

func ExampleDesk_HoldConsult() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk, _ := o.consulting("anna")

	fmt.Println(desk.HoldConsult(ctx, "anna"))
	shows(desk, "Engaged, anna: Connected, A2: Consult on Hold")
	// Output:
	// <nil>
	// A1: Engaged, anna: Connected, A2: Consult on Hold
}

func ExampleDesk_ResumeConsult() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk, _ := o.consulting("anna")

	fmt.Println(desk.Resume(ctx, "anna"), desk.ResumeConsult(ctx, "anna"))
	shows(desk, "Engaged, anna: Call on Hold, A2: Consulting")
	// Output:
	// <nil> <nil>
	// A1: Engaged, anna: Call on Hold, A2: Consulting
}

func ExampleDesk_Conference() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk, _ := o.consulting("anna")

	fmt.Println(desk.Conference(ctx, "anna"))
	shows(desk, "Engaged, anna: Conference, A2: Conference")
	fmt.Println(errors.Is(desk.Hold(ctx, "anna"), rule.ID("CNF-2")))
	// Output:
	// <nil>
	// A1: Engaged, anna: Conference, A2: Conference
	// true
}

func ExampleDesk_ExitConference() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk, colleague := o.consulting("anna")

	fmt.Println(desk.Conference(ctx, "anna"), colleague.ExitConference(ctx, "anna"))
	shows(desk, "Engaged, anna: Connected")
	shows(colleague, "Available")
	// Output:
	// <nil> <nil>
	// A1: Engaged, anna: Connected
	// A2: Available
}

// With no target the call goes to who was consulted.
func ExampleDesk_Transfer() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk, colleague := o.consulting("anna")

	fmt.Println(desk.Transfer(ctx, "anna", interaction.Target{}))
	shows(desk, "Wrap Up")
	shows(colleague, "Engaged, anna: Connected")
	// Output:
	// <nil>
	// A1: Wrap Up
	// A2: Engaged, anna: Connected
}

// With a target the transfer is blind: nobody is asked before.
func ExampleDesk_Transfer_blind() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk, colleague := o.talking("anna"), o.desk("A2")

	fmt.Println(desk.Transfer(ctx, "anna", interaction.ToAgent("A2")))
	shows(desk, "Wrap Up")
	shows(colleague, "Reserved, anna: Ringing")
	// Output:
	// <nil>
	// A1: Wrap Up
	// A2: Reserved, anna: Ringing
}

func ExampleDesk_AcceptTransfer() {
	asked := callflow.Policy{Interaction: interaction.Policy{AskBeforeTransfer: true}}
	o := open(callcontrol.Config{Settings: callcontrol.Settings{Policy: asked}})
	defer o.stop()
	desk, colleague := o.consulting("anna")

	transferred := make(chan error, 1)
	go func() { transferred <- desk.Transfer(ctx, "anna", interaction.Target{}) }() // it waits for the colleague
	wait(colleague, notices(1))
	fmt.Println(colleague.AcceptTransfer(ctx, "anna"), <-transferred)
	shows(colleague, "Engaged, anna: Connected")
	// Output:
	// <nil> <nil>
	// A2: Engaged, anna: Connected
}

func ExampleDesk_DeclineTransfer() {
	asked := callflow.Policy{Interaction: interaction.Policy{AskBeforeTransfer: true}}
	o := open(callcontrol.Config{Settings: callcontrol.Settings{Policy: asked}})
	defer o.stop()
	desk, colleague := o.consulting("anna")

	transferred := make(chan error, 1)
	go func() { transferred <- desk.Transfer(ctx, "anna", interaction.Target{}) }()
	wait(colleague, notices(1))
	fmt.Println(colleague.DeclineTransfer(ctx, "anna"))
	fmt.Println(<-transferred)
	shows(desk, "Engaged, anna: Call on Hold, A2: Consulting")
	// Output:
	// <nil>
	// callcontrol: Transfer was refused: declined
	// A1: Engaged, anna: Call on Hold, A2: Consulting
}

// notices waits for so many notices that have not been acknowledged.
func notices(n int) func(*callcontrol.View) bool {
	return func(v *callcontrol.View) bool { return len(v.Notices) >= n }
}
