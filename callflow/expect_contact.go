package callflow

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

func expectNoise(p *player, l *line) (string, error) {
	c, err := p.named(l.m.contact)
	if err != nil {
		return "", err
	}
	is := map[bool]string{true: "removed", false: "kept"}[c.NoiseRemoved]
	if is == l.m.word {
		return "", nil
	}
	return "noise of " + l.m.contact + " is " + is, errNot
}

func expectWaits(p *player, l *line) (string, error) {
	c, err := p.named(l.m.contact)
	if err != nil {
		return "", err
	}
	if c.State.Phase() == interaction.Waiting && c.Queue == l.m.word {
		return "", nil
	}
	return "", fmt.Errorf("%s is in %v, queue %s", l.m.contact, c.State.Phase(), c.Queue)
}

func expectEnded(p *player, l *line) (string, error) {
	c, err := p.named(l.m.contact)
	if err != nil {
		return "", err
	}
	how, why := c.State.Ended()
	want := strings.Join(l.m.rest, " ")
	if how == interaction.NotEnded {
		if want == "" {
			return "", nil
		}
		return l.m.contact + " goes on", errNot
	}
	full := how.String() + ": " + why.String()
	if want == how.String() || want == full {
		return "", nil
	}
	return l.m.contact + " ended " + full, errNot
}

func expectInTheWay(p *player, l *line) (string, error) {
	var blocked *SignOutBlocked
	c, err := p.named(l.m.contact)
	if err != nil {
		return "", err
	}
	if errors.As(p.refused, &blocked) && slices.Contains(blocked.Contacts, c.ID) {
		return "", nil
	}
	return "", errors.New("no refused sign-out lists it")
}

func expectOwes(p *player, l *line) (string, error) {
	var who []string
	for _, id := range p.f.order {
		for i := range p.f.contacts[id].Seats {
			if s := &p.f.contacts[id].Seats[i]; s.owes() {
				who = append(who, string(s.Agent))
			}
		}
	}
	is := slices.Contains(who, l.m.agent)
	switch {
	case l.m.agent == "" && len(who) == 0,
		l.m.agent != "" && is == strings.HasSuffix(l.phrase.pattern, "owes a wrap-up"):
		return "", nil
	case l.m.agent == "":
		return strings.Join(who, ", ") + " owes a wrap-up", errNot
	case is:
		return l.m.agent + " owes a wrap-up", errNot
	}
	return l.m.agent + " owes no wrap-up", errNot
}

// dialog is the agent's open wrap-up dialog, or else his last wrap-up.
func (p *player) dialog(l *line) (wrapup.State, error) {
	who := agent.ID(l.m.agent)
	c, err := p.contact(l.m.agent, l.m.on, func(c *Contact) bool { s := c.wrapUp(who); return s != nil && s.WrapUp.Dialog() })
	if err != nil {
		return wrapup.State{}, err
	}
	if s := c.wrapUp(who); s != nil {
		return s.WrapUp, nil
	}
	return wrapup.State{}, nil
}

func expectDialog(p *player, l *line) (string, error) {
	s, err := p.dialog(l)
	if err != nil {
		return "", err
	}
	is := "closed"
	switch s.Phase() {
	case wrapup.Opened:
		is = "open"
	case wrapup.Due:
		is = "due"
	case wrapup.ForConsult:
		is = "for the consult"
	}
	if strings.Join(l.m.rest, " ") == is {
		return "", nil
	}
	return l.m.agent + "'s dialog is " + is, errNot
}

func expectReason(p *player, l *line) (string, error) {
	s, err := p.dialog(l)
	if err != nil {
		return "", err
	}
	is, _ := s.Chosen()
	if r := p.submits[l.m.agent]; is == "" && r != "" {
		is = wrapup.Code(r)
	}
	if string(is) == l.m.word {
		return "", nil
	}
	return fmt.Sprintf("the reason of %s is %q", l.m.agent, string(is)), errNot
}

func expectFinds(p *player, l *line) (string, error) {
	i := slices.Index(l.m.rest, "typing")
	if i < 1 || i == len(l.m.rest)-1 {
		return "", errors.New("say: finds REASON typing TEXT")
	}
	var found []string
	for _, r := range p.f.cfg.Policy.WrapUp.Reasons.Search(strings.Join(l.m.rest[i+1:], " ")) {
		found = append(found, r.Label)
	}
	if slices.Equal(found, l.m.rest[:i]) {
		return "", nil
	}
	return "", fmt.Errorf("finds %q", found)
}

// timer finds one of an agent's timers: how much it shows, counting up or
// down.
func (p *player) timer(who, which string) (time.Duration, bool, error) {
	now := p.f.Now()
	up := func(t time.Time) (time.Duration, bool, error) { return now.Sub(t), !t.IsZero(), nil }
	down := func(t time.Time) (time.Duration, bool, error) { return t.Sub(now), !t.IsZero(), nil }
	for _, c := range p.f.View(agent.ID(who)).Contacts {
		if w := c.WrapUp; w != nil {
			switch which {
			case "count-up":
				return up(w.Since)
			case "count-down":
				return down(w.Ends)
			}
		}
		for _, pane := range c.Panes {
			switch which {
			case "talk":
				return up(pane.TalkSince)
			case "status":
				return up(pane.Since)
			case "pause":
				return down(pane.PauseEnds)
			case "offer":
				return down(pane.OfferEnds)
			}
		}
	}
	switch which {
	case "talk", "status", "pause", "offer", "count-up", "count-down":
		return 0, false, nil
	}
	return 0, false, fmt.Errorf("there is no timer %q", which)
}

func expectTimer(p *player, l *line) (string, error) {
	is, runs, err := p.timer(l.m.agent, l.m.word)
	wants := strings.HasSuffix(l.phrase.pattern, "{time}")
	switch {
	case err != nil:
		return "", err
	case runs == wants && (!wants || is == l.m.time):
		return "", nil
	case !runs:
		return fmt.Sprintf("%s's %s does not run", l.m.agent, l.m.word), errNot
	}
	return fmt.Sprintf("%s's %s shows %v", l.m.agent, l.m.word, is), errNot
}

// record keeps the reasons of consults, whose dialog is closed when one is
// given.
func (p *player) record() {
	for _, n := range p.notices {
		if n.Reason != "" && n.Kind == wrapup.ConsultReason.String() {
			p.submits[string(n.To)] = string(n.Reason)
		}
	}
}
