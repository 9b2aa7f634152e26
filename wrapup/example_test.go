package wrapup_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// A call ends; the agent may not submit without a reason, finds one, and is
// overtaken by the count-down.
func Example() {
	now := time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)
	reasons, err := wrapup.NewReasons(
		wrapup.Reason{Code: "sale", Label: "Sale"},
		wrapup.Reason{Code: "complaint", Label: "Réclamation"})
	if err != nil {
		fmt.Println(err)
		return
	}
	state, err := wrapup.New(wrapup.Policy{Reasons: reasons, Automatic: 30 * time.Second})
	if err != nil {
		fmt.Println(err)
		return
	}
	var out wrapup.Output
	state = state.Fact(now, wrapup.Owe, &out)
	fmt.Println(out.Changes[0].Kind)

	_, err = state.Request(now, wrapup.Request{Action: wrapup.Submit}, &out)
	fmt.Println("refused by END-3:", errors.Is(err, rule.ID("END-3")))

	found := reasons.Search("reclam")
	state, _ = state.Request(now, wrapup.Request{Action: wrapup.Choose, Reason: found[0].Code}, &out)
	fmt.Println(out.Changes[0].Kind, out.Changes[0].Reason)

	by, _ := state.Deadline()
	state = state.Tick(by, &out)
	fmt.Println(out.Changes[0].Kind, out.Changes[0].Reason, out.Changes[0].Automatic)
	fmt.Println(state.Phase())
	// Output:
	// wrap-up due
	// refused by END-3: true
	// reason chosen complaint
	// wrap-up completed sale true
	// Submitted
}

// The search ignores case and accents.
func ExampleReasons_Search() {
	reasons, _ := wrapup.NewReasons(
		wrapup.Reason{Code: "1", Label: "Réclamation"},
		wrapup.Reason{Code: "2", Label: "Réclamation close"},
		wrapup.Reason{Code: "3", Label: "Vente"})
	for _, r := range reasons.Search("CLOSE reclam") {
		fmt.Println(r.Code, r.Label)
	}
	// Output:
	// 2 Réclamation close
}

// The table can be walked: here, all that completes a wrap-up.
func ExampleTransitions() {
	for t := range wrapup.Transitions() {
		if len(t.To) == 1 && t.To[0] == "Submitted" {
			fmt.Println(t.From, "/", t.Event, t.Guards)
		}
	}
	// Output:
	// None / Owe [not required]
	// Opened / Owe [submit waits]
	// Due / Submit Wrap Up []
	// Due / Deadline []
}
