package explore

import (
	"fmt"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// move is one thing that may happen next.
type move struct {
	act   string
	fault int
	maybe bool // the rules may refuse it, for its target
}

// presses are the sentences of the actions that need no target.
var presses = map[interaction.Action]string{
	interaction.Accept: "accepts", interaction.Decline: "declines", interaction.Skip: "skips", interaction.Remove: "removes the contact",
	interaction.Cancel: "cancels", interaction.Hold: "holds", interaction.Resume: "resumes",
	interaction.EndConsult: "ends the consult", interaction.ExitConsult: "exits the consult", interaction.ExitConference: "exits the conference",
	interaction.StartConference: "starts a conference", interaction.AcceptTransfer: "accepts the transfer",
	interaction.DeclineTransfer: "declines the transfer", interaction.End: "ends the call",
	interaction.PauseRecording: "pauses the recording", interaction.ResumeRecording: "resumes the recording",
}

// moves is everything that may happen next: every button that is enabled, with
// every target; every phone; the next deadline; the switch's next answer.
func (x *walk) moves(n node) []move {
	var all []move
	g, f := n.stage, n.stage.Floor()
	for _, id := range f.Agents() {
		if own, _, _ := f.Agent(id).Own(); own == agent.RONA {
			all = append(all, move{act: string(id) + " goes Available"})
		}
	}
	full := g.Pending() >= x.Backlog
	if full {
		all = nil
	}
	for _, call := range f.Contacts() {
		c, _ := f.Contact(call)
		if full {
			for _, m := range phones(c) {
				if strings.HasSuffix(m.act, "hangs up") {
					all = append(all, m)
				}
			}
			continue
		}
		for _, id := range f.Agents() {
			all = append(all, x.buttons(f, c, id)...)
		}
		all = append(all, phones(c)...)
		if c.State.Kind() == interaction.Preview && c.State.Phase() == interaction.Waiting && c.State.Customer() == 0 {
			all = append(all, move{act: "the campaign offers " + c.Name + " to A1", maybe: true})
		}
	}
	if by, ok := f.Deadline(); ok && !full {
		all = append(all, move{act: fmt.Sprintf("%v pass", by.Sub(f.Now()))})
	}
	if n.faults < x.Faults && n.said {
		all = append(all, move{act: "the switch repeats itself", fault: 1})
	}
	if verb, ok := g.Waiting(); ok {
		all = append(all, move{act: "the switch does what waits"})
		if n.faults < x.Faults && refusable(verb) {
			all = append(all, move{act: "the switch refuses what waits", fault: 1})
		}
		if n.faults < x.Faults && forgettable(verb) {
			all = append(all, move{act: "the switch forgets what waits", fault: 1})
		}
	}
	return all
}

func (x *walk) buttons(f *callflow.Floor, c callflow.Contact, id agent.ID) []move {
	var all []move
	if c.MayWrapUp(id, wrapup.Submit) == nil {
		all = append(all, move{act: string(id) + " submits"})
	}
	for _, p := range c.State.Permissions(c.Party(id), nil) {
		if p.Err != nil {
			continue
		}
		switch p.Action {
		case interaction.HoldConsult, interaction.ResumeConsult:
			verb := map[interaction.Action]string{interaction.HoldConsult: "holds", interaction.ResumeConsult: "resumes"}[p.Action]
			all = append(all, move{act: fmt.Sprintf("%s %s %s", id, verb, name(c, c.State.Consulted()))})
		case interaction.Consult:
			for _, to := range x.Targets {
				all = append(all, move{act: fmt.Sprintf("%s consults %s", id, to), maybe: true})
			}
		case interaction.Transfer:
			if c.State.Consulted() != 0 {
				all = append(all, move{act: string(id) + " transfers"})
				continue
			}
			for _, to := range x.Targets {
				all = append(all, move{act: fmt.Sprintf("%s transfers to %s", id, to), maybe: true})
			}
		default:
			if verb, ok := presses[p.Action]; ok {
				all = append(all, move{act: string(id) + " " + verb, maybe: p.Action == interaction.Accept})
			}
		}
	}
	return all
}

// phones is what people may do with theirs: answer what rings, hang up what is
// there.
func phones(c callflow.Contact) []move {
	var all []move
	leg := func(p interaction.Party, name string) {
		switch c.State.Leg(p) {
		case telephony.LegAlerting:
			if c.State.Kind().Voice() {
				all = append(all, move{act: name + " answers"}, move{act: name + " hangs up"})
			}
		case telephony.LegDialled:
			all = append(all, move{act: name + "'s phone fails"})
		case telephony.LegUp:
			if !c.State.Kind().Voice() && name != c.Name { // an agent leaves a chat by End
				return
			}
			all = append(all, move{act: name + " hangs up"})
		}
	}
	leg(c.State.Customer(), c.Name)
	for _, p := range []interaction.Party{c.State.Owner(), c.State.Consulted(), c.State.Offered()} {
		if p != 0 {
			leg(p, name(c, p))
		}
	}
	return all
}

// name is what a story calls a party.
func name(c callflow.Contact, p interaction.Party) string {
	for _, s := range c.Seats {
		if s.Party == p && s.Agent != "" {
			return string(s.Agent)
		}
		if s.Party == p {
			return s.Target.Address()
		}
	}
	return c.Name
}
