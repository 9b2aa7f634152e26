// Command quickstart is a contact centre over a simulated switch, and one call.
package main

import (
	"context"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

var ctx = context.Background()

func main() {
	sw := simulator.New(simulator.Config{}) // in its place: your telephony.Adapter
	center, err := callcontrol.New(callcontrol.Config{Adapter: sw})
	check(err)
	go center.Run(ctx)
	a1, err := center.SignIn(ctx, "A1")
	check(err)
	a2, err := center.SignIn(ctx, "A2") // stays Idle: gets no calls, can be consulted
	check(err)
	check(a1.Available(ctx))
	check(sw.Arrive("anna", telephony.Contact{Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "billing"}}))
	shows(a1, "Reserved, anna: Ringing")
	check(sw.Answers("anna", 2)) // leg 1 is the customer's phone, 2 is A1's
	shows(a1, "Engaged, anna: Connected")
	check(a1.Consult(ctx, "anna", interaction.ToAgent("A2")))
	fmt.Println(a1.Conference(ctx, "anna"))
	check(sw.Answers("anna", 3))
	shows(a1, "Engaged, anna: Call on Hold, A2: Consulting")
	check(a1.Transfer(ctx, "anna", interaction.Target{}))
	shows(a2, "Engaged, anna: Connected")
	check(a1.Submit(ctx, "anna"))
	shows(a1, "Available")
}

// shows waits until an agent's desktop shows this, and prints it.
func shows(desk *callcontrol.Desk, want string) {
	_, err := desk.Wait(ctx, func(view *callcontrol.View) bool {
		text := view.Agent.Status.String()
		for _, in := range view.Interactions {
			for _, pane := range in.Panes {
				text += fmt.Sprintf(", %s: %v", pane.Name, pane.Status)
			}
		}
		return text == want
	})
	check(err)
	fmt.Printf("%s: %s\n", desk.Agent(), want)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
