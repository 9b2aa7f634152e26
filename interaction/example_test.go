package interaction_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

var noon = time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)

// answered is an inbound call that agent 2 has answered: the customer is 1.
func answered(out *interaction.Output) interaction.State {
	s, _ := interaction.New(noon, interaction.Opening{Kind: interaction.Inbound, Capabilities: telephony.All}, out)
	s, _ = s.Request(noon, interaction.Request{Action: interaction.Offer, To: interaction.ToAgent("ann")}, out)
	s, _ = s.Fact(noon, telephony.Event{Kind: telephony.Answered, Leg: 2}, out)
	return s
}

// A short life: offered, answered, held, and ended by the customer.
func Example() {
	var out interaction.Output
	s, err := interaction.New(noon, interaction.Opening{Kind: interaction.Inbound, Capabilities: telephony.All}, &out)
	if err != nil {
		fmt.Println(err)
		return
	}
	show := func(what string) {
		fmt.Printf("%s: %v\n", what, s.Phase())
		for _, p := range s.Panes(2, nil) {
			fmt.Println("  pane:", p.Status)
		}
		for _, c := range out.Commands {
			fmt.Println("  command:", c)
		}
		for _, e := range out.Agents {
			fmt.Println("  agent:", e.Party, e.Kind)
		}
	}
	ask := func(r interaction.Request) {
		if s, err = s.Request(noon, r, &out); err != nil {
			fmt.Println(err)
		}
		show(r.Action.String())
	}
	tell := func(e telephony.Event) {
		if s, err = s.Fact(noon, e, &out); err != nil {
			fmt.Println(err)
		}
		show(e.Kind.String())
	}
	ask(interaction.Request{By: interaction.Centre, Action: interaction.Offer, To: interaction.ToAgent("ann")})
	tell(telephony.Event{Kind: telephony.Answered, Leg: 2})
	ask(interaction.Request{By: 2, Action: interaction.Hold})
	tell(telephony.Event{Kind: telephony.Arranged})
	tell(telephony.Event{Kind: telephony.Gone, Leg: 1})
	fmt.Println(s.Ended())
	// Output:
	// Offer: Connecting
	//   pane: Connecting
	//   command: dial op 1 leg 2 to agent ann
	//   agent: 2 reserved
	// answered: Talking
	//   pane: Connected
	//   command: arrange op 2 owner 2 talk [1]
	//   command: set-noise-reduction op 3 on true
	//   agent: 2 engaged
	//   agent: 2 owner
	// Hold: Talking
	//   pane: Connected
	//   command: hold op 4 leg 1 owner 2 talk []
	// arranged: Talking
	//   pane: Call on Hold
	// gone: Ended
	//   command: clear-call op 5
	//   agent: 2 wrap-up due
	// by the customer hung-up
}

// May says whether, and which rule forbids it.
func ExampleState_May() {
	var out interaction.Output
	s := answered(&out)
	fmt.Println(s.May(2, interaction.Hold))
	err := s.May(2, interaction.Resume)
	fmt.Println(errors.Is(err, rule.ID("HLD-4")), errors.Is(err, rule.ID("HLD-3")))
	fmt.Println(err)
	fmt.Println(errors.Is(s.May(1, interaction.Consult), rule.ID("PAR-2")))
	fmt.Println(errors.Is(s.May(9, interaction.Hold), rule.ID("OP-2")))
	// Output:
	// <nil>
	// true false
	// rule HLD-4: Resume is denied in Talking: the customer is not on hold
	// true
	// true
}

// What a desktop's buttons show is May, asked of each.
func ExampleState_Permissions() {
	var out interaction.Output
	for _, p := range answered(&out).Permissions(2, nil) {
		if p.Err == nil {
			fmt.Println(p.Action)
		}
	}
	// Output:
	// Hold
	// Consult
	// Transfer
	// End
	// Mute
	// Unmute
	// Send Digits
	// Edit Variables
}

// An offer that nobody answers comes back when its time is over.
func ExampleState_Deadline() {
	var out interaction.Output
	s, _ := interaction.New(noon, interaction.Opening{Kind: interaction.Inbound, Capabilities: telephony.All,
		Policy: interaction.Policy{AnswerTimeout: 12 * time.Second}}, &out)
	s, _ = s.Request(noon, interaction.Request{Action: interaction.Offer, To: interaction.ToAgent("ann")}, &out)
	by, ok := s.Deadline()
	fmt.Println(by.Sub(noon), ok)
	s = s.Tick(by, &out)
	fmt.Println(s.Phase(), out.Agents[0].Kind, out.Agents[0].Cause, out.Want.Reason)
	_, ok = s.Deadline()
	fmt.Println(ok)
	// Output:
	// 12s true
	// Waiting missed no-answer returned
	// false
}

// A snapshot is the whole state, deadlines included.
func ExampleRestore() {
	var out interaction.Output
	s := answered(&out)
	s, _ = s.Request(noon, interaction.Request{By: 2, Action: interaction.Hold}, &out)
	data, _ := s.Snapshot()
	back, err := interaction.Restore(data)
	fmt.Println(err, back == s, back.InFlight())
	_, err = interaction.Restore(data[:len(data)-1])
	fmt.Println(errors.Is(err, interaction.ErrInvalid))
	// Output:
	// <nil> true Hold
	// true
}

// A fact that tells nothing new is ignored, by rule OP-5.
func ExampleState_Fact() {
	var out interaction.Output
	s := answered(&out)
	again, err := s.Fact(noon, telephony.Event{Kind: telephony.Answered, Leg: 2}, &out)
	fmt.Println(again == s, string(out.Ignored), err)
	_, err = s.Fact(noon, telephony.Event{Kind: telephony.Answered, Leg: 7}, &out)
	fmt.Println(err)
	// Output:
	// true OP-5 <nil>
	// interaction: invalid: answered about leg 7, the last one is 2
}

// The table can be walked: here, all that may lead from a conference to its end.
func ExampleTransitions() {
	for _, t := range interaction.Transitions() {
		for _, to := range t.To {
			if t.From == interaction.Conference && to == interaction.Ended {
				fmt.Println(t.On)
			}
		}
	}
	// Output:
	// End
	// gone (customer)
	// gone (owner)
	// diverted
}
