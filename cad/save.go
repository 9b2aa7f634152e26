package cad

import (
	"fmt"
	"iter"
)

// Result is what a save would do, once its Sheet is committed.
type Result struct {
	Sheet Sheet // with what is saved; the very sheet that was saved to if nothing is

	draft Draft
}

// Conflict tells an agent that another save of a variable came before his
// (CAD-7). It is a notice, can be kept as JSON, and is an error that matches
// ErrConflict and rule.ID("CAD-7").
type Conflict struct {
	Variable string `json:"variable"`
	Label    string `json:"label"`
	Secure   bool   `json:"secure,omitempty"` // then the three values are empty
	Base     string `json:"base"`             // what his edit was made from
	Mine     string `json:"mine"`             // what he typed, and lost
	Theirs   string `json:"theirs"`           // what is saved, and replaces it
	By       string `json:"by"`               // who saved it: an agent, or System
	Revision uint64 `json:"revision"`         // of the saved value
}

// Save says what saving the draft to this sheet does, and changes neither: see
// the package's comment for how it is committed. Variable by variable: what
// nobody else has saved since the draft's sheet is saved; what is saved with
// the same value already is no conflict; what another has saved differently is
// lost, and takes none of the others with it (CAD-7, CAD-8).
//
// A draft of another interaction is ErrInteraction, one of other definitions
// ErrSchema. ErrNothing is a draft without edits, or with none that is not
// saved already, such as one that is saved a second time; the Result holds
// then all the same. ErrStale is a sheet older than the draft's, or an old copy
// of a draft whose variable the same agent has saved differently since: load
// the latest sheet, rebase the draft that he has now, and save that.
func (s Sheet) Save(d Draft) (Result, error) {
	if err := d.fits(s); err != nil {
		return Result{Sheet: s}, err
	}
	if s.p().rev < d.p().sheet.p().rev {
		return Result{Sheet: s}, &Error{Err: ErrStale}
	}
	write, conflict := false, false
	for _, e := range d.p().edits {
		switch d.p().judge(s, e) {
		case fresh:
			write = true
		case lost:
			conflict = true
		case own:
			return Result{Sheet: s}, &Error{Err: ErrStale, Variable: s.p().schema.p.defs[e.variable].Name}
		}
	}
	switch {
	case !write && !conflict:
		return Result{s, d}, &Error{Err: ErrNothing}
	case !write:
		return Result{s, d}, nil
	case s.p().rev >= maxRevision:
		return Result{Sheet: s}, &Error{Err: ErrRevision}
	}
	next := s.next()
	for _, e := range d.p().edits {
		if d.p().judge(s, e) == fresh {
			next.write(e.variable, e.value, d.p().agent)
		}
	}
	return Result{next, d}, nil
}

// Saved goes through the names of the draft's variables that have the draft's
// value in Sheet, in order.
func (r Result) Saved() iter.Seq[string] {
	return func(yield func(string) bool) {
		for e := range r.edits(settled) {
			if !yield(r.Sheet.p().schema.p.defs[e.variable].Name) {
				return
			}
		}
	}
}

// Conflicts goes through the draft's variables that are lost, in order. Tell
// the agent of those that Draft.Rebase returns instead: they are the same, with
// what he has typed since.
func (r Result) Conflicts() iter.Seq[Conflict] {
	return func(yield func(Conflict) bool) {
		for e := range r.edits(lost) {
			if !yield(r.draft.p().conflict(r.Sheet, e)) {
				return
			}
		}
	}
}

func (r Result) edits(v verdict) iter.Seq[edit] {
	return func(yield func(edit) bool) {
		if r.draft.p() == nil {
			return
		}
		for _, e := range r.draft.p().edits {
			if r.draft.p().judge(r.Sheet, e) == v && !yield(e) {
				return
			}
		}
	}
}

// verdict is what has become of an edit's variable between the draft's sheet
// and a later one.
type verdict uint8

const (
	fresh   verdict = iota // nobody has saved it
	settled                // it is saved, with the same value
	own                    // it is saved differently, but by nobody else: the agent typed on
	lost                   // somebody else saved it differently (CAD-7)
)

func (p *draft) judge(s Sheet, e edit) verdict {
	base, now := &p.sheet.p().cells[e.variable], &s.p().cells[e.variable]
	switch {
	case now.rev == base.rev:
		return fresh
	case now.value == e.value:
		return settled
	case now.by == p.agent && base.rev >= now.other:
		return own
	}
	return lost
}

func (p *draft) conflict(s Sheet, e edit) Conflict {
	def, now := &s.p().schema.p.defs[e.variable], &s.p().cells[e.variable]
	c := Conflict{Variable: def.Name, Label: def.Label, Secure: def.Secure, By: now.by, Revision: now.rev}
	if !def.Secure {
		c.Base, c.Mine, c.Theirs = p.sheet.p().cells[e.variable].value, e.value, now.value
	}
	return c
}

// Error says which variable and who, and no value.
func (c Conflict) Error() string {
	return fmt.Sprintf("%v: variable %s, saved by %s", ErrConflict, quote(c.Variable), quote(c.By))
}

// Unwrap gives ErrConflict and the refusal of CAD-7.
func (c Conflict) Unwrap() []error { return []error{ErrConflict, deniedConflict} }
