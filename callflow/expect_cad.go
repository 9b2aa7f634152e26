package callflow

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// They come first, for "is told Edit replaced:" says more than "is told".
func init() { expectations = append(slices.Clone(variableExpectations), expectations...) }

var variableExpectations = []phrase{
	{pattern: "{agent} reads no variables", means: "he has no part in the contact, or not yet, or not any more", expect: expectReadsNone},
	{pattern: "{agent} reads {words…}", means: "NAME: VALUE, what stands in a field of his pane: one word, a text in quotes, nothing, masked, or 256 characters; then perhaps, after commas, unsaved, saved by WHO, secure, fetching, fetched, fetch failed, or not so: not unsaved", expect: expectReads},
	{pattern: "the flow reads {words…}", means: "NAME: VALUE, what is saved; then perhaps saved by WHO", expect: expectFlowReads},
	{pattern: "the variables of {agent} are {words…}", means: "the labels in the order of his pane, parted by commas, each perhaps with secure or read-only behind it (CAD-1)", expect: expectVariables},
	{pattern: "{agent} is told Edit replaced: {words…}", means: "NAME by WHO, \"MINE\" became \"THEIRS\"; or: no values, for a secure variable (CAD-7)", expect: expectReplaced},
	{pattern: "the save failed", means: "the values could not be kept (CAD-9)", expect: expectSaveFailed},
	{pattern: "the refusal counts {word} characters", means: "how long the refused value is (CAD-4)", expect: expectCount},
}

// fields are an agent's fields in the contact that he means.
func (p *player) fields(l *line) ([]cad.Field, error) {
	c, err := p.variablesOf(l.m)
	if err != nil {
		return nil, err
	}
	return p.f.Variables(agent.ID(l.m.agent), c.ID), nil
}

func (p *player) field(l *line, name string) (cad.Field, error) {
	all, err := p.fields(l)
	if err != nil {
		return cad.Field{}, err
	}
	i := slices.IndexFunc(all, func(f cad.Field) bool { return f.Name == name })
	if i < 0 {
		return cad.Field{}, fmt.Errorf("%s reads no variable %s", l.m.agent, name)
	}
	return all[i], nil
}

func expectReads(p *player, l *line) (string, error) {
	c, err := claimed(l, len(l.words)-len(l.m.rest)-forWords(l.m))
	if err != nil {
		return "", err
	}
	f, err := p.field(l, c.name)
	if err != nil {
		return "", err
	}
	if s := showField(f); !c.of(s) {
		return l.m.agent + " reads " + c.name + ": " + s.String() + meant(l.m), errNot
	}
	return "", nil
}

func expectReadsNone(p *player, l *line) (string, error) {
	all, err := p.fields(l)
	if err != nil || len(all) == 0 {
		return "", nil
	}
	return l.m.agent + " reads " + all[0].Name + ": " + showField(all[0]).String() + meant(l.m), errNot
}

func expectFlowReads(p *player, l *line) (string, error) {
	c, err := claimed(l, len(l.words)-len(l.m.rest)-forWords(l.m))
	if err != nil {
		return "", err
	}
	in, err := p.contact("", l.m.on, nil)
	if err != nil {
		return "", err
	}
	saved, err := in.Sheet.Saved(c.name)
	if err != nil {
		return "", err
	}
	s := show(saved.Value)
	if saved.Revision > 0 {
		s.traits = append(s.traits, "saved by "+saved.By)
	}
	if !c.of(s) {
		return "the flow reads " + c.name + ": " + s.String() + meant(l.m), errNot
	}
	return "", nil
}

// meant is the "for NAME" that a rewritten line keeps, and forWords its words.
func meant(m match) string {
	if m.on == "" {
		return ""
	}
	return " for " + m.on
}

func forWords(m match) int { return len(strings.Fields(meant(m))) }

func expectVariables(p *player, l *line) (string, error) {
	all, err := p.fields(l)
	if err != nil {
		return "", err
	}
	var out []string
	for _, f := range all {
		s := f.Label
		if f.Secure {
			s += " secure"
		}
		if !f.Editable {
			s += " read-only"
		}
		out = append(out, s)
	}
	if is := strings.Join(out, ", "); is != strings.Join(l.m.rest, " ") {
		return "the variables of " + l.m.agent + " are " + is + meant(l.m), errNot
	}
	return "", nil
}

// expectReplaced asks for the whole notice of CAD-7 or, where the story leaves
// the values out, for the variable and who saved it.
func expectReplaced(p *player, l *line) (string, error) {
	want := strings.ReplaceAll(strings.Join(l.m.rest, " "), ", ", " ")
	var is []string
	for _, n := range p.notices {
		c := n.Conflict
		if n.Kind != NoticeReplaced || n.To != agent.ID(l.m.agent) || c == nil {
			continue
		}
		about := c.Variable + " by " + c.By
		full, text := strings.ReplaceAll(about+" "+c.Mine+" became "+c.Theirs, ", ", " "), about+fmt.Sprintf(", %q became %q", c.Mine, c.Theirs)
		if c.Base+c.Mine+c.Theirs == "" && c.Secure {
			full, text = about+" no values", about+", no values"
		}
		if want == about || want == full {
			return "", nil
		}
		is = append(is, text)
	}
	if len(is) == 0 {
		return "", errors.New("no edit of his was replaced")
	}
	return l.m.agent + " is told Edit replaced: " + is[0], errNot
}

func expectSaveFailed(p *player, _ *line) (string, error) {
	if p.desk.failed {
		return "", nil
	}
	return "", errors.New("it did not")
}

func expectCount(p *player, l *line) (string, error) {
	var e *cad.Error
	if !errors.As(p.refused, &e) || !errors.Is(e, cad.ErrTooLong) {
		return "", errors.New("no value was refused for its length")
	}
	if is := strconv.Itoa(e.Count); is != l.m.word {
		return "the refusal counts " + is + " characters", errNot
	}
	return "", nil
}

var copyMasked = rule.Deny("CAD-10", "Copy", "", "the value is not fetched")

// mayVariable answers "type into NAME" and "copy NAME"; false when something
// else is asked.
func (p *player) mayVariable(l *line, what string) (bool, error) {
	name, copies := strings.CutPrefix(what, "copy ")
	if !copies {
		var types bool
		if name, types = strings.CutPrefix(what, "type into "); !types {
			return false, nil
		}
	}
	c, err := p.variablesOf(l.m)
	if err != nil {
		return true, err
	}
	f, err := p.field(l, name)
	switch {
	case err != nil:
		return true, errors.Join(p.f.May(agent.ID(l.m.agent), c.ID, interaction.EditVariables, interaction.Target{}), err)
	case copies && !f.Copyable:
		return true, copyMasked
	case copies:
		return true, nil
	}
	return true, f.Denied
}
