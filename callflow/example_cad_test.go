package callflow_test

import (
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
)

// Two agents who are in a consult edit the same variable. The first save wins,
// and the other agent is told whose value has replaced his (CAD-7).
func ExampleFloor_Save() {
	variables, err := cad.NewSchema([]cad.Definition{{Name: "case", Label: "Case number", Editable: true}})
	if err != nil {
		fmt.Println(err)
		return
	}
	f, err := callflow.New(callflow.Config{Variables: variables})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, step := range []func() error{
		func() error { return f.SignIn("A1", "A2") },
		func() error {
			return f.Arrive(callflow.Arrival{ID: "anna", Kind: interaction.Inbound, Queue: "billing", Values: map[string]string{"case": "4711"}})
		},
		func() error { return f.Answers("A1", "anna") },
		func() error {
			return f.Do("A1", "anna", interaction.Request{Action: interaction.Consult, To: interaction.ToAgent("A2")})
		},
		func() error { return f.Answers("A2", "anna") },
		func() error { return f.Type("A1", "anna", "case", "4712") },
		func() error { return f.Type("A2", "anna", "case", "4713") },
		func() error { return f.Save("A2", "anna") },
	} {
		if err := step(); err != nil {
			fmt.Println(err)
			return
		}
	}
	for _, n := range f.TakeNotices() {
		if c := n.Conflict; c != nil {
			fmt.Printf("%s is told %s: %s, %s has saved %s, not %s\n", n.To, n.Kind, c.Label, c.By, c.Theirs, c.Mine)
		}
	}
	field := f.Variables("A1", "anna")[0]
	fmt.Println("A1 reads", field.Value, "saved by", field.By)
	// Output:
	// A1 is told Edit replaced: Case number, A2 has saved 4713, not 4712
	// A1 reads 4713 saved by A2
}
