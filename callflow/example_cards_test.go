package callflow_test

import (
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
)

// Two chats, an e-mail and a call reach an agent at once. Accept N requests
// takes the first three; the call is answered at its phone (POP-8).
func ExampleFloor_AcceptAll() {
	f, err := callflow.New(callflow.Config{Agents: agent.Policy{Chat: 2, Email: 1}})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := f.SignIn("ada"); err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range []callflow.Arrival{
		{ID: "anna", Kind: interaction.Inbound},
		{ID: "carl", Kind: interaction.Chat},
		{ID: "cleo", Kind: interaction.Chat},
		{ID: "mona", Kind: interaction.Email},
	} {
		if err := f.Arrive(a); err != nil {
			fmt.Println(err)
			return
		}
	}
	fmt.Println(f.Cards("ada").AcceptLabel())
	result, err := f.AcceptAll("ada")
	fmt.Println("accepted", result.Accepted, "refused", result.Refused, err)
	for card := range f.Cards("ada").All() {
		fmt.Println("left", card.Contact, card.Status)
	}
	// Output:
	// Accept 3 requests
	// accepted [mona carl cleo] refused [] <nil>
	// left anna Ringing
}
