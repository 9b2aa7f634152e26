package callflow

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// line is one line of a story: an act at the margin, or what must then be so,
// indented, with the rules that it shows.
type line struct {
	no       int
	text     string   // as it stands in the file
	words    []string // quoted text is one word, without its quotes
	quoted   []bool
	rules    []rule.ID
	indented bool

	body, tail int // where in text the words end and the rules begin
	phrase     *phrase
	m          match
}

// said is the line without its rules and comment, in the file's words.
func (l *line) said() string { return strings.TrimSpace(l.text[:l.body]) }

var ruleWord = regexp.MustCompile(`^[A-Z]{2,3}-[0-9]+$`)

// split takes a line apart. A comment begins with "#" and a space; quotes keep
// words together; what ends the line and looks like a rule id is one.
func split(no int, text string) (line, error) {
	l := line{no: no, text: text, indented: strings.HasPrefix(text, " ") || strings.HasPrefix(text, "\t")}
	var starts, ends []int
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == ' ' || c == '\t' || c == '\r':
			i++
		case c == '#' && (i+1 == len(text) || text[i+1] == ' '):
			i = len(text)
		case c == '"':
			n := strings.IndexByte(text[i+1:], '"')
			if n < 0 {
				return l, fmt.Errorf("a quote is not closed")
			}
			l.words, l.quoted = append(l.words, text[i+1:i+1+n]), append(l.quoted, true)
			starts, ends = append(starts, i), append(ends, i+n+2)
			i += n + 2
		default:
			n := strings.IndexAny(text[i:], " \t\r")
			if n < 0 {
				n = len(text) - i
			}
			l.words, l.quoted = append(l.words, text[i:i+n]), append(l.quoted, false)
			starts, ends = append(starts, i), append(ends, i+n)
			i += n
		}
	}
	n := len(l.words)
	for n > 0 && !l.quoted[n-1] && ruleWord.MatchString(l.words[n-1]) {
		n--
	}
	for _, w := range l.words[n:] {
		if !rule.ID(w).Known() {
			return l, fmt.Errorf("there is no rule %s", w)
		}
		l.rules = append(l.rules, rule.ID(w))
	}
	if n > 0 {
		l.body = ends[n-1]
	}
	l.tail = len(text)
	if n < len(l.words) {
		l.tail = starts[n]
	}
	l.words, l.quoted = l.words[:n], l.quoted[:n]
	return l, nil
}

// phrase is one sentence of the language: its pattern, what it means, and how
// it is carried out. In a pattern a word in braces stands for something:
//
//	{agent}     an agent whom the story has introduced
//	{contact}   a customer whom the story has introduced
//	{party}     an agent, a customer, or an outsider as he was dialled
//	{new}       a customer who is introduced here
//	{word}      one word, or a text in quotes
//	{time}      a length of time, such as 30s or 1m30s
//	{words…}    all words that follow
type phrase struct {
	pattern string
	means   string
	act     func(*player, match) error           // for acts
	expect  func(*player, *line) (string, error) // for expectations: what is so, in the language, and why the line is not borne out
}

// match is what a pattern's braces stood for.
type match struct {
	agent, agent2, contact, party, made, word, word2 string
	time                                             time.Duration
	rest                                             []string
	on                                               string // "for NAME" at the end: which contact is meant
}

// names is whom a story has introduced so far.
type names struct {
	agents, contacts []string
}

// fit reports whether the words are a sentence of the pattern.
func (p *phrase) fit(words []string, who *names) (match, bool) {
	var m match
	parts := strings.Fields(p.pattern)
	for i, part := range parts {
		if part == "{words…}" {
			m.rest = words[i:]
			return m, len(words) > i
		}
		if i >= len(words) {
			return m, false
		}
		if !m.take(part, words[i], who) {
			return m, false
		}
	}
	return m, len(words) == len(parts)
}

func (m *match) take(part, w string, who *names) bool {
	if suffix, ok := strings.CutPrefix(part, "{agent}"); ok && suffix != "" {
		if !strings.HasSuffix(w, suffix) {
			return false
		}
		part, w = "{agent}", strings.TrimSuffix(w, suffix)
	} else if suffix, ok := strings.CutPrefix(part, "{party}"); ok && suffix != "" {
		if !strings.HasSuffix(w, suffix) {
			return false
		}
		part, w = "{party}", strings.TrimSuffix(w, suffix)
	}
	switch part {
	case "{agent}":
		if !slices.Contains(who.agents, w) {
			return false
		}
		if m.agent != "" {
			m.agent2 = w
		} else {
			m.agent = w
		}
	case "{contact}":
		m.contact = w
		return slices.Contains(who.contacts, w)
	case "{party}":
		m.party = w
	case "{new}":
		m.made = w
		return !slices.Contains(who.agents, w) && !slices.Contains(who.contacts, w)
	case "{word}":
		if m.word != "" {
			m.word2 = w
		} else {
			m.word = w
		}
	case "{time}":
		d, err := time.ParseDuration(w)
		m.time = d
		return err == nil && d >= 0
	default:
		return part == w
	}
	return true
}

// find looks a line up among phrases. "for NAME" at its end says which contact
// an agent means who has several.
func find(table []phrase, l *line, who *names) bool {
	try := func(words []string, on string) bool {
		for i := range table {
			if m, ok := table[i].fit(words, who); ok {
				m.on = on
				l.phrase, l.m = &table[i], m
				return true
			}
		}
		return false
	}
	n := len(l.words)
	if n > 2 && l.words[n-2] == "for" && slices.Contains(who.contacts, l.words[n-1]) && !l.quoted[n-1] {
		if try(l.words[:n-2], l.words[n-1]) {
			return true
		}
	}
	return try(l.words, "")
}

// nearest suggests the pattern that shares most words with the line, small
// slips forgiven; empty when none shares any.
func nearest(table []phrase, words []string) string {
	best, at := 0, ""
	for _, p := range table {
		score, parts := 0, strings.Fields(p.pattern)
		for _, part := range parts {
			switch {
			case strings.Contains(part, "{"):
			case slices.Contains(words, part):
				score += 6
			case slices.ContainsFunc(words, func(w string) bool { return slip(w, part) }):
				score += 5
			}
		}
		if score > 0 && len(parts) == len(words) {
			score++
		}
		if score > best {
			best, at = score, p.pattern
		}
	}
	return at
}

// slip reports whether two words differ by one letter, or by two neighbours
// that changed places.
func slip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 3 || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	return i == len(a) || a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
