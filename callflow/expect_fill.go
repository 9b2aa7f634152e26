package callflow

import (
	"errors"
	"slices"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
)

var errFill = errors.New("say what must be so, or let it be filled in")

// expectFill is a question mark where expectations are to come: it is never
// borne out, and a rewrite puts what is so in its place, for review.
func expectFill(p *player, _ *line) (string, error) {
	var all []string
	if p.refused != nil {
		p.done = true
		all = append(all, "refused  "+string(refusal(p.refused)))
	}
	for _, set := range p.f.Talks(spoken) {
		all = append(all, "talk "+strings.Join(set, " "))
	}
	if held := p.f.OnHold(spoken); len(held) > 0 {
		all = append(all, "on hold "+strings.Join(held, " "))
	}
	for _, n := range p.notices {
		words := n.words()
		all = append(all, string(n.To)+" is told "+words[len(words)-1])
	}
	for _, id := range p.f.signed {
		panes := p.panes(string(id))
		all = append(all, string(id)+" is "+p.f.agents[id].Summary().Status.String())
		if len(panes) == 0 {
			continue
		}
		all = append(all, string(id)+" sees "+renderPanes(panes))
		var may []string
		for _, c := range p.f.View(id).Contacts {
			for _, b := range c.Actions {
				if b.Err == nil && b.Action != interaction.EditVariables && !slices.Contains(may, b.Action.String()) {
					may = append(may, b.Action.String())
				}
			}
		}
		if len(may) > 0 {
			all = append(all, string(id)+" may "+strings.Join(may, ", "))
		}
	}
	return strings.Join(all, "\n"), errFill
}
