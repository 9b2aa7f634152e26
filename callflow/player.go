package callflow

import (
	"errors"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// player plays a story at a venue: it knows where each agent's last leg was, and
// what was refused and told since the last act.
type player struct {
	v       Venue
	f       *Floor // how it stands
	line    *line
	last    map[string]place // each person's last leg, for what comes late
	refused error            // why the last act was refused
	done    bool             // an expectation has asked for the refusal
	notices []Notice
	ignored []rule.ID
	submits map[string]string // the reason each agent submitted last
	desk    desk
	shelf   shelf
}

// newPlayer opens the story's centre with open, and lets its agents sign in.
func newPlayer(s *Story, open func(Config) (Venue, error)) (*player, error) {
	cfg, err := s.config()
	if err != nil {
		return nil, err
	}
	p := &player{last: map[string]place{}, submits: map[string]string{}}
	p.desk.starts = s.cfg.variables.starts
	cfg.Keep = p.store
	if p.v, err = open(cfg); err != nil {
		return nil, err
	}
	if cfg.Lists != nil {
		p.shelf.lists = *cfg.Lists
	}
	for _, a := range s.who.agents {
		id := agent.ID(a)
		if err := p.v.Person(id, agent.Request{Action: agent.SignIn}); err != nil {
			return nil, err
		}
		want := agent.Request{Action: agent.GoAvailable}
		if code, ok := s.idle[id]; ok {
			want = agent.Request{Action: agent.GoIdle, Code: agent.IdleCode(code)}
		}
		if err := p.v.Person(id, want); err != nil {
			return nil, err
		}
	}
	p.f = p.v.Scene()
	return p, nil
}

// act carries out one act. A refusal by the rules is not an error: an
// expectation has to ask for it.
func (p *player) act(l *line) error {
	p.line, p.refused, p.done, p.desk.failed = l, nil, false, false
	p.remember()
	err := l.phrase.act(p, l.m)
	p.f = p.v.Scene()
	p.notices, p.ignored = p.v.TakeNotices(), p.v.TakeIgnored()
	p.record()
	p.remember()
	if err != nil && (refusal(err) != "" || idle(err)) {
		p.refused = err
		return nil
	}
	return err
}

// remember notes where everybody sits, for a phone may speak up after its leg
// has gone.
func (p *player) remember() {
	for _, id := range p.f.order {
		c := p.f.contacts[id]
		if leg := c.State.Customer(); leg != 0 {
			p.last[c.Name] = place{id, leg}
		}
		for _, s := range c.Seats {
			if s.Left || !c.State.Kind().Voice() { // a chat is at nobody's phone
				continue
			}
			name := string(s.Agent)
			if name == "" {
				name = s.Target.Address()
			}
			p.last[name] = place{id, s.Party}
		}
	}
}

// refusal is the rule by which an error refuses; empty when no rule does.
func refusal(err error) rule.ID {
	var d *rule.Denied
	if errors.As(err, &d) {
		return d.Rule()
	}
	for _, id := range []rule.ID{"DN-1", "DN-2", "DN-3", "DN-7", "DN-8", "POP-10", "POP-11", "POP-12", "POP-13", "POP-14"} {
		if errors.Is(err, id) {
			return id
		}
	}
	return ""
}

// contact is the one that an agent means: the one named behind "for", else one
// where he may do it, else a call of his, else any of his, else the last.
func (p *player) contact(who, on string, may func(*Contact) bool) (*Contact, error) {
	if on != "" {
		return p.named(on)
	}
	var best *Contact
	rank := 0
	for _, id := range p.f.order {
		c := p.f.contacts[id]
		r := 1
		switch {
		case may != nil && may(c):
			r = 5
		case c.seat(agent.ID(who)) != nil && c.State.Kind().Voice():
			r = 4
		case c.seat(agent.ID(who)) != nil:
			r = 3
		case c.wrapUp(agent.ID(who)) != nil:
			r = 2
		}
		if r >= rank {
			best, rank = c, r
		}
	}
	if best == nil {
		return nil, errors.New("there is no contact yet")
	}
	return best, nil
}

func (p *player) named(name string) (*Contact, error) {
	for _, id := range p.f.order {
		if c := p.f.contacts[id]; c.Name == name {
			return c, nil
		}
	}
	return nil, fmt.Errorf("%s is not here", name)
}

// press is an agent pressing a button.
func (p *player) press(m match, a interaction.Action, to interaction.Target) error {
	c, err := p.contact(m.agent, m.on, func(c *Contact) bool {
		return p.f.May(agent.ID(m.agent), c.ID, a, interaction.Target{}) == nil
	})
	if err != nil {
		return err
	}
	return p.v.Do(agent.ID(m.agent), c.ID, interaction.Request{Action: a, To: to})
}

func press(a interaction.Action) func(*player, match) error {
	return func(p *player, m match) error { return p.press(m, a, interaction.Target{}) }
}

// phone is a fact about somebody's phone.
func (p *player) phone(k telephony.EventKind, why telephony.Cause) func(*player, match) error {
	return func(p *player, m match) error {
		at, ok := p.last[m.party]
		if !ok {
			return fmt.Errorf("%s has no phone in any contact", m.party)
		}
		if c := p.f.contacts[at.contact]; m.on != "" && c.Name != m.on {
			return fmt.Errorf("%s is not in %s's contact", m.party, m.on)
		}
		return p.v.Phone(telephony.Event{Call: at.contact, Kind: k, Leg: at.leg, Cause: why})
	}
}

func phone(k telephony.EventKind, why telephony.Cause) func(*player, match) error {
	return func(p *player, m match) error { return p.phone(k, why)(p, m) }
}
