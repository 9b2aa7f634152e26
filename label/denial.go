package label

import (
	"errors"
	"strconv"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// Denial is what to show an agent whom a rule has refused: what is not possible
// and why, for people at a desk and not in the words of the specification. Where
// the refusal has a reason that narrows its rule down, the reason is told, and
// else the rule. Empty for nil.
func (l Language) Denial(d *rule.Denied) string {
	if d == nil {
		return ""
	}
	why := l.reason(d.Reason())
	if why == "" {
		why = l.Rule(d.Rule())
	}
	return l.say(sayDenied, value{"action", l.denied(d.Action())}, value{"why", why})
}

// Rule is why the rule refuses, in a sentence or two for an agent; of a rule
// that refuses nothing, what it means for him. Empty for an id that is not in
// the catalogue.
func (l Language) Rule(id rule.ID) string { return l.Text(Key("rule." + string(id))) }

// Refusal is what to show for an error of this module that a person's request
// or entry brought about: a *rule.Denied, a *dialnumber.Error or several, a
// *cad.Error about what was typed. It is empty for every other error, which is
// the program's concern, or an Outcome.
func (l Language) Refusal(err error) string {
	if broken := dialnumber.Broken(err); len(broken) > 0 {
		all := make([]string, len(broken))
		for i, e := range broken {
			all[i] = l.Number(e)
		}
		return strings.Join(all, " ")
	}
	var typed *cad.Error
	if errors.As(err, &typed) {
		if text := l.valueFault(typed); text != "" {
			return text
		}
	}
	var d *rule.Denied
	if errors.As(err, &d) {
		return l.Denial(d)
	}
	return ""
}

// faultsOfValues are package cad's errors that an agent brings about by what he
// types, saves or fetches, in the order of valueFaultWords. The others are a
// program's mistakes, and none of his concern.
var faultsOfValues = []struct {
	err  error
	word string
}{
	{cad.ErrTooLong, "too-long"},
	{cad.ErrType, "wrong-type"},
	{cad.ErrHidden, "hidden-character"},
	{cad.ErrEncoding, "not-text"},
	{cad.ErrMask, "mask"},
	{cad.ErrNothing, "nothing-to-save"},
	{cad.ErrStale, "stale"},
	{cad.ErrFetch, "nothing-to-fetch"},
}

func valueFaultWords() []string {
	all := make([]string, len(faultsOfValues))
	for i, f := range faultsOfValues {
		all[i] = f.word
	}
	return all
}

func (l Language) valueFault(e *cad.Error) string {
	if errors.Is(e, rule.ID("CAD-5")) { // the type alone would not say how a date is written
		return l.Rule("CAD-5")
	}
	for i, f := range faultsOfValues {
		if errors.Is(e.Err, f.err) {
			return l.value(valueFaults, i).fill(value{"count", strconv.Itoa(e.Count)}, value{"limit", strconv.Itoa(cad.MaxLength)})
		}
	}
	return ""
}

// denied is the label of a refusal's action, which the refusal has in English;
// a word that nobody here knows stays as it is.
func (l Language) denied(action string) string {
	if place, ok := deniedPlaces[action]; ok {
		return l.book().texts[place].raw
	}
	return action
}

// deniedPlaces are the actions that refusals name: those of the three machines,
// and the words of buttons that belong to none.
var deniedPlaces = func() map[string]int {
	all := map[string]int{
		"Copy": index.places[Copy], "Dial": index.places[Dial], "Outdial": index.places[Dial], "Save": index.places[Save],
	}
	add := func(t theme, v int, label string) {
		if place := index.themes[t][v]; place >= 0 {
			all[label] = int(place)
		}
	}
	for v := range index.themes[wrapUpActions] {
		add(wrapUpActions, v, wrapup.Action(v).String())
	}
	for v := range index.themes[agentActions] {
		add(agentActions, v, agent.Action(v).String())
	}
	for v := range index.themes[actions] {
		add(actions, v, interaction.Action(v).String())
	}
	return all
}()
