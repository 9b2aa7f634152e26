package callflow

import (
	"errors"
	"fmt"
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// wire is what a command does to the phones themselves, whatever the rules
// believe: a phone rings from when the switch is told to ring it until it is
// answered, hung up or cleared. With it a story can tell that nobody's phone
// goes on ringing for a call that he can no longer have.
func (p *player) wire(c telephony.Command) {
	at := place{c.Call, c.Leg}
	switch {
	case c.Verb.Media():
		p.heard[c.Call] = c.Talk
	case c.Verb == telephony.Transfer:
		p.heard[c.Call] = telephony.LegsOf(p.f.contacts[c.Call].State.Customer())
	}
	switch c.Verb {
	case telephony.Dial, telephony.ConsultationCall, telephony.SingleStep:
		p.ringing[at] = c.Leg != 0
	case telephony.Clear, telephony.Answer:
		delete(p.ringing, at)
	case telephony.ClearCall:
		for other := range p.ringing {
			if other.contact == c.Call {
				delete(p.ringing, other)
			}
		}
	}
}

func expectRings(p *player, l *line) (string, error)  { return p.rings(l, true) }
func expectSilent(p *player, l *line) (string, error) { return p.rings(l, false) }

func (p *player) rings(l *line, wanted bool) (string, error) {
	is := p.ringing[p.last[l.m.agent]]
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
