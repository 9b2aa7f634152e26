package oracle_test

import (
	"fmt"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/oracle"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// A step is compared with what the rules bear. Here a hang-up is claimed to
// have changed nothing.
func ExampleCompare() {
	var out interaction.Output
	now := time.Unix(0, 0)
	before, _ := interaction.New(now, interaction.Opening{Kind: interaction.Inbound, Capabilities: telephony.All}, &out)
	hangUp := telephony.Event{Kind: telephony.Gone, Leg: before.Customer(), Cause: telephony.HungUp}
	after, _ := before.Fact(now, hangUp, &out)

	fmt.Println(oracle.Compare(before, after, oracle.Happening{Fact: hangUp, Now: now}, &out))
	fmt.Println(oracle.Compare(before, before, oracle.Happening{Fact: hangUp, Now: now}, &out))
	// Output:
	// <nil>
	// oracle: ANS-5: after gone leg 1 cause hung-up in {inbound waiting, customer 1 up, recording off}: ANS-5: expected {inbound over abandoned, recording off}, seen {inbound waiting, customer 1 up, recording off}
}

// Every button of every party, the router's two as well.
func ExampleCompareMay() {
	var out interaction.Output
	s, _ := interaction.New(time.Unix(0, 0), interaction.Opening{Kind: interaction.Chat}, &out)
	fmt.Println(oracle.CompareMay(s))
	// Output: <nil>
}
