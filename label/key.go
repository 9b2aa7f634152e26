package label

import (
	"encoding"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// Key names one text in every language: a theme, a dot, and within the theme
// the value's word in lower case with hyphens, such as "status.call-on-hold",
// "rule.HLD-3" or "dialog.search". A key keeps its meaning for good, so that
// hosts can keep translations by it.
type Key string

// Keys returns every key, theme by theme. The slice is the caller's own.
func Keys() []Key { return slices.Clone(index.keys) }

// theme is a group of keys: the values of one enum, or words that belong
// together.
type theme uint8

const (
	actions theme = iota
	statuses
	phases
	roles
	contacts
	endings
	wants
	causes
	recordings
	mediums
	targets
	agentStatuses
	agentActions
	agentCauses
	channels
	wrapUpActions
	wrapUpPhases
	stages
	forms
	fields
	visibilities
	types
	formats
	lines
	removals
	uses
	verdicts
	warnings
	numberFaults
	valueFaults
	notices
	outcomes
	sentences
	words
	rules
	reasons

	nThemes = int(reasons) + 1
)

// themes has the name of each theme and its words in the order of the values,
// taken from the enums themselves: a value that is added wants a text at once.
var themes = [nThemes]struct {
	name  string
	words []string
}{
	actions:       {"action", marshalled[interaction.Action]()},
	statuses:      {"status", marshalled[interaction.Status]()},
	phases:        {"phase", marshalled[interaction.Phase]()},
	roles:         {"role", printed[interaction.Role]()},
	contacts:      {"contact", marshalled[interaction.Kind]()},
	endings:       {"ending", marshalled[interaction.Ending]()},
	wants:         {"want", printed[interaction.WantReason]()},
	causes:        {"cause", marshalled[telephony.Cause]()},
	recordings:    {"recording", marshalled[telephony.Recording]()},
	mediums:       {"medium", marshalled[telephony.Medium]()},
	targets:       {"target", marshalled[telephony.EndpointKind]()},
	agentStatuses: {"agent-status", marshalled[agent.Status]()},
	agentActions:  {"agent-action", marshalled[agent.Action]()},
	agentCauses:   {"agent-cause", marshalled[agent.Cause]()},
	channels:      {"channel", marshalled[agent.Channel]()},
	wrapUpActions: {"wrap-up-action", marshalled[wrapup.Action]()},
	wrapUpPhases:  {"wrap-up-phase", marshalled[wrapup.Phase]()},
	stages:        {"stage", marshalled[popover.Stage]()},
	forms:         {"form", marshalled[popover.Form]()},
	fields:        {"field", marshalled[popover.FieldKind]()},
	visibilities:  {"visibility", marshalled[cad.Visibility]()},
	types:         {"type", marshalled[cad.Type]()},
	formats:       {"number-format", marshalled[dialnumber.Format]()},
	lines:         {"number-line", marshalled[dialnumber.Type]()},
	removals:      {"number-removed", marshalled[dialnumber.Kind]()},
	uses:          {"number-use", marshalled[dialnumber.Use]()},
	verdicts:      {"number-verdict", marshalled[dialnumber.Verdict]()},
	warnings:      {"number-warning", marshalled[dialnumber.WarningKind]()},
	numberFaults:  {"number", marshalled[dialnumber.Reason]()},
	valueFaults:   {"value", valueFaultWords()},
	notices:       {"notice", slugs(noticeKinds())},
	outcomes:      {"outcome", marshalled[Outcome]()},
	sentences:     {"sentence", sentenceWords},
	words:         {"", wordKeys},
	rules:         {"rule", ruleWords()},
	reasons:       {"reason", reasonWords()},
}

// nothing is shown for a value that means that there is none.
const nothing = "none"

type enum interface {
	~uint8
	fmt.Stringer
}

// marshalled are the words of an enum's values, from zero to the last.
func marshalled[T interface {
	enum
	encoding.TextMarshaler
}]() []string {
	var all []string
	for v := range 256 {
		word, err := T(v).MarshalText()
		if err != nil {
			break
		}
		all = append(all, slug(string(word)))
	}
	return all
}

// printed is marshalled for an enum that is only ever printed.
func printed[T enum]() []string {
	var all []string
	for v := range 256 {
		word := T(v).String()
		if strings.HasPrefix(word, "invalid(") {
			break
		}
		all = append(all, slug(word))
	}
	return all
}

func slug(word string) string {
	word = strings.ReplaceAll(strings.ToLower(word), " ", "-")
	if word == nothing {
		return ""
	}
	return word
}

func slugs(all []string) []string {
	out := make([]string, len(all))
	for i, word := range all {
		out[i] = slug(word)
	}
	return out
}

func ruleWords() []string {
	all := rule.All()
	out := make([]string, len(all))
	for i, r := range all {
		out[i] = string(r.ID)
	}
	return out
}

// index finds the place of a text by its key, or by its theme and value.
var index = func() (x struct {
	keys   []Key
	places map[Key]int
	themes [nThemes][]int16 // by value; -1 where nothing is shown
}) {
	x.places = map[Key]int{}
	for i, t := range themes {
		for _, word := range t.words {
			if word == "" {
				x.themes[i] = append(x.themes[i], -1)
				continue
			}
			key := Key(word)
			if t.name != "" {
				key = Key(t.name + "." + word)
			}
			x.themes[i] = append(x.themes[i], int16(len(x.keys)))
			x.places[key] = len(x.keys)
			x.keys = append(x.keys, key)
		}
	}
	return x
}()
