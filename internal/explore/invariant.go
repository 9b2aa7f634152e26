package explore

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// standing says what is wrong with a state, whatever led to it.
func (x *walk) standing(n node) string {
	f := n.stage.Floor()
	for _, id := range f.Contacts() {
		c, _ := f.Contact(id)
		if why := x.form(n, c.State, f.Now()); why != "" {
			return why
		}
		if why := wrapUps(c); why != "" {
			return why
		}
		if why := truth(n.stage, c); why != "" && !n.swapped {
			return why
		}
	}
	return loads(f)
}

// form looks once at each form of a state of the interaction. What is allowed
// is what the rules allow when they are stated a second time, by somebody who
// has not seen the tables; it is restored as what it was; and with another
// number in it, if it is taken at all, it stays within what is taken.
func (x *walk) form(n node, s interaction.State, now time.Time) string {
	x.buf = n.witness.AppendAbstract(s.AppendAbstract(append(x.buf[:0], 's')), s)
	if !x.first() {
		return ""
	}
	for _, check := range []func(interaction.State, time.Time) string{holds, forbidden, buttons} {
		if why := check(s, now); why != "" {
			return why
		}
	}
	if err := n.witness.May(s); err != nil {
		return err.Error()
	}
	if _, why := written(s); why != "" {
		return why
	}
	return x.bent(s, now)
}

// holds: both are never on hold, and in an accepted consult exactly one is
// (HLD-6); in a conference nobody is (CNF-2).
func holds(s interaction.State, _ time.Time) string {
	customer, consulted := s.OnHold(s.Customer()), s.OnHold(s.Consulted())
	switch {
	case customer && consulted:
		return "HLD-6: both are on hold"
	case s.Phase() == interaction.Consulting && !customer && !consulted:
		return "HLD-6: nobody is on hold in a consult"
	case s.Phase() == interaction.Conference && (customer || consulted):
		return "CNF-2: somebody is on hold in a conference"
	}
	return ""
}

// forbidden: what is never allowed.
func forbidden(s interaction.State, _ time.Time) string {
	may := func(p interaction.Party, a interaction.Action) bool { return p != 0 && s.May(p, a) == nil }
	owner, consulted, phase := s.Owner(), s.Consulted(), s.Phase()
	switch {
	case may(owner, interaction.End) && (s.OnHold(s.Customer()) || phase == interaction.Requested || phase == interaction.Consulting):
		return "HLD-3, PAR-18: End is allowed on hold or in a consult"
	case phase == interaction.Requested && (may(owner, interaction.Transfer) || may(owner, interaction.StartConference)):
		return "CON-11: Transfer or Conference before acceptance"
	case may(consulted, interaction.Resume) || may(consulted, interaction.EndConsult) || may(consulted, interaction.End):
		return "PAR-12: Agent 2 may resume or end"
	case phase != interaction.Talking && (may(owner, interaction.PauseRecording) || may(owner, interaction.ResumeRecording)):
		return "REC-5: recording can be paused outside a plain call"
	}
	return ""
}

// buttons: a request is refused exactly when May denies it, with the same word,
// and then changes nothing. Who is nobody's party asks as well.
func buttons(s interaction.State, now time.Time) string {
	const stranger = interaction.Party(1<<16 - 1)
	for _, p := range []interaction.Party{s.Customer(), s.Owner(), s.Consulted(), s.Offered(), stranger} {
		if p == 0 {
			continue
		}
		for _, a := range interaction.Actions() {
			err := s.May(p, a)
			if s.Phase() == interaction.Ended && !errors.Is(err, rule.ID("OP-3")) {
				return fmt.Sprintf("OP-3: %v after the end: %v", a, err)
			}
			if err == nil {
				if why := allowed(s, now, interaction.Request{By: p, Action: a}); why != "" {
					return why
				}
				continue
			}
			var out interaction.Output
			next, refused := s.Request(now, interaction.Request{By: p, Action: a}, &out)
			if refused != err || next != s || len(out.Commands)+len(out.Agents)+len(out.Notices) > 0 {
				return fmt.Sprintf("May denies %v with %v, Request answers %v", a, err, refused)
			}
		}
	}
	return ""
}

