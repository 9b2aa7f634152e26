package oracle

import (
	"fmt"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
)

var stageWords = []string{"nothing", "waiting", "offering", "dialling", "plain", "requested", "consulting", "conference", "over"}

// String is the stage's word.
func (s Stage) String() string {
	if int(s) < len(stageWords) {
		return stageWords[s]
	}
	return fmt.Sprintf("Stage(%d)", uint8(s))
}

// String is what somebody would say who looks at the desks.
func (v Scene) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "{%v %v", v.Kind, v.Stage)
	if v.Ending != interaction.NotEnded {
		fmt.Fprintf(&b, " %v", v.Ending)
	}
	for _, one := range []struct {
		word string
		who  Person
	}{{"customer", v.Customer}, {"agent 1", v.Agent1}, {"agent 2", v.Agent2}, {"offered", v.Offered}} {
		if one.who.here() {
			fmt.Fprintf(&b, ", %s %v", one.word, one.who)
		}
	}
	if v.AboutAgent2 != interaction.NoStatus {
		fmt.Fprintf(&b, ", second pane %q", v.AboutAgent2.String())
	}
	if v.InFlight != interaction.NoAction {
		fmt.Fprintf(&b, ", %v in flight", v.InFlight)
	}
	if v.Asked {
		b.WriteString(", asked")
	}
	fmt.Fprintf(&b, ", recording %v", v.Recording)
	if v.Recorder {
		b.WriteString(" changing")
	}
	return b.String() + "}"
}

// String is the person in a few words.
func (p Person) String() string {
	s := fmt.Sprintf("%d %v", p.Party, p.Phone)
	if p.Party == Fresh {
		s = fmt.Sprintf("new %v", p.Phone)
	}
	if p.Outsider {
		s += " outsider"
	}
	if p.Held {
		s += " held"
	}
	if p.Device {
		s += " held on his phone"
	}
	if p.Desk {
		s += fmt.Sprintf(" sees %q", p.Sees.String())
	}
	return s
}

// String is the fate in words.
func (f Fate) String() string { return fmt.Sprintf("%d %v", f.Party, f.Kind) }

// String is the notice in words.
func (t Told) String() string { return fmt.Sprintf("%d %v", t.To, t.Kind) }

// String is the step in words. A number is masked.
func (h Happening) String() string {
	switch {
	case h.Request.Action != interaction.NoAction:
		s := fmt.Sprintf("%v by %d", h.Request.Action, h.Request.By)
		if !h.Request.To.IsZero() {
			s += " to " + h.Request.To.String()
		}
		return s
	case h.Fact.Kind != 0:
		return h.Fact.String()
	}
	return "the clock"
}
