package callflow

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/seed-6cc70c2f/callcontrol/cad"
)

// shown is one field, or one saved value, in the language's words.
type shown struct {
	value  string // as a story writes it
	text   string
	masked bool
	traits []string
}

// is reports whether a story's word for the value says what is shown.
func (s shown) is(word string, quoted bool) bool {
	switch {
	case quoted || s.masked || word == "masked":
		return quoted && !s.masked && word == s.text || !quoted && s.masked && word == "masked"
	case word == "nothing":
		return s.text == ""
	}
	return word == s.text || word == s.value
}

func (s shown) String() string { return strings.Join(append([]string{s.value}, s.traits...), ", ") }

func show(v cad.Value) shown {
	s := shown{text: v.Text(), masked: v.Masked()}
	switch n := utf8.RuneCountInString(s.text); {
	case s.masked:
		s.value, s.text = "masked", ""
	case n == 0:
		s.value = "nothing"
	case n > 64:
		s.value = strconv.Itoa(n) + " characters"
	case s.text == "masked" || s.text == "nothing" || strings.ContainsAny(s.text, " \t\r,"):
		s.value = `"` + s.text + `"`
	default:
		s.value = s.text
	}
	return s
}

func showField(f cad.Field) shown {
	s := show(f.Value)
	switch {
	case f.Edited:
		s.traits = append(s.traits, "unsaved")
	case f.Revision > 0:
		s.traits = append(s.traits, "saved by "+f.By)
	}
	switch f.Visibility {
	case cad.Fetching, cad.Fetched:
		s.traits = append(s.traits, f.Visibility.String())
	case cad.Failed:
		s.traits = append(s.traits, "fetch failed")
	}
	if f.Secure {
		s.traits = append(s.traits, "secure")
	}
	return s
}

// claim is "NAME: VALUE, TRAIT, TRAIT" taken apart.
type claim struct {
	name, value string
	quoted      bool
	traits      []string
}

// claimed reads a claim that begins at a line's word.
func claimed(l *line, from int) (claim, error) {
	words := l.m.rest
	name, ok := strings.CutSuffix(words[0], ":")
	if !ok || len(words) < 2 {
		return claim{}, errors.New("say: NAME: VALUE")
	}
	c := claim{name: name, value: words[1], quoted: l.quoted[from+1]}
	rest := words[2:]
	comma := false
	if !c.quoted {
		c.value, comma = strings.CutSuffix(c.value, ",")
	}
	if !comma && !c.quoted && len(rest) > 0 && strings.TrimSuffix(rest[0], ",") == "characters" {
		c.value, rest = c.value+" characters", rest[1:]
	}
	for _, t := range strings.Split(strings.Join(rest, " "), ",") {
		if t = strings.TrimSpace(t); t != "" {
			c.traits = append(c.traits, t)
		}
	}
	return c, nil
}

func (c claim) of(s shown) bool {
	for _, t := range c.traits {
		t, absent := strings.CutPrefix(t, "not ")
		if slices.Contains(s.traits, t) == absent {
			return false
		}
	}
	return s.is(c.value, c.quoted)
}
