package agent_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// An agent signs in, takes a call, chooses Idle during it, and goes to lunch
// when the wrap-up is done.
func Example() {
	now := time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)
	var out agent.Output
	ann, err := agent.New(agent.Policy{Codes: []agent.IdleCode{"Break", "Lunch"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	ask := func(r agent.Request) {
		next, err := ann.Request(now, r, &out)
		if err != nil {
			fmt.Println(r.Action, "refused:", errors.Is(err, rule.ID("AGT-5")))
		}
		ann = next
		fmt.Println(ann.Summary())
	}
	tell := func(w agent.What) {
		ann = ann.Fact(now, agent.Fact{What: w, Channel: agent.Voice}, &out)
		fmt.Println(ann.Summary())
	}
	ask(agent.Request{Action: agent.SignIn})
	ask(agent.Request{Action: agent.GoAvailable})
	tell(agent.Offered)
	tell(agent.Accepted)
	ask(agent.Request{Action: agent.GoIdle, Code: "Lunch"})
	ask(agent.Request{Action: agent.SignOut})
	tell(agent.WrapUpDue)
	tell(agent.WrapUpDone)
	// Output:
	// Idle (Break)
	// Available
	// Reserved
	// Engaged
	// Engaged
	// Sign Out refused: true
	// Engaged
	// Wrap Up
	// Idle (Lunch)
}

// Every refusal names its rule.
func ExampleState_MayBeOffered() {
	now := time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)
	var out agent.Output
	bob, _ := agent.State{}.Request(now, agent.Request{Action: agent.SignIn}, &out)
	var denied *rule.Denied
	if errors.As(bob.MayBeOffered(agent.Voice), &denied) {
		fmt.Println(string(denied.Rule()), denied.Action(), denied.State())
	}
	bob, _ = bob.Request(now, agent.Request{Action: agent.GoAvailable}, &out)
	bob = bob.Fact(now, agent.Fact{What: agent.OffHook}, &out)
	if errors.As(bob.MayBeOffered(agent.Voice), &denied) {
		fmt.Println(string(denied.Rule()), denied.Action(), denied.State())
	}
	fmt.Println(bob.Summary())
	// Output:
	// ANS-3 Offer Idle
	// END-5 Offer Available
	// Available, not offered: phone off hook
}

// The table can be walked: here, all that leads to RONA.
func ExampleTransitions() {
	for t := range agent.Transitions() {
		if len(t.To) == 1 && t.To[0] == "RONA" && t.From != "RONA" {
			fmt.Println(t.From, t.Event, t.Guards)
		}
	}
	// Output:
	// Idle Missed [reserved]
	// Available Missed [reserved]
	// Idle chosen Missed [reserved]
}
