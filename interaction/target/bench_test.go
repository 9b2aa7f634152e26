package target_test

import (
	"fmt"
	"testing"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
)

// A search among five thousand agents, of whom fifteen are found.
func BenchmarkSearch(b *testing.B) {
	now := target.StateMap{}
	ready := state(b, agent.GoAvailable)
	var l target.Lists
	for i := range 5000 {
		id := agent.ID(fmt.Sprint("a", i))
		now[id] = ready
		l.Agents = append(l.Agents, target.Agent{ID: id, Name: fmt.Sprint("Agént ", i), Team: "Blue"})
	}
	d, err := target.New(l)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if got := d.ConsultAgents(now, alone, "blue agent 499"); len(got) != 15 {
			b.Fatal(len(got))
		}
	}
}

func BenchmarkJudge(b *testing.B) {
	d, now := directory(b), states(b)
	to := interaction.ToAgent("available")
	b.ReportAllocs()
	for b.Loop() {
		if err := d.Judge(interaction.Consult, to, now, alone); err != nil {
			b.Fatal(err)
		}
	}
}
