package callflow

import (
	"errors"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// A slow switch does nothing until it is told: every order waits, so that
// anything can happen before it. It is how a walk through all states names
// what comes late, twice or never.

var errNothingWaits = errors.New("the switch has nothing to do")

// next takes the oldest order that waits.
func (p *player) next() (telephony.Command, error) {
	if len(p.pending) == 0 {
		return telephony.Command{}, errNothingWaits
	}
	c := p.pending[0]
	p.pending = p.pending[1:]
	return c, nil
}

// says delivers what the switch has to say, and remembers it.
func (p *player) says(events []telephony.Event) error {
	p.said = events
	var errs []error
	for _, ev := range events {
		errs = append(errs, p.f.Event(ev))
	}
	return errors.Join(errs...)
}

func (p *player) doNext() error {
	c, err := p.next()
	if err != nil {
		return err
	}
	p.wire(c)
	var events []telephony.Event
	telephony.Obey(c, func(ev telephony.Event) { events = append(events, ev) })
	return p.says(events)
}

var switchActs = []phrase{
	{pattern: "the switch is slow", means: "from now on each order waits until one of the next sentences", act: func(p *player, _ match) error { p.slow = true; return nil }},
	{pattern: "the switch does what waits", means: "the oldest order that waits", act: func(p *player, _ match) error { return p.doNext() }},
	{pattern: "the switch refuses what waits", means: "likewise", act: func(p *player, _ match) error {
		c, err := p.next()
		if err != nil {
			return err
		}
		return p.says([]telephony.Event{{Call: c.Call, Kind: telephony.Failed, Op: c.Op, Leg: c.Leg, Cause: telephony.Refused}})
	}},
	{pattern: "the switch forgets what waits", means: "it is neither done nor refused", act: func(p *player, _ match) error {
		_, err := p.next()
		return err
	}},
	{pattern: "the switch repeats itself", means: "what it said last, once more", act: func(p *player, _ match) error { return p.says(p.said) }},
	{pattern: "the switch catches up", means: "it does everything that waits, and is slow no more", act: func(p *player, _ match) error {
		p.slow = false
		for len(p.pending) > 0 {
			if err := p.doNext(); err != nil {
				return err
			}
		}
		return nil
	}},
}

// holdBack keeps an order of a slow switch; false when it is not slow.
func (p *player) holdBack(c telephony.Command) bool {
	if p.slow {
		p.pending = append(p.pending, c)
	}
	return p.slow
}
