package rule_test

import (
	"errors"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// hold stands for any request that a rule may refuse.
func hold() error { return errHeld }

var errHeld = rule.Deny("HLD-3", "Hold", "Call on Hold", "")

func Example() {
	err := fmt.Errorf("desk: %w", hold())
	fmt.Println(err)
	// Output:
	// desk: rule HLD-3: Hold is denied in Call on Hold: Hold puts the customer on hold: the status is Call on Hold, and End is disabled as long as it lasts. Somebody who is on hold already cannot be held again.
}

// Ask for one rule where it matters which one refused.
func ExampleID() {
	err := hold()
	if errors.Is(err, rule.ID("HLD-3")) {
		fmt.Println("on hold already: nothing to do")
	}
	fmt.Println(errors.Is(err, rule.ID("HLD-1")))
	// Output:
	// on hold already: nothing to do
	// false
}

// Take the refusal apart to say it in the desk's own words.
func ExampleDenied() {
	var denied *rule.Denied
	if errors.As(hold(), &denied) {
		fmt.Printf("%s is not possible while the status is %s (%s)\n",
			denied.Action(), denied.State(), string(denied.Rule()))
	}
	// Output:
	// Hold is not possible while the status is Call on Hold (HLD-3)
}

// Packages make their refusals once; a reason narrows a rule down.
func ExampleDeny() {
	inFlight := rule.Deny("OP-1", "Resume", "Connected", "a hold is in flight")
	fmt.Println(inFlight)
	// Output:
	// rule OP-1: Resume is denied in Connected: a hold is in flight
}

func ExampleLookup() {
	r, ok := rule.Lookup("PAR-2")
	fmt.Println(ok, r.ID.Group(), r.Says)
	_, ok = rule.Lookup("PAR-99")
	fmt.Println(ok)
	// Output:
	// true PAR Consulting is the agent's; a customer cannot start a consult.
	// false
}

func ExampleGroups() {
	for _, g := range rule.Groups()[:3] {
		fmt.Println(g.Code, g.Title)
	}
	// Output:
	// NR Background-noise removal
	// POP The popover
	// ANS Answering
}
