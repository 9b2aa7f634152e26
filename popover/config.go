package popover

import (
	"errors"
	"net/url"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/seed-6cc70c2f/callcontrol/cad"
)

// Limits of a Config; ours.
const (
	MaxLinks = 10   // links of one form
	MaxText  = 256  // characters of a name or a label
	MaxURL   = 2048 // bytes of a link's address
)

// Config is what the administrator chooses to show on each form of card (POP-4,
// POP-10 to POP-15). The zero value is a sensible default: no variables are
// chosen, and no links.
type Config struct {
	Inbound     Layout // no variables: phone number, queue, DNIS; else 3 to 6 (POP-10)
	Outdial     Layout // as Inbound (POP-11)
	Consult     Layout // at most 6, after name, DN and team of the agent who asks (POP-12)
	EPDNConsult Layout // at most 6, after the DN of the agent who asks (POP-13)
	Callback    Layout // no variables: always phone number, queue, DNIS (POP-14)
	Preview     Layout // at most MaxVariables (POP-15)
	Chat        Layout // at most MaxVariables
	Email       Layout // at most MaxVariables
	Social      Layout // at most MaxVariables
}

// Layout is what the cards of one form show (POP-4).
type Layout struct {
	Variables []Choice // in the order in which they are shown
	Links     []Link   // in the order in which they are shown
	NoDecline bool     // leave out Decline, the one button that no rule asks for
}

// Choice is a variable that the administrator chose for a card.
type Choice struct {
	Name  string // of the variable, as package cad defines it
	Label string // empty: the variable's own
}

// Link is a link on a card. Nothing is filled into its address.
type Link struct {
	Label string
	URL   string // absolute, http or https
}

func (c *Config) layout(f Form) *Layout {
	switch f {
	case InboundCall:
		return &c.Inbound
	case OutdialCall:
		return &c.Outdial
	case ConsultRequest:
		return &c.Consult
	case EPDNRequest:
		return &c.EPDNConsult
	case CallbackCall:
		return &c.Callback
	case PreviewCall:
		return &c.Preview
	case ChatRequest:
		return &c.Chat
	case EmailRequest:
		return &c.Email
	}
	return &c.Social
}

// Validate finds every mistake: the error joins one *ConfigError for each. nil
// when there is none. A secure variable that is chosen counts, and is no
// mistake; it is not shown (POP-10).
func (c Config) Validate() error {
	var all []error
	for f := InboundCall; f < nForms; f++ {
		all = append(all, c.layout(f).validate(f)...)
	}
	return errors.Join(all...)
}

func (l *Layout) validate(f Form) (all []error) {
	t := &formTable[f]
	if n := len(l.Variables); n > t.max || n > 0 && n < t.min {
		e := &ConfigError{Form: f, Field: "variables", Rule: t.rule, Count: n, Min: t.min, Max: t.max}
		if t.anyNum {
			e.Rule = ""
		}
		all = append(all, e)
	}
	seen := make(map[string]bool, len(l.Variables))
	for i, v := range l.Variables {
		wrong := func(reason string) {
			all = append(all, &ConfigError{Form: f, Field: "variable " + strconv.Itoa(i+1), Reason: reason})
		}
		switch {
		case v.Name == "":
			wrong("has no name")
		case seen[v.Name]:
			wrong("is chosen twice")
		case tooLong(v.Name) || tooLong(v.Label):
			wrong("has a name or label of more than " + strconv.Itoa(MaxText) + " characters")
		case !clean(v.Label):
			wrong("has a label with characters that hide")
		}
		seen[v.Name] = true
	}
	if n := len(l.Links); n > MaxLinks {
		all = append(all, &ConfigError{Form: f, Field: "links", Count: n, Max: MaxLinks})
	}
	for i, k := range l.Links {
		if reason := k.wrong(); reason != "" {
			all = append(all, &ConfigError{Form: f, Field: "link " + strconv.Itoa(i+1), Reason: reason})
		}
	}
	return all
}

func (k Link) wrong() string {
	if k.Label == "" || tooLong(k.Label) || !clean(k.Label) {
		return "has no label, a long one, or one with characters that hide"
	}
	u, err := url.Parse(k.URL)
	if err != nil || len(k.URL) > MaxURL || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return "is no absolute http or https address"
	}
	return ""
}

func tooLong(text string) bool { return utf8.RuneCountInString(text) > MaxText }

// clean: a label that reorders or hides its neighbours would pass for another.
func clean(text string) bool {
	if !utf8.ValidString(text) {
		return false
	}
	for _, r := range text {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return false
		}
	}
	return true
}

// Undefined lists the chosen variables that a schema does not define, sorted,
// each once: most likely misspelt. A card leaves them out.
func (c Config) Undefined(schema cad.Schema) []string {
	defined := make(map[string]bool)
	for _, d := range schema.Definitions() {
		defined[d.Name] = true
	}
	var missing []string
	for f := InboundCall; f < nForms; f++ {
		for _, v := range c.layout(f).Variables {
			if !defined[v.Name] {
				missing = append(missing, v.Name)
			}
		}
	}
	slices.Sort(missing)
	return slices.Compact(missing)
}
