package callflow

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// Step is one act of a story as it was played, with what was asked after it.
type Step struct {
	Line    int
	Act     string
	Refused error // why the act was refused by the rules, nil when it was not
	Notices []Notice
	Asked   []Asked
	Floor   *Floor // as it stands after the act; to be read only
}

// Asked is one expectation and whether it was borne out.
type Asked struct {
	Line  int
	Text  string
	Rules []rule.ID
	Err   error // a *StoryError; nil when it is so
}

// Play plays the story on a fresh floor and calls each with every act. It
// returns every line that was not borne out, as *StoryErrors joined; nil when
// all were.
func (s *Story) Play(each func(Step)) error {
	_, err := s.play(newStand, each)
	return err
}

// PlayAt is Play at a venue of the caller's, which open makes of what the
// story's first lines say. It proves that a runtime with its telephony does
// what the rules say.
func (s *Story) PlayAt(open func(Config) (Venue, error), each func(Step)) error {
	_, err := s.play(open, each)
	return err
}

func (s *Story) play(open func(Config) (Venue, error), each func(Step)) (map[int]correction, error) {
	p, err := newPlayer(s, open)
	if err != nil {
		return nil, &StoryError{File: s.File, Line: 1, Reason: err.Error()}
	}
	fixes := map[int]correction{}
	var errs []error
	for i := 0; i < len(s.lines); {
		l := &s.lines[i]
		i++
		if len(l.words) == 0 {
			continue
		}
		step := Step{Line: l.no, Act: l.said()}
		fail := func(l *line, why error) *StoryError {
			e := &StoryError{File: s.File, Line: l.no, Reason: why.Error(), Rules: l.rules}
			errs = append(errs, e)
			return e
		}
		if err := p.act(l); err != nil {
			fail(l, fmt.Errorf("%q cannot happen: %w", step.Act, err))
		}
		for ; i < len(s.lines) && (len(s.lines[i].words) == 0 || s.lines[i].indented); i++ {
			q := &s.lines[i]
			if len(q.words) == 0 {
				continue
			}
			a := Asked{Line: q.no, Text: q.said(), Rules: q.rules}
			if is, why := q.phrase.expect(p, q); why != nil {
				a.Err = fail(q, notSo(a.Text, is, why))
				fixes[q.no] = correction{is: is, refused: why}
			}
			step.Asked = append(step.Asked, a)
		}
		if step.Refused = p.refused; p.refused != nil && !p.done {
			fail(l, fmt.Errorf("%q was refused: %w", step.Act, p.refused))
			fixes[l.no] = correction{is: "refused", refused: p.refused}
		}
		step.Notices, step.Floor = p.notices, p.f
		if each != nil {
			each(step)
		}
	}
	return fixes, errors.Join(errs...)
}

func notSo(text, is string, why error) error {
	switch {
	case errors.Is(why, errFill):
		return why
	case is != "" && errors.Is(why, errNot):
		return fmt.Errorf("expected: %s; but: %s", text, is)
	case is != "":
		return fmt.Errorf("expected: %s; but: %s (%w)", text, is, why)
	}
	return fmt.Errorf("expected: %s; but: %w", text, why)
}

// Stories reads every *.story file of a file system, in order of their names.
// The errors are those of ParseStory, joined.
func Stories(fsys fs.FS) ([]*Story, error) {
	var all []*Story
	var errs []error
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".story" {
			return err
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		s, err := ParseStory(name, string(text))
		if err != nil {
			errs = append(errs, err)
			return nil
		}
		all = append(all, s)
		return nil
	})
	return all, errors.Join(append(errs, err)...)
}

// Check plays every *.story file of a file system and returns every line that
// cannot be read or is not borne out, each as file:line; nil when all are. A
// file system without a story is an error: it checks nothing.
func Check(fsys fs.FS) error {
	all, err := Stories(fsys)
	errs := []error{err}
	if len(all) == 0 && err == nil {
		return fmt.Errorf("%w: no *.story file", ErrStory)
	}
	for _, s := range all {
		errs = append(errs, s.Play(nil))
	}
	return errors.Join(errs...)
}

// correction is what a line should have said.
type correction struct {
	is      string
	refused error
}

// Rewrite returns the story's text with every line that was not borne out
// saying what is so, for review; the other lines are as they were. A refusal
// that nothing asked for gets its line. What cannot be said in one line is
// left as it is.
func Rewrite(file, text string) (string, error) {
	s, err := ParseStory(file, text)
	if err != nil {
		return text, err
	}
	fixes, _ := s.play(newStand, nil)
	lines := strings.Split(text, "\n")
	var out []string
	for i, raw := range lines {
		l := s.lines[i]
		fix, ok := fixes[l.no]
		switch {
		case ok && !l.indented:
			out = append(out, raw, "  "+refusedBy(string(refusal(fix.refused))))
		case ok && strings.HasPrefix(fix.is, "refused") && !errors.Is(fix.refused, errFill):
			out = append(out, raw[:len(raw)-len(strings.TrimLeft(raw, " \t"))]+refusedBy(strings.TrimPrefix(fix.is, "refused")))
		case ok && fix.is != "":
			indent := raw[:len(raw)-len(strings.TrimLeft(raw, " \t"))]
			if errors.Is(fix.refused, errFill) {
				for is := range strings.SplitSeq(fix.is, "\n") {
					out = append(out, indent+is)
				}
				continue
			}
			body := indent + fix.is
			if len(l.rules) > 0 {
				body += strings.Repeat(" ", max(1, l.tail-len(body))) + raw[l.tail:]
			}
			out = append(out, body)
		default:
			out = append(out, raw)
		}
	}
	return strings.Join(out, "\n"), nil
}

// refusedBy is the line that asks for a refusal; by no rule where there was
// nothing to do.
func refusedBy(id string) string {
	return strings.TrimRight(fmt.Sprintf("refused%50s", strings.TrimSpace(id)), " ")
}

// RuleStories maps each rule to the stories, by file name without suffix, in
// which an expectation carries its id.
func RuleStories(stories []*Story) map[rule.ID][]string {
	m := map[rule.ID][]string{}
	for _, s := range stories {
		name := strings.TrimSuffix(path.Base(s.File), ".story")
		for _, id := range s.Rules() {
			if !slices.Contains(m[id], name) {
				m[id] = append(m[id], name)
			}
		}
	}
	return m
}
