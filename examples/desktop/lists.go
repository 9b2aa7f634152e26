package main

import (
	"fmt"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
)

// names of the first agents; the others are Agent 9, Agent 10 …
var names = []string{"Ada Laurent", "Ben Okafor", "Chloé Martin", "Dev Patel", "Eva Novák", "Farid Benali", "Grace Lim", "Hugo Silva"}

// lists are whom calls can be consulted on or transferred to.
func lists(agents int) (target.Lists, error) {
	var wrong error
	number := func(text string) dialnumber.Number {
		n, err := dialnumber.New(text)
		if err != nil {
			wrong = err
		}
		return n
	}
	l := target.Lists{
		Queues: []target.Place{
			{ID: "billing", Name: "Billing", Consult: true, Transfer: true},
			{ID: "sales", Name: "Sales", Consult: true, Transfer: true},
			{ID: "support", Name: "Support", Consult: true, Transfer: true},
			{ID: "night", Name: "Night desk", Transfer: true}, // in one list only (CON-4, TRF-10)
		},
		EntryPoints: []target.Place{
			{ID: "main-line", Name: "Main line", Consult: true, Transfer: true},
			{ID: "claims", Name: "Claims", Consult: true, Transfer: true},
		},
		EPDNs: []target.EPDN{{Number: number("+12015550190"), EntryPoint: "claims"}},
		Book: []target.Entry{
			{Name: "Courier", Number: number("+12015550123")},
			{Name: "Interpreter, French", Number: number("+33123456789")},
			{Name: "Interpreter, Spanish", Number: number("+34912345678")},
			{Name: "Porter's lodge", Number: number("7100")},
		},
		Experts: []target.Expert{
			{ID: "x-meyer", FirstName: "Ines", LastName: "Meyer", Title: "Head of Legal", Department: "Legal",
				Phones: []dialnumber.Number{number("+12015550160")}, Presence: "Available", PresenceAsOf: time.Now()},
			{ID: "x-osei", FirstName: "Kofi", LastName: "Osei", Title: "Network engineer", Department: "Technology",
				Phones: []dialnumber.Number{number("+12015550161"), number("7161")}, Presence: "In a meeting", PresenceAsOf: time.Now()},
			{ID: "x-roux", FirstName: "Zoé", LastName: "Roux", Title: "Actuary", Department: "Claims"}, // no number: not listed (CON-6)
		},
	}
	for i := range agents {
		name := fmt.Sprint("Agent ", i+1)
		if i < len(names) {
			name = names[i]
		}
		l.Agents = append(l.Agents, target.Agent{
			ID: agent.ID(fmt.Sprint("A", i+1)), Name: name, Team: [...]string{"North", "South"}[i%2],
			DN: number(fmt.Sprint(7001 + i)), Supervisor: i == 5,
		})
	}
	return l, wrong
}
