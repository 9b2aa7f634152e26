package callflow

import (
	"errors"
	"fmt"
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/rule"
)

func expectRings(p *player, l *line) (string, error)  { return p.rings(l, true) }
func expectSilent(p *player, l *line) (string, error) { return p.rings(l, false) }

func (p *player) rings(l *line, wanted bool) (string, error) {
	at := p.last[l.m.agent]
	is := p.v.Rings(at.contact, at.leg)
	if is == wanted {
		return "", nil
	}
	return l.m.agent + "'s phone " + map[bool]string{true: "rings", false: "does not ring"}[is], errNot
}

// expectCustomerMayNot asks what the customer may do, who has no desktop.
func expectCustomerMayNot(p *player, l *line) (string, error) {
	c, err := p.named(l.m.contact)
	if err != nil {
		return "", err
	}
	for _, what := range asked(l.m.rest) {
		a := action(what)
		if a == 0 {
			return "", fmt.Errorf("there is no action %q", what)
		}
		switch err := c.State.May(c.State.Customer(), a); {
		case err == nil:
			return "", fmt.Errorf("%s is allowed", what)
		case len(l.rules) > 0 && !slices.ContainsFunc(l.rules, func(id rule.ID) bool { return errors.Is(err, id) }):
			return "", fmt.Errorf("%s is denied by %s", what, refusal(err))
		}
	}
	return "", nil
}
