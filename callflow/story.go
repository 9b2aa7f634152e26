package callflow

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// ErrStory marks a story that cannot be read, and one that is not borne out.
var ErrStory = errors.New("callflow: story")

// StoryError says where a story is malformed or not borne out.
type StoryError struct {
	File   string
	Line   int // from 1
	Reason string
	Rules  []rule.ID // the rules that the line shows
	Syntax bool      // the line cannot be read at all
}

// Error begins with file:line.
func (e *StoryError) Error() string {
	s := fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Reason)
	for _, id := range e.Rules {
		s += " " + string(id)
	}
	return s
}

// Unwrap is ErrStory.
func (e *StoryError) Unwrap() error { return ErrStory }

// Story is a story that has been read: a title, a centre, and acts with what
// must be so after each. docs/STORY.md has every sentence of the language.
type Story struct {
	File  string
	Title string
	cfg   settings
	idle  map[agent.ID]string // agents who begin Idle, with their code
	who   names
	lines []line
}

// ParseStory reads a story. The error is a *StoryError, or several joined, one
// a line that cannot be read.
func ParseStory(file, text string) (*Story, error) {
	s := &Story{File: file, idle: map[agent.ID]string{}}
	var errs []error
	fail := func(no int, format string, args ...any) {
		errs = append(errs, &StoryError{File: file, Line: no, Reason: fmt.Sprintf(format, args...), Syntax: true})
	}
	if len(text) > maxStory {
		fail(1, "a story has at most %d bytes", maxStory)
		return nil, errors.Join(errs...)
	}
	acted := false
	for i, raw := range strings.Split(text, "\n") {
		no := i + 1
		l, err := split(no, raw)
		if err != nil {
			fail(no, "%v", err)
			continue
		}
		if len(l.words) == 0 {
			if len(l.rules) > 0 {
				fail(no, "rules without a line")
			}
			s.lines = append(s.lines, l)
			continue
		}
		head, isSetup := l.words[0], false
		if !l.indented {
			isSetup, err = s.setup(head, l)
		}
		switch {
		case err != nil:
			fail(no, "%v", err)
		case isSetup && acted:
			fail(no, "%s comes before the first act", head)
		case isSetup:
			l.words = nil
		case l.indented && !acted:
			fail(no, "an expectation comes after an act")
		case l.indented && !find(expectations, &l, &s.who):
			fail(no, "no expectation reads so%s", suggest(expectations, l.words))
		case !l.indented && len(l.rules) > 0:
			fail(no, "rules stand behind what must be so, not behind an act")
		case !l.indented && !find(acts, &l, &s.who):
			fail(no, "no act reads so%s", suggest(acts, l.words))
		}
		if l.m.made != "" {
			s.who.contacts = append(s.who.contacts, l.m.made)
		}
		acted = acted || !l.indented && !isSetup
		s.lines = append(s.lines, l)
	}
	if s.Title == "" {
		fail(1, "a story begins with: story TITLE")
	}
	if len(errs) == 0 {
		if _, err := s.config(); err != nil {
			fail(1, "policy: %v", err)
		}
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return s, nil
}

// maxStory bounds a file; the longest that ships has a tenth of it.
const maxStory = 1 << 16

func suggest(table []phrase, words []string) string {
	if p := nearest(table, words); p != "" {
		return "; did you mean: " + p
	}
	return ""
}

// setup reads a line that furnishes the centre; false when it is none.
func (s *Story) setup(head string, l line) (bool, error) {
	rest := l.words[1:]
	switch {
	case head == "story" && len(rest) > 0:
		s.Title = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(l.text), "story"))
	case head == "policy" && len(rest) > 0:
		for _, words := range commas(rest) {
			if err := s.cfg.set(words); err != nil {
				return true, err
			}
		}
	case (head == "agents" || head == "agent") && len(rest) > 0:
		return true, s.addAgents(rest)
	case head == "variable":
		return true, s.cfg.variables.define(rest)
	case head == "queue" && len(rest) > 1:
		for _, a := range rest[1:] {
			if !slices.Contains(s.who.agents, a) {
				return true, fmt.Errorf("there is no agent %s yet", a)
			}
		}
		s.cfg.queue(rest[0], rest[1:])
	default:
		return s.furnish(l)
	}
	return true, nil
}

// addAgents reads "A1 A2" or "A1 Idle lunch".
func (s *Story) addAgents(words []string) error {
	if i := slices.Index(words, "Idle"); i > 0 {
		for _, a := range words[:i] {
			s.idle[agent.ID(a)] = strings.Join(words[i+1:], " ")
		}
		words = words[:i]
	}
	for _, a := range words {
		if slices.Contains(s.who.agents, a) {
			return fmt.Errorf("agent %s is introduced twice", a)
		}
		s.who.agents = append(s.who.agents, a)
	}
	return nil
}

// Rules are the rules that the story's expectations show, in order, each once.
func (s *Story) Rules() []rule.ID {
	var all []rule.ID
	for _, l := range s.lines {
		for _, id := range l.rules {
			if !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	return all
}

// commas splits words at commas that end them.
func commas(words []string) [][]string {
	var all [][]string
	var one []string
	for _, w := range words {
		t := strings.TrimSuffix(w, ",")
		if t != "" {
			one = append(one, t)
		}
		if t != w && len(one) > 0 {
			all, one = append(all, one), nil
		}
	}
	if len(one) > 0 {
		all = append(all, one)
	}
	return all
}
