// Command floor plays one call by hand on a callflow.Floor.
package main

import (
	"errors"
	"fmt"
	"log"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

func main() {
	floor, err := callflow.New(callflow.Config{})
	check(err)
	check(floor.SignIn("A1", "A2"))
	check(floor.Arrive(callflow.Arrival{ID: "anna", Kind: interaction.Inbound, Queue: "billing"}))
	check(floor.Answers("A1", "anna"))
	check(floor.Do("A1", "anna", interaction.Request{Action: interaction.Consult, To: interaction.ToAgent("A2")}))

	err = floor.May("A1", "anna", interaction.Transfer, interaction.Target{})
	fmt.Println(errors.Is(err, rule.ID("CON-11")), err)

	check(floor.Answers("A2", "anna"))
	for _, pane := range floor.View("A1").Contacts[0].Panes {
		fmt.Printf("A1 sees %s: %v\n", pane.Name, pane.Status)
	}
	check(floor.Do("A1", "anna", interaction.Request{Action: interaction.Transfer}))
	fmt.Println("A1 is", floor.View("A1").Summary, "and A2 is", floor.View("A2").Summary)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
