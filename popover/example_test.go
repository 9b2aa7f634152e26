package popover_test

import (
	"fmt"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// A chat is offered; its card is derived from the interaction as it stands.
func Example() {
	now := time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)
	var out interaction.Output
	chat, err := interaction.New(now, interaction.Opening{Kind: interaction.Chat, Capabilities: telephony.All}, &out)
	if err != nil {
		fmt.Println(err)
		return
	}
	offer := interaction.Request{Action: interaction.Offer, To: interaction.ToAgent("ann")}
	if chat, err = chat.Request(now, offer, &out); err != nil {
		fmt.Println(err)
		return
	}

	schema, err := cad.NewSchema([]cad.Definition{{Name: "topic", Label: "Topic"}, {Name: "pin", Secure: true}})
	if err != nil {
		fmt.Println(err)
		return
	}
	sheet, err := cad.NewSheet(schema, "c1", map[string]string{"topic": "invoice", "pin": "1234"})
	if err != nil {
		fmt.Println(err)
		return
	}
	config := popover.Config{Chat: popover.Layout{Variables: []popover.Choice{{Name: "topic"}, {Name: "pin"}}}}
	card, err := config.Card(popover.Offer{
		Contact: "c1", State: chat, Agent: chat.Offered(), At: now,
		Values: popover.Source{Queue: "Billing", Sheet: sheet},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(card.Stage, card.Status)
	for _, f := range card.Fields { // the secure one is not there (POP-18)
		fmt.Println(f.Label, f.Value)
	}
	for _, a := range card.Actions {
		fmt.Println(a.Action)
	}
	// Output:
	// contact-request Ringing
	// Topic invoice
	// Accept
	// Decline
}

// Six contacts: five are in view, and the call that rings below them.
func ExampleStack_Page() {
	now := time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)
	cards := []popover.Card{{Contact: "call", Channel: agent.Voice, Stage: popover.Request, Offered: now}}
	for _, id := range []string{"e1", "e2", "e3", "e4", "e5"} {
		cards = append(cards, popover.Card{Contact: id, Channel: agent.Email, Stage: popover.Request, Offered: now})
	}
	stack, err := popover.NewStack(cards)
	if err != nil {
		fmt.Println(err)
		return
	}
	page := stack.Page(1)
	fmt.Println(page.Label)
	for _, c := range append(page.Cards, page.Below...) {
		fmt.Println(c.Contact)
	}
	// Output:
	// 1-5 of 6
	// e1
	// e2
	// e3
	// e4
	// e5
	// call
}

// Each contact stands alone; calls are left as they are.
func ExampleStack_Accept() {
	stack, err := popover.NewStack([]popover.Card{
		{Contact: "chat 1", Channel: agent.Chat, Stage: popover.Request},
		{Contact: "chat 2", Channel: agent.Chat, Stage: popover.Request},
		{Contact: "call", Channel: agent.Voice, Stage: popover.Request},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(stack.AcceptLabel())
	result := stack.Accept(func(contact string) error {
		if contact == "chat 2" {
			return fmt.Errorf("the customer has left")
		}
		return nil
	})
	fmt.Println(result.Accepted)
	for _, r := range result.Refused {
		fmt.Println(r.Contact, r.Err)
	}
	// Output:
	// Accept 2 requests
	// [chat 1]
	// chat 2 the customer has left
}
