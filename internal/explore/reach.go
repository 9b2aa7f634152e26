package explore

import (
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
)

// edge is a step seen from where it leads: whence, and whether it was made by
// somebody hanging up.
type edge struct {
	from   int32
	hungUp bool
}

// place is what becomes of a state, once it has been expanded.
type place struct {
	over              bool
	reserved, engaged uint8 // agents, by their order
	quiet             int   // where it leads when nobody does anything; -1: nowhere
}

// over: every contact has ended, and no agent has anything left of it.
func over(g *callflow.Stage) bool {
	f := g.Floor()
	for _, id := range f.Contacts() {
		if c, _ := f.Contact(id); !c.Over() {
			return false
		}
	}
	for _, id := range f.Agents() {
		for ch := agent.Voice; ch <= agent.Social; ch++ {
			if f.Agent(id).Load(ch) != (agent.Load{}) {
				return false
			}
		}
	}
	return true
}

// placed notes which agents are Reserved and Engaged.
func placed(g *callflow.Stage) place {
	p := place{over: over(g), quiet: -1}
	for i, id := range g.Floor().Agents() {
		for ch := agent.Voice; ch <= agent.Social; ch++ {
			if l := g.Floor().Agent(id).Load(ch); l.Reserved > 0 {
				p.reserved |= 1 << i
			} else if l.Engaged > 0 {
				p.engaged |= 1 << i
			}
		}
	}
	return p
}

// stuck finds a state from which somebody cannot get away, and says who.
func stuck(places []place, back [][]edge) (int, string) {
	everybody := func(p place) bool { return p.over }
	if i := cannot(places, back, true, everybody); i >= 0 {
		return i, "the end cannot be reached from here: somebody is stuck"
	}
	for who := range 8 {
		bit := uint8(1) << who
		// Nobody has to do anything for an offer to be over (ANS-2, CON-13).
		if i := offered(places, bit); i >= 0 {
			return i, fmt.Sprintf("agent %d is Reserved until somebody does something", who+1)
		}
		if i := cannot(places, back, false, func(p place) bool { return p.engaged&bit == 0 }); i >= 0 {
			return i, fmt.Sprintf("agent %d stays Engaged until somebody hangs up", who+1)
		}
	}
	return -1, ""
}

// cannot is the first state from which none that is free can be reached; with
// hangUps also by hanging up. -1 when there is none.
func cannot(places []place, back [][]edge, hangUps bool, free func(place) bool) int {
	can := make([]bool, len(places))
	var todo []int
	for i, p := range places {
		if free(p) {
			can[i] = true
			todo = append(todo, i)
		}
	}
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, e := range back[i] {
			if !can[e.from] && (hangUps || !e.hungUp) {
				can[e.from] = true
				todo = append(todo, int(e.from))
			}
		}
	}
	for i := range can {
		if !can[i] {
			return i
		}
	}
	return -1
}

// offered is the first state in which the agent is Reserved and stays so while
// nobody does anything but the switch and the clock; -1 when there is none.
func offered(places []place, bit uint8) int {
	for i, p := range places {
		for n := 0; p.reserved&bit != 0; n++ {
			if p.quiet < 0 || n > len(places) {
				return i
			}
			p = places[p.quiet]
		}
	}
	return -1
}

// mayRest: a customer who waits while nobody is free, and an outsider's call
// that is no longer ours, may rest.
func mayRest(g *callflow.Stage) bool {
	for _, id := range g.Floor().Contacts() {
		c, _ := g.Floor().Contact(id)
		if p := c.State.Phase(); p != interaction.Waiting && p != interaction.Ended {
			return false
		}
	}
	return true
}
