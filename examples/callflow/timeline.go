package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
)

// newTimeline prints stories for people.
func newTimeline(out io.Writer) func(*callflow.Story) error {
	n := 0
	return func(s *callflow.Story) error {
		if n++; n > 1 {
			fmt.Fprintln(out)
		}
		fmt.Fprintf(out, "%s\n%s\n", s.Title, strings.Repeat("═", utf8.RuneCountInString(s.Title)))
		last := map[agent.ID]string{}
		return s.Play(func(step callflow.Step) { printStep(out, step, last) })
	}
}

func printStep(out io.Writer, step callflow.Step, last map[agent.ID]string) {
	f := step.Floor
	fmt.Fprintf(out, "\n%s  %s\n", f.Now().Format("15:04:05"), step.Act)
	if step.Refused != nil {
		fmt.Fprintf(out, "          ✋ %v\n", step.Refused)
	}
	var who []string
	for _, set := range f.Talks(callflow.Masked) {
		who = append(who, "🗣 "+strings.Join(set, " ⇄ "))
	}
	if held := f.OnHold(callflow.Masked); len(held) > 0 {
		who = append(who, "⏸ on hold: "+strings.Join(held, ", "))
	}
	if len(who) > 0 {
		fmt.Fprintf(out, "          %s\n", strings.Join(who, "   "))
	}
	for _, n := range step.Notices {
		fmt.Fprintf(out, "          ✉ %s: %s\n", n.To, notice(n))
	}
	for _, id := range f.Agents() {
		text := desk(f.View(id))
		if text != last[id] { // only the desks that look different now
			fmt.Fprint(out, text)
		}
		last[id] = text
	}
	for _, a := range step.Asked {
		mark := "✓"
		if a.Err != nil {
			mark = "✗"
		}
		var rules []string
		for _, id := range a.Rules {
			rules = append(rules, string(id))
		}
		fmt.Fprintf(out, "          %s %-54s %s\n", mark, a.Text, strings.Join(rules, " "))
	}
}

func notice(n callflow.Notice) string {
	s := n.Kind
	if n.Action != interaction.NoAction {
		s += " (" + n.Action.String() + ")"
	}
	if n.Cause != 0 {
		s += ": " + n.Cause.String()
	}
	return s
}

// desk is one agent's desktop in a few lines: his state, his panes, what he
// may press, and for what is greyed the rule.
func desk(v callflow.View) string {
	var b strings.Builder
	fmt.Fprintf(&b, "      %-4s %s\n", v.Agent, v.Summary)
	for _, c := range v.Contacts {
		var panes []string
		for i, p := range c.Panes {
			s := "[" + p.Name + ": " + p.Status.String()
			if i == 0 && p.Recording != 0 {
				s += ", recording " + p.Recording.String()
			}
			if p.InFlight != interaction.NoAction {
				s += ", " + strings.ToLower(p.InFlight.String()) + " in flight"
			}
			panes = append(panes, s+"]")
		}
		if c.WrapUp != nil {
			panes = append(panes, "["+c.Name+": wrap-up "+c.WrapUp.Phase.String()+"]")
		}
		fmt.Fprintf(&b, "           %s\n", strings.Join(panes, " "))
		may, not := buttons(c.Actions)
		if len(may) > 0 {
			fmt.Fprintf(&b, "           may  %s\n", strings.Join(may, ", "))
		}
		if len(not) > 0 {
			fmt.Fprintf(&b, "           not  %s\n", strings.Join(not, ", "))
		}
	}
	return b.String()
}

// main buttons are shown greyed too, with the reason; the others only while
// they can be pressed.
var mainButtons = []interaction.Action{interaction.Hold, interaction.Resume, interaction.Consult, interaction.EndConsult,
	interaction.StartConference, interaction.Transfer, interaction.End, interaction.PauseRecording}

func buttons(all []interaction.Permission) (may, not []string) {
	for _, p := range all {
		switch {
		case p.Err == nil && p.Action != interaction.EditVariables && p.Action != interaction.Mute && p.Action != interaction.Unmute && p.Action != interaction.SendDigits:
			may = append(may, p.Action.String())
		case p.Err != nil && slices.Contains(mainButtons, p.Action):
			not = append(not, p.Action.String()+" ("+rules(p.Err)+")")
		}
	}
	return may, not
}
