package callflow

import (
	"errors"
	"maps"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// stand is the venue that every story has: a Floor with a switch that is
// perfect, but for what it is told to do wrong.
type stand struct {
	*Floor
	faults  []Misdeed
	twice   bool
	later   []late
	ringing map[place]bool                      // whose phones really ring
	slow    bool                                // orders wait until they are told to be done
	pending []telephony.Command                 // those that wait
	said    []telephony.Event                   // what the switch said last
	heard   map[telephony.CallID]telephony.Legs // whom the switch lets talk with the owner
}

type place struct {
	contact telephony.CallID
	leg     interaction.Party
}

type late struct {
	at time.Time
	ev telephony.Event
}

func newStand(cfg Config) (Venue, error) {
	v := &stand{ringing: map[place]bool{}, heard: map[telephony.CallID]telephony.Legs{}}
	cfg.Switch = v.obey
	f, err := New(cfg)
	v.Floor = f
	return v, err
}

// clone goes on by itself; keep is where it saves variables.
func (v *stand) clone(keep func(telephony.CallID, cad.Sheet) error) *stand {
	w := *v
	w.Floor = v.Floor.Clone()
	w.cfg.Switch, w.cfg.Keep, w.effects.watch = w.obey, keep, v.effects.watch
	w.ringing, w.heard = maps.Clone(v.ringing), maps.Clone(v.heard)
	w.faults, w.later = slices.Clone(v.faults), slices.Clone(v.later)
	w.pending, w.said = slices.Clone(v.pending), slices.Clone(v.said)
	return &w
}

// The methods of Venue that a Floor does not have.

func (v *stand) Scene() *Floor { return v.Floor }

func (v *stand) Configure(cfg Config) error {
	v.cfg.Policy, v.cfg.Popover = cfg.Policy, cfg.Popover
	return nil
}

func (v *stand) Phone(ev telephony.Event) error {
	if ev.Kind == telephony.Answered || ev.Kind == telephony.Gone {
		delete(v.ringing, place{ev.Call, ev.Leg})
	}
	return v.Event(ev)
}

func (v *stand) Misbehave(m Misdeed) { v.faults = append(v.faults, m) }
func (v *stand) Repeat()             { v.twice = true }
func (v *stand) Behave()             { v.faults, v.twice = nil, false }
func (v *stand) Slow()               { v.slow = true }
func (v *stand) Again() error        { return v.says(v.said) }

func (v *stand) Rings(id telephony.CallID, leg interaction.Party) bool {
	return v.ringing[place{id, leg}]
}

func (v *stand) Next(w Word) error {
	switch w {
	case DoIt:
		return v.doNext()
	case Backwards:
		return v.backwards()
	case Swapped:
		return v.swapped()
	case Overtaken:
		return v.overtaken()
	}
	c, err := v.next()
	if err != nil || w == ForgetIt {
		return err
	}
	return v.says([]telephony.Event{refused(c)})
}

func refused(c telephony.Command) telephony.Event {
	return telephony.Event{Call: c.Call, Kind: telephony.Failed, Op: c.Op, Leg: c.Leg, Cause: telephony.Refused}
}

func (v *stand) CatchUp() error {
	v.slow = false
	for len(v.pending) > 0 {
		if err := v.doNext(); err != nil {
			return err
		}
	}
	return nil
}

// Lag keeps what others save from an agent's desktop (CAD-9).
func (v *stand) Lag(who agent.ID, on bool) {
	v.effects.Reset()
	for _, id := range v.order {
		v.contacts[id].Lag(who, on, &v.effects)
	}
	v.take()
}

// obey is the switch: a perfect one, but for the faults that are named.
func (v *stand) obey(now time.Time, c telephony.Command, emit func(telephony.Event)) {
	if v.holdBack(c) {
		return
	}
	for i, f := range v.faults {
		if !slices.Contains(f.Verbs, c.Verb) {
			continue
		}
		if !f.Every {
			v.faults = slices.Delete(v.faults, i, i+1)
		}
		switch {
		case f.Refuse:
			no := telephony.Event{Call: c.Call, Kind: telephony.Failed, Op: c.Op, Leg: c.Leg, Cause: f.Cause}
			if f.Delay <= 0 {
				emit(no)
			} else {
				v.later = append(v.later, late{now.Add(f.Delay), no})
			}
		case f.Delay > 0:
			v.wire(c)
			telephony.Obey(c, func(ev telephony.Event) { v.later = append(v.later, late{now.Add(f.Delay), ev}) })
		}
		return
	}
	v.wire(c)
	telephony.Obey(c, func(ev telephony.Event) {
		emit(ev)
		if v.twice {
			emit(ev)
		}
	})
}

// Pass lets time pass, late answers arriving in between.
func (v *stand) Pass(d time.Duration) {
	until := v.Floor.Now().Add(d)
	for {
		slices.SortStableFunc(v.later, func(a, b late) int { return a.at.Compare(b.at) })
		if len(v.later) == 0 || v.later[0].at.After(until) {
			break
		}
		next := v.later[0]
		v.later = v.later[1:]
		v.Floor.Advance(next.at.Sub(v.Floor.Now()))
		_ = v.Floor.Event(next.ev)
	}
	v.Floor.Advance(until.Sub(v.Floor.Now()))
}

// wire is what a command does to the phones themselves, whatever the rules
// believe: a phone rings from when the switch is told to ring it until it is
// answered, hung up or cleared. With it a story can tell that nobody's phone
// goes on ringing for a call that he can no longer have.
func (v *stand) wire(c telephony.Command) {
	at := place{c.Call, c.Leg}
	switch {
	case c.Verb.Media():
		v.heard[c.Call] = c.Talk
	case c.Verb == telephony.Transfer:
		v.heard[c.Call] = telephony.LegsOf(v.Floor.contacts[c.Call].State.Customer())
	}
	switch c.Verb {
	case telephony.Dial, telephony.ConsultationCall, telephony.SingleStep:
		v.ringing[at] = c.Leg != 0
	case telephony.Clear, telephony.Answer:
		delete(v.ringing, at)
	case telephony.ClearCall:
		for other := range v.ringing {
			if other.contact == c.Call {
				delete(v.ringing, other)
			}
		}
	}
}

var errNothingWaits = errors.New("the switch has nothing to do")

// next takes the oldest order that waits.
func (v *stand) next() (telephony.Command, error) {
	if len(v.pending) == 0 {
		return telephony.Command{}, errNothingWaits
	}
	c := v.pending[0]
	v.pending = v.pending[1:]
	return c, nil
}

// says delivers what the switch has to say, and remembers it.
func (v *stand) says(events []telephony.Event) error {
	v.said = events
	var errs []error
	for _, ev := range events {
		errs = append(errs, v.Floor.Event(ev))
	}
	return errors.Join(errs...)
}

// does carries the oldest order out; what there is to say of it is not said
// yet.
func (v *stand) does() ([]telephony.Event, error) {
	c, err := v.next()
	if err != nil {
		return nil, err
	}
	v.wire(c)
	var events []telephony.Event
	telephony.Obey(c, func(ev telephony.Event) { events = append(events, ev) })
	return events, nil
}

func (v *stand) doNext() error {
	events, err := v.does()
	if err != nil {
		return err
	}
	return v.says(events)
}

// backwards says of one order its last word first.
func (v *stand) backwards() error {
	events, err := v.does()
	if err != nil {
		return err
	}
	slices.Reverse(events)
	return v.says(events)
}

// swapped says of two orders what there is to say of the second first.
func (v *stand) swapped() error {
	first, err := v.does()
	if err != nil {
		return err
	}
	second, err := v.does()
	if err != nil {
		return errors.Join(err, v.says(first))
	}
	return v.says(append(second, first...))
}

// overtaken refuses an order after it has done the next one.
func (v *stand) overtaken() error {
	first, err := v.next()
	if err != nil {
		return err
	}
	second, err := v.does()
	if err != nil {
		return errors.Join(err, v.says([]telephony.Event{refused(first)}))
	}
	return v.says(append(second, refused(first)))
}

// holdBack keeps an order of a slow switch; false when it is not slow.
func (v *stand) holdBack(c telephony.Command) bool {
	if v.slow {
		v.pending = append(v.pending, c)
	}
	return v.slow
}
