package explore

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// move is one thing that may happen next; where news comes in the wrong order
// it is two acts, a line each.
type move struct {
	act   string
	fault int
	swap  bool // two facts come in the wrong order
	quiet bool // nobody does it: the switch, or the clock
	maybe bool // the rules may refuse it, for its target

	contact telephony.CallID // for a button: what is asked
	by      agent.ID
	action  interaction.Action
	to      interaction.Target
}

func (m move) hungUp() bool { return strings.HasSuffix(m.act, "hangs up") }

// may is what the floor says of a button before it is pressed.
func (m move) may(f *callflow.Floor) error {
	if m.action == interaction.NoAction {
		return nil
	}
	return f.May(m.by, m.contact, m.action, m.to)
}

// refused: a press is refused exactly when it was denied, by the same rule.
// Buttons are pressed where the interaction allows them, so that only a rule
// about the target can be in the way.
func (m move) refused(may, refused error) string {
	if m.maybe && m.action == interaction.NoAction {
		return ""
	}
	var a, b *rule.Denied
	switch {
	case may == nil:
		return "May allows it, and it is refused: " + refused.Error()
	case refused == nil:
		return "May denies it, and it is done: " + may.Error()
	case !errors.As(may, &a) || !errors.As(refused, &b) || a.Rule() != b.Rule():
		return fmt.Sprintf("May denies it with %v, it is refused with %v", may, refused)
	case !slices.Contains(ofTargets, a.Rule()):
		return "it is enabled, and refused for no rule about its target: " + a.Error()
	}
	return ""
}

// ofTargets are the rules that only a press with a target is judged by.
var ofTargets = []rule.ID{"CON-2", "CON-3", "TRF-2", "TRF-3", "TRF-4", "ANS-3", "AGT-4", "CBK-7"}

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
	orders := g.Orders()
	full := len(orders) >= x.Backlog
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
		if x.Keys {
			all = append(all, keys(c)...)
		}
		if c.State.Kind() == interaction.Preview && c.State.Phase() == interaction.Waiting && c.State.Customer() == 0 {
			all = append(all, move{act: "the campaign offers " + c.Name + " to A1", maybe: true})
		}
	}
	if by, ok := f.Deadline(); ok && !full {
		all = append(all, move{act: fmt.Sprintf("%v pass", by.Sub(f.Now())), quiet: len(orders) == 0})
	}
	if n.faults < x.Faults && n.said {
		all = append(all, move{act: "the switch repeats itself", fault: 1})
	}
	if len(orders) > 0 {
		all = append(all, move{act: "the switch does what waits", quiet: true})
	}
	if len(orders) > 0 && n.faults < x.Faults {
		all = append(all, x.faulty(orders)...)
	}
	if x.Swaps && n.faults < x.Faults {
		all = append(all, swaps(f)...)
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
		press := move{contact: c.ID, by: id, action: p.Action}
		switch p.Action {
		case interaction.HoldConsult, interaction.ResumeConsult:
			verb := map[interaction.Action]string{interaction.HoldConsult: "holds", interaction.ResumeConsult: "resumes"}[p.Action]
			press.act = fmt.Sprintf("%s %s %s", id, verb, name(c, c.State.Consulted()))
			all = append(all, press)
		case interaction.Consult:
			for _, to := range x.Targets {
				press.act, press.to = fmt.Sprintf("%s consults %s", id, to), target(to)
				all = append(all, press)
			}
		case interaction.Transfer:
			if c.State.Consulted() != 0 {
				press.act = string(id) + " transfers"
				all = append(all, press)
				continue
			}
			for _, to := range x.Targets {
				press.act, press.to = fmt.Sprintf("%s transfers to %s", id, to), target(to)
				all = append(all, press)
			}
		default:
			if verb, ok := presses[p.Action]; ok {
				press.act = string(id) + " " + verb
				all = append(all, press)
			}
		}
	}
	return all
}

// target is what a story's words for a target mean.
func target(words string) interaction.Target {
	kind, rest, _ := strings.Cut(words, " ")
	switch kind {
	case "queue":
		return interaction.ToQueue(rest)
	case "entry":
		return interaction.ToEntryPoint(strings.TrimPrefix(rest, "point "))
	case "number":
		n, _ := dialnumber.New(rest)
		return interaction.ToNumber(n)
	}
	return interaction.ToAgent(agent.ID(words))
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

// keys are their own hold keys (HLD-2).
func keys(c callflow.Contact) []move {
	var all []move
	for _, p := range []interaction.Party{c.State.Customer(), c.State.Owner(), c.State.Consulted(), c.State.Offered()} {
		switch {
		case c.State.Leg(p) != telephony.LegUp:
		case c.State.HeldOnDevice(p):
			all = append(all, move{act: name(c, p) + " takes it back on the phone"})
		default:
			all = append(all, move{act: name(c, p) + " holds on the phone"})
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
