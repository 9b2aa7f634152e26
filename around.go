package callcontrol

import (
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
)

// surroundings is the centre as a contact's rules see it.
type surroundings struct {
	c  *Center
	in *input
}

func (c *Center) around() callflow.Around             { return c.here }
func (c *Center) aroundFor(in *input) callflow.Around { return surroundings{c, in} }

// Agent is an agent's state; of who has been reserved for this very step, as he
// was before.
func (s surroundings) Agent(id agent.ID) (agent.State, bool) {
	if s.in != nil && s.in.reserved == id && id != "" {
		return s.in.as, true
	}
	if p, ok := s.c.desks.get(id); ok {
		if r := p.record(); r != nil {
			return r.State, true
		}
	}
	return agent.State{}, false
}

// Full reports whether there is no room for more calls (CBK-7).
func (s surroundings) Full(more int) bool {
	limit := int64(s.c.settings.Load().MaxCalls)
	return limit > 0 && (s.in != nil && s.in.full || s.c.placed.Load()+int64(more) > limit)
}

// Directory is the lists by which targets are judged.
func (s surroundings) Directory() (target.Directory, bool) {
	if d := s.c.lists.Load(); d != nil {
		return *d, true
	}
	return target.Directory{}, false
}
