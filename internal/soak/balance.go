package soak

import (
	"fmt"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

func sprint(format string, args ...any) string { return fmt.Sprintf(format, args...) }

// limit is how many violations are kept.
const limit = 200

// finds keeps a violation, each once, with the story of its contact as it is
// now. The caller holds the lock.
func (l *ledger) finds(v Violation) {
	key := sprint("%s/%s/%s", v.Equation, v.Who, v.Call)
	if l.seen[key] || len(l.found) >= limit {
		return
	}
	l.seen[key] = true
	if c := l.followed(v.Call); c != nil {
		v.Story = l.story(c, v)
	}
	l.found = append(l.found, v)
}

// followed is a contact that is followed, or was a little while ago.
func (l *ledger) followed(id telephony.CallID) *contact {
	if c := l.contacts[id]; c != nil {
		return c
	}
	return l.retired[id]
}

// grace is how long the desks and the switch may say different things: longer
// than any fault, cut, restart and deadline of settings together.
const grace = time.Minute

// rest is how long a contact is over and on no desk before it is added up: the
// word that it is over may have been cut off, and the centre may take a few
// seconds to ask anew.
const rest = 15 * time.Second

// sweep strikes the balance in part: it looks for what has been wrong for too
// long, and lets go of what is over and adds up.
func (l *ledger) sweep(live []telephony.Live) {
	l.switchHas(live)
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	for id, c := range l.contacts {
		switch {
		case c.over.IsZero():
			c.quiet = time.Time{}
		case c.shown():
			c.quiet = time.Time{}
			l.lingers(now, c)
		case c.quiet.IsZero():
			c.quiet = now
		case now.Sub(c.quiet) > rest:
			l.retires(c)
			delete(l.contacts, id)
			l.retired[id] = c
		}
	}
	for id, c := range l.retired {
		if c != nil && now.Sub(c.quiet) > 2*grace {
			l.retired[id] = nil
		}
	}
	for _, one := range live {
		l.unseen(now, one)
	}
	l.lostCommands(now)
	for _, a := range l.seats {
		l.overdue(now, a)
	}
}

// lingers: the switch has a contact no more, and a desk still shows it.
func (l *ledger) lingers(now time.Time, c *contact) {
	if now.Sub(c.over) < grace {
		return
	}
	for id, p := range c.parts {
		if p.panes {
			l.finds(Violation{Equation: Ends, Call: c.id, Who: string(id), Why: sprint("the switch has had it no more for %v, and his desk shows it", now.Sub(c.over).Round(time.Second))})
		}
	}
}

// unseen: an agent's phone is connected, and his desk shows nothing of it.
func (l *ledger) unseen(now time.Time, live telephony.Live) {
	c := l.contacts[live.Call]
	if c == nil {
		return
	}
	for _, leg := range live.Legs {
		if leg.Endpoint.Kind != telephony.Agent || leg.State != telephony.LegUp {
			continue
		}
		p := c.part(agent.ID(leg.Endpoint.Address), now)
		if p.panes {
			continue
		}
		if now.Sub(p.since) > grace && now.Sub(c.began) > grace {
			l.finds(Violation{Equation: Ends, Call: c.id, Who: leg.Endpoint.Address, Why: "his phone is in it, and his desk does not show it"})
		}
	}
}

// overdue: a desk shows something whose time is long over.
func (l *ledger) overdue(now time.Time, a *seat) {
	past := func(end time.Time) bool { return !end.IsZero() && now.Sub(end) > grace }
	for i := range a.screen.Contacts {
		x := &a.screen.Contacts[i]
		what := ""
		switch {
		case past(x.OfferEnds):
			what = "the offer"
		case past(x.PauseEnds):
			what = "the pause of the recording"
		case x.WrapUp != nil && past(x.WrapUp.Ends):
			what = "the count-down of the wrap-up"
		case x.InFlight != interaction.NoAction && now.Sub(a.shownAt) > grace:
			what = x.InFlight.String() + " in flight"
		}
		if what != "" {
			l.finds(Violation{Equation: InTime, Who: string(a.id), Call: x.ID, Why: what + " is still shown"})
		}
	}
	if a.screen.Status == agent.Reserved && len(a.screen.Contacts) == 0 && now.Sub(a.since) > 2*grace {
		l.finds(Violation{Equation: InTime, Who: string(a.id), Why: "he is reserved, and for nothing"})
	}
}

// retires adds up a contact that is over and on no desk.
func (l *ledger) retires(c *contact) {
	l.total.Ended++
	if c.lost {
		l.total.Lost++
	}
	for id, p := range c.parts {
		l.total.Owed += p.due
		l.total.Submitted += p.done
		open := 0
		if p.dialog {
			open = 1
		}
		l.total.Open += open
		switch {
		case p.due != p.done+open:
			l.finds(Violation{Equation: WrapUps, Call: c.id, Who: string(id), Why: sprint("he was told of %d that were due and of %d that were completed, and %d are open", p.due, p.done, open)})
		case p.submits > p.done:
			l.finds(Violation{Equation: Durable, Call: c.id, Who: string(id), Why: sprint("%d of his submits were answered with done, and %d wrap-ups were completed", p.submits, p.done)})
		case p.ended > p.due:
			l.finds(Violation{Equation: Durable, Call: c.id, Who: string(id), Why: sprint("he has left as its owner %d times, answered with done, and %d wrap-ups were due", p.ended, p.due)})
		}
	}
	for _, o := range c.ops {
		l.total.Given++
		switch {
		case o.answered:
			l.total.Taken++
			l.total.Answered++
		case o.taken && alone(o.verb):
			l.total.Taken++
			l.total.Alone++
		case o.taken:
			l.total.Taken++
			l.total.Settled++
		case o.refused:
			l.total.Refused++
		default:
			l.total.Unsettled++
		}
	}
}

// lostCommands finds what was asked of the switch, of which nobody knows the
// outcome, and that does not come again (duty 4) while its call goes on.
func (l *ledger) lostCommands(now time.Time) {
	for _, c := range l.contacts {
		for n, o := range c.ops {
			if c.over.IsZero() && !o.taken && !o.refused && !o.answered && !alone(o.verb) && now.Sub(o.last) > grace {
				l.finds(Violation{Equation: Commands, Call: c.id, Why: sprint("nobody knows what came of %v (op %d), and it is not given again", o.verb, n)})
			}
		}
	}
}

// strike strikes the balance at the end of the drain: everything is over.
func (l *ledger) strike(live []telephony.Live) {
	l.switchHas(live)
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, c := range l.contacts {
		if c.over.IsZero() {
			l.total.Live++
			l.finds(Violation{Equation: Ends, Call: c.id, Why: "it does not end: " + where(live, c.id)})
			continue
		}
		for id, p := range c.parts {
			if p.dialog {
				l.finds(Violation{Equation: WrapUps, Call: c.id, Who: string(id), Why: "his wrap-up does not end"})
			}
			if p.panes {
				l.finds(Violation{Equation: Ends, Call: c.id, Who: string(id), Why: "the switch has it no more, and his desk shows it"})
			}
		}
		l.retires(c)
	}
	for _, a := range l.seats {
		if a.screen.Status != agent.Available {
			l.finds(Violation{Equation: InTime, Who: string(a.id), Why: sprint("all is over, he asks to be Available, and is %v", a.screen.Status)})
		}
	}
	if t := &l.total; t.Offered != t.Ended+t.Live {
		l.finds(Violation{Equation: Ends, Why: sprint("%d, but %d + %d", t.Offered, t.Ended, t.Live)})
	}
	slices.SortFunc(l.found, func(a, b Violation) int {
		return slices.Index(Equations, a.Equation) - slices.Index(Equations, b.Equation)
	})
}

// where is what the switch has of a contact, in words.
func where(live []telephony.Live, id telephony.CallID) string {
	for _, one := range live {
		if one.Call == id {
			return sprint("%v", one.Legs)
		}
	}
	return "the switch does not have it"
}
