package label

import (
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// Notice is what an agent is told (D11), as far as its text depends on it.
type Notice struct {
	Kind     string // as the notice has it: "Consult failed", "wrap-up due" …
	Action   interaction.Action
	About    string // whom it is about, by the name that people call him
	Cause    telephony.Cause
	Reason   string        // of a wrap-up: the label that the administrator gave it
	Conflict *cad.Conflict // whose save replaced what he had typed (CAD-7)
}

// Notice is the text of a notice. What the notice does not have is left out.
// Empty for a kind that there is not.
func (l Language) Notice(n Notice) string {
	place, ok := noticePlaces[n.Kind]
	if !ok {
		return ""
	}
	values := make([]value, 0, 8)
	values = append(values, value{"action", l.Action(n.Action)}, value{"about", n.About}, value{"cause", l.Cause(n.Cause)}, value{"reason", n.Reason})
	if c := n.Conflict; c != nil {
		variable := c.Label
		if variable == "" {
			variable = c.Variable
		}
		by := c.By
		if by == cad.System {
			by = l.Text(saySystem)
		}
		values = append(values, value{"variable", variable}, value{"by", by})
		if !c.Secure { // of a secure variable nobody is told a value (CAD-7)
			values = append(values, value{"saved", c.Theirs}, value{"entry", c.Mine})
		}
	}
	return l.book().texts[place].fill(values...)
}

// Advice is what the agent should do about a notice; empty where there is
// nothing to be done. A consult that failed because the entry point or the
// number is wrong, or could not be fetched, sends him to the administrator if
// it happens again (CON-22).
func (l Language) Advice(n Notice) string {
	if n.Kind != interaction.ConsultFailed.String() || n.Cause != telephony.InvalidNumber && n.Cause != telephony.NotConfigured {
		return ""
	}
	return l.Text(sayAdministrator)
}

// The two kinds that no enum has; they are package callflow's, which this one
// does not import.
const (
	kindRONA     = "RONA"
	kindReplaced = "Edit replaced"
)

// noticeKinds are the kinds of notices as they are told: the interaction's, the
// wrap-up's and the two of the composition.
func noticeKinds() []string {
	var all []string
	for k := interaction.NoNotice + 1; ; k++ {
		if _, err := k.MarshalText(); err != nil {
			break
		}
		all = append(all, k.String())
	}
	for k := wrapup.NoChange + 1; ; k++ {
		if _, err := k.MarshalText(); err != nil {
			break
		}
		all = append(all, k.String())
	}
	return append(all, kindRONA, kindReplaced)
}

var noticePlaces = func() map[string]int {
	all := map[string]int{}
	for _, kind := range noticeKinds() {
		all[kind] = index.places[Key("notice."+slug(kind))]
	}
	return all
}()
