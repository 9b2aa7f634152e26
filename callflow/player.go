package callflow

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// player plays a story on a floor: it knows where each agent's last leg was,
// what was refused and told since the last act, and how the switch misbehaves.
type player struct {
	f       *Floor
	line    *line
	last    map[string]place // each person's last leg, for what comes late
	refused error            // why the last act was refused
	done    bool             // an expectation has asked for the refusal
	notices []Notice
	ignored []rule.ID
	faults  []fault
	twice   bool
	later   []late
	submits map[string]string                   // the reason each agent submitted last
	ringing map[place]bool                      // whose phones really ring
	slow    bool                                // orders wait until they are told to be done
	pending []telephony.Command                 // those that wait
	said    []telephony.Event                   // what the switch said last
	heard   map[telephony.CallID]telephony.Legs // whom the switch lets talk with the owner
	desk    desk
	shelf   shelf
}

type place struct {
	contact telephony.CallID
	leg     interaction.Party
}

// fault is one way in which the switch misbehaves.
type fault struct {
	verbs  []telephony.Verb
	every  bool
	refuse bool
	cause  telephony.Cause
	delay  time.Duration // negative: never
}

type late struct {
	at time.Time
	ev telephony.Event
}

func newPlayer(s *Story) (*player, error) {
	cfg, err := s.config()
	if err != nil {
		return nil, err
	}
	p := &player{last: map[string]place{}, submits: map[string]string{}, ringing: map[place]bool{}, heard: map[telephony.CallID]telephony.Legs{}}
	p.desk.starts = s.cfg.variables.starts
	cfg.Switch, cfg.Keep = p.obey, p.store
	if p.f, err = New(cfg); err != nil {
		return nil, err
	}
	if cfg.Lists != nil {
		p.shelf.lists = *cfg.Lists
	}
	for _, a := range s.who.agents {
		if err := p.f.SignIn(agent.ID(a)); err != nil {
			return nil, err
		}
		if code, ok := s.idle[agent.ID(a)]; ok {
			if err := p.f.Person(agent.ID(a), agent.Request{Action: agent.GoIdle, Code: agent.IdleCode(code)}); err != nil {
				return nil, err
			}
		}
	}
	return p, nil
}

// obey is the switch: a perfect one, but for the faults that are named.
func (p *player) obey(now time.Time, c telephony.Command, emit func(telephony.Event)) {
	if p.holdBack(c) {
		return
	}
	for i, f := range p.faults {
		if !slices.Contains(f.verbs, c.Verb) {
			continue
		}
		if !f.every {
			p.faults = slices.Delete(p.faults, i, i+1)
		}
		switch {
		case f.refuse:
			no := telephony.Event{Call: c.Call, Kind: telephony.Failed, Op: c.Op, Leg: c.Leg, Cause: f.cause}
			if f.delay <= 0 {
				emit(no)
			} else {
				p.later = append(p.later, late{now.Add(f.delay), no})
			}
		case f.delay > 0:
			p.wire(c)
			telephony.Obey(c, func(ev telephony.Event) { p.later = append(p.later, late{now.Add(f.delay), ev}) })
		}
		return
	}
	p.wire(c)
	telephony.Obey(c, func(ev telephony.Event) {
		emit(ev)
		if p.twice {
			emit(ev)
		}
	})
}

// pass lets time pass, late answers arriving in between.
func (p *player) pass(d time.Duration) {
	until := p.f.Now().Add(d)
	for {
		slices.SortStableFunc(p.later, func(a, b late) int { return a.at.Compare(b.at) })
		if len(p.later) == 0 || p.later[0].at.After(until) {
			break
		}
		next := p.later[0]
		p.later = p.later[1:]
		p.f.Advance(next.at.Sub(p.f.Now()))
		_ = p.f.Event(next.ev)
	}
	p.f.Advance(until.Sub(p.f.Now()))
}

// act carries out one act. A refusal by the rules is not an error: an
// expectation has to ask for it.
func (p *player) act(l *line) error {
	p.line, p.refused, p.done, p.desk.failed = l, nil, false, false
	p.remember()
	err := l.phrase.act(p, l.m)
	p.notices, p.ignored = p.f.TakeNotices(), p.f.TakeIgnored()
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
	return p.f.Do(agent.ID(m.agent), c.ID, interaction.Request{Action: a, To: to})
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
		if k == telephony.Answered || k == telephony.Gone {
			delete(p.ringing, at)
		}
		return p.f.Event(telephony.Event{Call: at.contact, Kind: k, Leg: at.leg, Cause: why})
	}
}

func phone(k telephony.EventKind, why telephony.Cause) func(*player, match) error {
	return func(p *player, m match) error { return p.phone(k, why)(p, m) }
}
