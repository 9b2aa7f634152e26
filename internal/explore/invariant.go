package explore

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/oracle"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// standing says what is wrong with a state, whatever led to it.
func standing(g *callflow.Stage) string {
	f := g.Floor()
	for _, id := range f.Contacts() {
		c, _ := f.Contact(id)
		for _, check := range []func(*callflow.Stage, callflow.Contact) string{holds, buttons, second, truth, snapshot} {
			if why := check(g, c); why != "" {
				return why
			}
		}
	}
	return loads(f)
}

// holds: both are never on hold, and in an accepted consult exactly one is
// (HLD-6); in a conference nobody is (CNF-2).
func holds(_ *callflow.Stage, c callflow.Contact) string {
	s := c.State
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

// buttons: what is never allowed, and that a request is refused exactly when
// May denies it, with the same word, and then changes nothing.
func buttons(g *callflow.Stage, c callflow.Contact) string {
	s, f := c.State, g.Floor()
	may := func(p interaction.Party, a interaction.Action) bool { return p != 0 && s.May(p, a) == nil }
	owner, consulted := s.Owner(), s.Consulted()
	phase := s.Phase()
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
	for _, id := range f.Agents() {
		p := c.Party(id)
		for _, a := range interaction.Actions() {
			err := s.May(p, a)
			if phase == interaction.Ended && a != interaction.EditVariables && !errors.Is(err, rule.ID("OP-3")) {
				return fmt.Sprintf("OP-3: %v after the end: %v", a, err)
			}
			if err == nil {
				continue
			}
			var out interaction.Output
			next, refused := s.Request(f.Now(), interaction.Request{By: p, Action: a}, &out)
			if refused != err || next != s || len(out.Commands)+len(out.Agents)+len(out.Notices) > 0 {
				return fmt.Sprintf("May denies %v with %v, Request answers %v", a, err, refused)
			}
		}
		if s.Role(p) == interaction.Consulted && c.MayWrapUp(id, wrapup.Submit) == nil {
			return "PAR-13: Agent 2 may wrap up"
		}
	}
	return ""
}

// second: what is allowed is what the rules allow when they are stated a second
// time, by somebody who has not seen the tables.
func second(_ *callflow.Stage, c callflow.Contact) string {
	if err := oracle.CompareMay(c.State); err != nil {
		return err.Error()
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
	if g.Pending() > 0 || s.InFlight() != interaction.NoAction || !s.Kind().Voice() {
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

// snapshot: a restored state is the state, and whatever a step leads to can be
// restored.
func snapshot(_ *callflow.Stage, c callflow.Contact) string {
	data, err := c.State.Snapshot()
	if err != nil {
		return "it cannot be written down: " + err.Error()
	}
	back, err := interaction.Restore(data)
	if err != nil {
		return "it cannot be restored: " + err.Error()
	}
	if back != c.State {
		return "it is restored as something else"
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
