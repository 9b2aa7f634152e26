package callcontrol_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

func ExampleDesk_Agent() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.Desk("A1")

	fmt.Println(desk.Agent(), desk.View().Agent.Status)
	fmt.Println(desk.Available(ctx))
	// Output:
	// A1 Signed Out
	// callcontrol: signed out
}

func ExampleDesk_Available() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk, err := o.SignIn(ctx, "A1")
	fmt.Println(desk.View().Agent.Status, err)

	fmt.Println(desk.Available(ctx))
	shows(desk, "Available")
	// Output:
	// Idle <nil>
	// <nil>
	// A1: Available
}

// While a call is open the choice waits for its end (AGT-3).
func ExampleDesk_Idle() {
	o := open(callcontrol.Config{Agents: agent.Policy{Codes: []agent.IdleCode{"Break", "Lunch"}}})
	defer o.stop()
	desk := o.talking("anna")

	fmt.Println(desk.Idle(ctx, "Lunch"))
	shows(desk, "Engaged, anna: Connected")
	fmt.Println(desk.End(ctx, "anna"), desk.Submit(ctx, "anna"))
	v := wait(desk, func(v *callcontrol.View) bool { return v.Agent.Status == agent.Idle })
	fmt.Println(v.Agent.Status, v.Agent.Code)
	// Output:
	// <nil>
	// A1: Engaged, anna: Connected
	// <nil> <nil>
	// Idle Lunch
}

func ExampleDesk_SignOut() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.talking("anna")

	err := desk.SignOut(ctx)
	var blocked *callflow.SignOutBlocked
	fmt.Println(errors.As(err, &blocked), blocked.Contacts)
	fmt.Println(desk.End(ctx, "anna"), desk.Submit(ctx, "anna"))
	shows(desk, "Available")
	fmt.Println(desk.SignOut(ctx))
	// Output:
	// true [anna]
	// <nil> <nil>
	// A1: Available
	// <nil>
}

// An agent who did not answer gets nothing more until he chooses.
func ExampleDesk_Person() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.desk("A1")
	o.calls("anna", desk)
	fmt.Println(desk.Decline(ctx, "anna"))
	shows(desk, "RONA")

	fmt.Println(desk.Person(ctx, agent.Request{Action: agent.GoAvailable}))
	shows(desk, "Reserved, anna: Ringing")
	// Output:
	// <nil>
	// A1: RONA
	// <nil>
	// A1: Reserved, anna: Ringing
}

// A button is grey for the reason that pressing it would give.
func ExampleDesk_View() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.talking("anna")

	for _, button := range desk.View().Interactions[0].Actions {
		if button.Action == interaction.Resume {
			fmt.Println(button.Action, "is denied:", errors.Is(button.Denied, rule.ID("HLD-4")))
			fmt.Println(button.Denied.Error() == desk.Resume(ctx, "anna").Error())
		}
	}
	// Output:
	// Resume is denied: true
	// true
}

func ExampleDesk_Views() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.desk("A1")
	o.arrives("anna", telephony.VoiceMedium)

	page, leave := context.WithCancel(ctx) // as long as the agent's page is open
	defer leave()
	for view := range desk.Views(page) {
		if len(view.Cards) == 1 && view.Cards[0].Status == interaction.IsRinging {
			fmt.Println(view.Cards[0].Interaction, "rings")
			break
		}
	}
	// Output: anna rings
}

// A notice comes with every view until it is acknowledged.
func ExampleDesk_Acknowledge() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.talking("anna")
	fmt.Println(desk.End(ctx, "anna"))

	v := wait(desk, notices(2))
	for _, n := range v.Notices {
		fmt.Println(n.Number, n.Kind, n.Interaction)
	}
	fmt.Println(desk.Acknowledge(ctx, v.Notices[len(v.Notices)-1].Number))
	fmt.Println(len(desk.View().Notices))
	// Output:
	// <nil>
	// 1 wrap-up due anna
	// 2 Ended anna
	// <nil>
	// 0
}