// allowed: what is allowed is not refused for any rule, with a target or
// digits that fit (May is Request).
func allowed(s interaction.State, now time.Time, r interaction.Request) string {
	if r.Action == interaction.SendDigits {
		r.Digits = "5"
	}
	var out interaction.Output
	done := false
	for _, r.To = range targets {
		_, err := s.Request(now, r, &out)
		if err != nil && !errors.Is(err, interaction.ErrInvalid) {
			return fmt.Sprintf("May allows %v, Request answers %v", r.Action, err)
		}
		done = done || err == nil
	}
	if !done {
		return fmt.Sprintf("May allows %v, and no target will do", r.Action)
	}
	return ""
}

// wrapUps: who is in Wrap Up can submit at once; Agent 2 owes none (END-4,
// PAR-13).
func wrapUps(c callflow.Contact) string {
	for _, s := range c.Seats {
		may := c.MayWrapUp(s.Agent, wrapup.Submit) == nil
		switch {
		case s.Left && s.WrapUp.Phase() == wrapup.Due && !may:
			return fmt.Sprintf("END-4: %s is in Wrap Up, and cannot submit", s.Agent)
		case !s.Left && c.State.Role(s.Party) == interaction.Consulted && may && s.WrapUp.Phase() == wrapup.None:
			return "PAR-13: Agent 2 may wrap up"
		}
	}
	return ""
}

// truth: when the switch has done what it was told and nothing is in flight,
// those talk whom the desk says.
func truth(g *callflow.Stage, c callflow.Contact) string {
	s := c.State
	switch s.Phase() {
	case interaction.Talking, interaction.Requested, interaction.Consulting, interaction.Conference:
	default:
		return ""
	}
	if len(g.Orders()) > 0 || s.InFlight() != interaction.NoAction || !s.Kind().Voice() {
		return ""
	}
	var really telephony.Legs
	heard := g.Heard(c.ID)
	for _, l := range heard[:heard.Len()] {
		if s.Role(l) == interaction.Customer || s.Role(l) == interaction.Consulted {
			really = really.With(l)
		}
	}
	if really != s.Hears() {
		return fmt.Sprintf("the desk lies: %v talk with the owner, it says %v", really, s.Hears())
	}
	return ""
}

// loads: what agents are said to have is what contacts say they have. So
// nobody is Reserved, Engaged or in Wrap Up for nothing (OP-9, END-7).
func loads(f *callflow.Floor) string {
	want := map[agent.ID]agent.Load{}
	ch := agent.Voice
	for _, id := range f.Contacts() {
		c, _ := f.Contact(id)
		ch = c.Channel()
		for _, s := range c.Seats {
			l := want[s.Agent]
			switch {
			case s.Left && s.WrapUp.Phase() == wrapup.Due:
				l.WrapUp++
			case s.Left:
			case s.Engaged:
				l.Engaged++
			default:
				l.Reserved++
			}
			want[s.Agent] = l
		}
	}
	for _, id := range f.Agents() {
		if have := f.Agent(id).Load(ch); have != want[id] {
			return fmt.Sprintf("OP-9: %s has %+v, his contacts say %+v", id, have, want[id])
		}
	}
	return ""
}

// moved says what is wrong with a step: what has ended stays so, and what a
// fact says is so afterwards.
func moved(before, after *callflow.Stage, act string) string {
	if act == "the switch repeats itself" {
		if !bytes.Equal(before.AppendAbstract(nil), after.AppendAbstract(nil)) {
			return "OP-5: a repeated fact has changed something"
		}
	}
	for _, id := range before.Floor().Contacts() {
		was, _ := before.Floor().Contact(id)
		is, _ := after.Floor().Contact(id)
		if was.State.Phase() == interaction.Ended && is.State != was.State {
			return "something has changed after the end"
		}
	}
	return ""
}
