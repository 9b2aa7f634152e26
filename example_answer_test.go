package callcontrol_test

import (
	"errors"
	"fmt"
	"slices"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// cards is so many cards on which the agent can act.
func cards(n int) func(*callcontrol.View) bool {
	return func(v *callcontrol.View) bool {
		connecting := slices.ContainsFunc(v.Cards, func(c callcontrol.Card) bool { return c.Stage == popover.Connecting })
		return len(v.Cards) == n && !connecting
	}
}

func ExampleDesk_Accept() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.desk("A1")
	o.arrives("a chat", telephony.ChatMedium)
	wait(desk, cards(1))

	fmt.Println(desk.Accept(ctx, "a chat"))
	shows(desk, "Engaged, a chat: Connected")
	// Output:
	// <nil>
	// A1: Engaged, a chat: Connected
}

// Calls are left alone: they are answered on the phone.
func ExampleDesk_AcceptAll() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.desk("A1")
	o.arrives("a chat", telephony.ChatMedium)
	o.arrives("an email", telephony.EmailMedium)
	o.calls("anna", desk)
	v := wait(desk, cards(3))
	fmt.Printf("Accept %d requests\n", v.Acceptable)

	all, err := desk.AcceptAll(ctx)
	fmt.Println(all.Accepted, all.Refused, err)
	v = wait(desk, cards(1))
	fmt.Println("still ringing:", v.Cards[0].Interaction)
	// Output:
	// Accept 2 requests
	// [an email a chat] [] <nil>
	// still ringing: anna
}

// Who declines is RONA, and the contact goes back to its queue.
func ExampleDesk_Decline() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.desk("A1")
	o.calls("anna", desk)

	fmt.Println(desk.Decline(ctx, "anna"))
	v := wait(desk, func(v *callcontrol.View) bool { return v.RONA != nil })
	fmt.Printf("%v (%v): %v\n", v.Agent.Status, v.RONA.Cause, v.RONA.WaysOut)
	// Output:
	// <nil>
	// RONA (declined): [Available Idle]
}

// offered is a preview contact at A1's desk, as a campaign offers it.
func (o *office) offered(id telephony.CallID) *callcontrol.Desk {
	d := o.desk("A1")
	err := o.Open(ctx, callflow.Arrival{ID: id, Kind: interaction.Preview, Queue: "spring", Customer: "+12015550100"})
	if err == nil {
		err = o.Offer(ctx, id, "A1")
	}
	if err != nil {
		panic(err)
	}
	wait(d, cards(1))
	return d
}

func ExampleDesk_Skip() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.offered("anna")

	fmt.Println(desk.Skip(ctx, "anna"))
	shows(desk, "Available")
	// Output:
	// <nil>
	// A1: Available
}

// Only where the policy allows it.
func ExampleDesk_Remove() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.offered("anna")

	err := desk.Remove(ctx, "anna")
	fmt.Println(errors.Is(err, rule.ID("OUT-3")))
	// Output: true
}

func ExampleDesk_Dial() {
	o := open(callcontrol.Config{Settings: callcontrol.Settings{CallerIDs: []string{"+18005550199"}}})
	defer o.stop()
	desk := o.desk("A1")
	number, err := dialnumber.New("+1 (201) 555-0123")
	fmt.Println(number, err)

	_, err = desk.Dial(ctx, number, "+441632960000")
	fmt.Println(errors.Is(err, rule.ID("OUT-1")))
	id, err := desk.Dial(ctx, number, "+18005550199")
	fmt.Println(err)
	o.phone(id, phoneOf(desk), o.sw.Answers)
	o.phone(id, customer, o.sw.Answers)
	v := wait(desk, cards(0))
	fmt.Println(v.Interactions[0].Kind, v.Interactions[0].Panes[0].Status)
	// Output:
	// +12…23 <nil>
	// true
	// <nil>
	// outdial Connected
}

// A web callback can be cancelled where the policy allows it.
func ExampleDesk_Cancel() {
	policy := callflow.Policy{Interaction: interaction.Policy{EndCallForWebCallback: true}}
	o := open(callcontrol.Config{Settings: callcontrol.Settings{Policy: policy}})
	defer o.stop()
	desk := o.desk("A1")
	fmt.Println(o.Open(ctx, callflow.Arrival{ID: "anna", Kind: interaction.WebCallback, Queue: "web", Customer: "+12015550100"}))
	wait(desk, cards(1))

	fmt.Println(desk.Cancel(ctx, "anna"))
	v := wait(desk, func(v *callcontrol.View) bool { return v.Agent.Status == agent.WrapUp })
	fmt.Println(v.Interactions[0].Kind, v.Interactions[0].WrapUp.Phase)
	// Output:
	// <nil>
	// <nil>
	// web-callback Due
}
