package target

import "github.com/seed-6cc70c2f/callcontrol/agent"

// States tells agents' live states, by which they are listed and judged
// (CON-3, TRF-4). A nil States knows nobody.
type States interface {
	// Agent is an agent's state; false for one who never signed in.
	Agent(agent.ID) (agent.State, bool)
}

// StateMap is States as a map.
type StateMap map[agent.ID]agent.State

// Agent looks the agent up.
func (m StateMap) Agent(id agent.ID) (agent.State, bool) {
	s, ok := m[id]
	return s, ok
}

func stateOf(s States, id agent.ID) (agent.State, bool) {
	if s == nil {
		return agent.State{}, false
	}
	return s.Agent(id)
}
