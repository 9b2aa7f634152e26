package callflow

import (
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
)

// Around is what the rules about one contact must know of the centre around
// it. A Floor has it at hand; a runtime, whose contacts are records of their
// own, answers from its other records, as they are at that moment (CON-7).
type Around interface {
	// Agent is an agent's state; false for one who never signed in.
	Agent(agent.ID) (agent.State, bool)
	// Full reports whether so many more calls would be over the limit of
	// concurrent ones (CBK-7).
	Full(more int) bool
	// Directory is the lists by which targets are judged; false when there are
	// none, and every queue, entry point, number and expert can be reached.
	Directory() (target.Directory, bool)
}

// around is the floor as its contacts see it.
type around Floor

func (f *Floor) around() Around { return (*around)(f) }

func (f *around) Agent(id agent.ID) (agent.State, bool) {
	a, ok := f.agents[id]
	return a, ok
}

func (f *around) Full(more int) bool { return (*Floor)(f).full(more) }

func (f *around) Directory() (target.Directory, bool) { return f.lists, f.listed }
