package target_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// Zoé is picked from the list while she is Available; by the time of the
// request she has gone to lunch.
func Example() {
	now := time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)
	directory, err := target.New(target.Lists{AsOf: now, Agents: []target.Agent{
		{ID: "ann", Name: "Ann Lee"}, {ID: "zoe", Name: "Zoé Müller", Supervisor: true},
	}})
	if err != nil {
		fmt.Println(err) // and go on: the rows that are fine are there
	}
	var out agent.Output
	zoe, _ := agent.State{}.Request(now, agent.Request{Action: agent.SignIn}, &out)
	zoe, _ = zoe.Request(now, agent.Request{Action: agent.GoAvailable}, &out)
	states := target.StateMap{"zoe": zoe}
	call := target.Call{Self: "ann"}

	listed := directory.TransferAgents(states, call, "ZOE mul")
	for _, one := range listed {
		fmt.Println(one.Name, one.State)
	}
	states["zoe"], _ = zoe.Request(now, agent.Request{Action: agent.GoIdle, Code: "Lunch"}, &out)
	err = directory.Judge(interaction.Transfer, listed[0].Target(), states, call)
	fmt.Println(errors.Is(err, rule.ID("TRF-4")))
	// Output:
	// Zoé Müller Available
	// true
}

// A typed number that is a configured EP-DN is consulted as one; any other is
// dialled.
func ExampleDirectory_Number() {
	help, err := dialnumber.New("+18005550100")
	if err != nil {
		fmt.Println(err)
		return
	}
	directory, err := target.New(target.Lists{
		EntryPoints: []target.Place{{ID: "help", Name: "Help desk"}},
		EPDNs:       []target.EPDN{{Number: help, EntryPoint: "help"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, text := range []string{"1 (800) 555-0100", "+44 20 7946 0000", "12"} {
		to, err := directory.Number(interaction.Consult, text)
		if err != nil {
			fmt.Println("broken rule is DN-1:", errors.Is(err, rule.ID("DN-1")))
			continue
		}
		fmt.Println(to.Kind())
	}
	// Output:
	// ep-dn
	// number
	// broken rule is DN-1: true
}
