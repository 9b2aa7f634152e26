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
	before, _ = before.Request(now, interaction.Request{Action: interaction.Offer, To: interaction.ToAgent("ann")}, &out)
	before, _ = before.Fact(now, telephony.Event{Kind: telephony.Answered, Leg: before.Offered()}, &out)
	hangUp := telephony.Event{Kind: telephony.Gone, Leg: before.Customer(), Cause: telephony.HungUp}
	after, _ := before.Fact(now, hangUp, &out)

	fmt.Println(oracle.Compare(before, after, oracle.Happening{Fact: hangUp, Now: now}, &out))
	fmt.Println(oracle.Compare(before, before, oracle.Happening{Fact: hangUp, Now: now}, &out))
	// Output:
	// <nil>
	// oracle: PAR-16: after gone leg 1 cause hung-up in {inbound plain, customer 1 up, agent 1 2 up sees "Connected", recording off}: PAR-16: expected {inbound over by the customer, recording off}, seen {inbound plain, customer 1 up, agent 1 2 up sees "Connected", recording off}
}

// Why a button is grey: the rules of which one has to be named.
func ExampleWhy() {
	var out interaction.Output
	now := time.Unix(0, 0)
	s, _ := interaction.New(now, interaction.Opening{Kind: interaction.Chat, Capabilities: telephony.All}, &out)
	s, _ = s.Request(now, interaction.Request{Action: interaction.Offer, To: interaction.ToAgent("ann")}, &out)
	for _, id := range oracle.Why(oracle.See(s), interaction.Offered, interaction.Hold) {
		fmt.Println(string(id))
	}
	// Output: HLD-1
}

// Every button of every party, the router's two as well.
func ExampleCompareMay() {
	var out interaction.Output
	s, _ := interaction.New(time.Unix(0, 0), interaction.Opening{Kind: interaction.Chat}, &out)
	fmt.Println(oracle.CompareMay(s))
	// Output: <nil>
}
