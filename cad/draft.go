package cad

import (
	"iter"
	"slices"
	"unicode/utf8"
)

// Draft holds the edits that one agent has not saved, on the sheet that he has
// before him. Nothing outside of it changes until Sheet.Save (CAD-6). A copy
// is a draft of its own. The zero Draft is of no interaction.
type Draft struct{ box **draft }

type draft struct {
	self  *draft // see box.go
	sheet Sheet
	agent string
	edits []edit // by variable; never written to after it is made, so that copies may share it
}

type edit struct {
	variable int
	value    string
}

// NewDraft starts an agent's draft, without edits. The zero Sheet is
// ErrInteraction; an id that is empty, not UTF-8 or System is ErrAgent.
func NewDraft(s Sheet, agent string) (Draft, error) {
	if s.p() == nil {
		return Draft{}, &Error{Err: ErrInteraction}
	}
	if agent == "" || agent == System || !utf8.ValidString(agent) {
		return Draft{}, &Error{Err: ErrAgent}
	}
	return (&draft{sheet: s, agent: agent}).boxed(), nil
}

// Set edits a variable. The text is kept as typed, or refused: ErrUndefined,
// ErrEncoding, ErrTooLong (CAD-4), ErrHidden, ErrType (CAD-1, CAD-5), ErrMask,
// and a *rule.Denied of CAD-2 where the variable is not editable. A refused
// text leaves an earlier edit as it was.
//
// Typing the saved value is no edit, and takes an earlier one back, except for
// a secure variable: there the absence of an edit would tell who guesses that
// he is right.
func (d *Draft) Set(name, value string) error {
	if d.p() == nil {
		return &Error{Err: ErrInteraction}
	}
	i, err := d.p().sheet.schema().find(name)
	if err != nil {
		return err
	}
	def := &d.p().sheet.p().schema.p.defs[i]
	if !def.Editable {
		return deniedReadOnly
	}
	if def.Secure && value == Mask {
		return &Error{Err: ErrMask, Variable: name}
	}
	// A page may send back what it was shown, which for a value set by the
	// flow need not pass the check (CAD-4).
	if !def.Secure && value == d.p().sheet.p().cells[i].value {
		d.drop(i)
		return nil
	}
	if err := def.check(value); err != nil {
		return err
	}
	at, found := d.p().at(i)
	edits := slices.Clone(d.p().edits)
	if found {
		edits[at].value = value
	} else {
		edits = slices.Insert(edits, at, edit{i, value})
	}
	*d = (&draft{sheet: d.p().sheet, agent: d.p().agent, edits: edits}).boxed()
	return nil
}

// Revert goes back to the values saved last (CAD-6): of the named variables, or
// of all if none is named. One undefined name is ErrUndefined, and then none
// is reverted.
func (d *Draft) Revert(names ...string) error {
	if d.p() == nil {
		return &Error{Err: ErrInteraction}
	}
	if len(names) == 0 {
		*d = (&draft{sheet: d.p().sheet, agent: d.p().agent}).boxed()
		return nil
	}
	for _, name := range names {
		if _, err := d.p().sheet.schema().find(name); err != nil {
			return err
		}
	}
	for _, name := range names {
		d.drop(d.p().sheet.p().schema.p.index[name])
	}
	return nil
}

// Rebase moves the draft on to a newer sheet. Call it with result.Sheet when a
// save is committed, and for every agent with each sheet that comes (CAD-9:
// it may come late; one that is not newer changes nothing). Edits that are
// saved by now are done with. An edit of a variable that somebody else has
// saved meanwhile is replaced by that value, and reported (CAD-7); the others
// stay (CAD-8), also those typed since the agent's own save.
//
// Only a sheet that is committed is one to rebase on. One of another
// interaction is ErrInteraction, one with other definitions ErrSchema.
func (d *Draft) Rebase(s Sheet) ([]Conflict, error) {
	if err := d.fits(s); err != nil {
		return nil, err
	}
	if s.p().rev <= d.p().sheet.p().rev {
		return nil, nil
	}
	var conflicts []Conflict
	next := &draft{sheet: s, agent: d.p().agent}
	for _, e := range d.p().edits {
		switch d.p().judge(s, e) {
		case fresh, own:
			next.edits = append(next.edits, e)
		case lost:
			conflicts = append(conflicts, d.p().conflict(s, e))
		}
	}
	*d = next.boxed()
	return conflicts, nil
}

// Interaction is the id of the interaction.
func (d Draft) Interaction() string {
	if d.p() == nil {
		return ""
	}
	return d.p().sheet.Interaction()
}

// Agent is who edits.
func (d Draft) Agent() string {
	if d.p() == nil {
		return ""
	}
	return d.p().agent
}

// Dirty reports whether there is anything to save or to revert.
func (d Draft) Dirty() bool { return d.p() != nil && len(d.p().edits) > 0 }

// Edits goes through the edits in the order of the definitions.
func (d Draft) Edits() iter.Seq2[Definition, Value] {
	return func(yield func(Definition, Value) bool) {
		if d.p() == nil {
			return
		}
		for i := range d.p().edits {
			e := &d.p().edits[i]
			def := d.p().sheet.p().schema.p.defs[e.variable]
			if !yield(def, Value{&e.value, def.Secure}) {
				return
			}
		}
	}
}

func (d Draft) fits(s Sheet) error {
	switch {
	case d.p() == nil, s.p() == nil, d.p().sheet.p().id != s.p().id:
		return &Error{Err: ErrInteraction}
	case !d.p().sheet.p().schema.equal(s.p().schema):
		return &Error{Err: ErrSchema}
	}
	return nil
}

// at finds where the edit of a variable is, or belongs.
func (p *draft) at(variable int) (int, bool) {
	return slices.BinarySearchFunc(p.edits, variable, func(e edit, v int) int { return e.variable - v })
}

func (d *Draft) drop(variable int) {
	if at, found := d.p().at(variable); found {
		edits := slices.Delete(slices.Clone(d.p().edits), at, at+1)
		*d = (&draft{sheet: d.p().sheet, agent: d.p().agent, edits: edits}).boxed()
	}
}
