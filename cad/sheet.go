package cad

import (
	"iter"
	"slices"
	"unicode/utf8"
)

// System is who saves when the flow sets a value (CAD-7). No agent can have
// this id.
const System = "system"

// maxRevision keeps revisions exact in JSON readers that count in floating
// point.
const maxRevision = 1 << 52

// Sheet holds the saved values of one interaction. A Sheet does not change:
// what saves returns another. Its Revision therefore serves a store that
// compares and sets. The zero Sheet is of no interaction and has no variables.
type Sheet struct{ box **sheet }

type sheet struct {
	self   *sheet // see box.go
	schema Schema
	id     string
	rev    uint64 // the highest of the cells
	cells  []cell // one for each definition, in order
}

// cell is one saved value. That each carries the revision of the whole sheet
// in which it was saved makes any two sheets of an interaction comparable.
type cell struct {
	value string
	by    string
	rev   uint64
	other uint64 // the revision that it had when somebody other than by saved it last
}

// Saved is a saved value with its history.
type Saved struct {
	Value    Value  // a secure one is there, and only Text gives it away
	Revision uint64 // the sheet's revision when it was saved; 0: since the start
	By       string // the agent, or System
}

// NewSheet starts the sheet of an interaction with the values that the flow
// brings. They are not judged (CAD-4); variables without one are empty. A name
// that is not defined is ErrUndefined, an id that is empty or not UTF-8 is
// ErrInteraction.
func NewSheet(schema Schema, interaction string, values map[string]string) (Sheet, error) {
	if interaction == "" || !utf8.ValidString(interaction) {
		return Sheet{}, &Error{Err: ErrInteraction}
	}
	cells := make([]cell, len(schema.defs()))
	for i := range cells {
		cells[i].by = System
	}
	s := (&sheet{schema: schema, id: interaction, cells: cells}).boxed()
	if err := s.defined(values); err != nil {
		return Sheet{}, err
	}
	for name, value := range values {
		cells[schema.p.index[name]].value = value
	}
	return s, nil
}

// Put saves what the flow sets, as System (CAD-7). The values are not judged
// (CAD-4), and variables that no agent may edit can be set. A value that is
// there already counts as no save; if all are, the sheet itself is returned.
// One undefined name is ErrUndefined, and then none is saved.
func (s Sheet) Put(values map[string]string) (Sheet, error) {
	if s.p() == nil {
		return s, &Error{Err: ErrInteraction}
	}
	if err := s.defined(values); err != nil {
		return s, err
	}
	if s.p().rev >= maxRevision {
		return s, &Error{Err: ErrRevision}
	}
	next := s
	for name, value := range values {
		if i := s.p().schema.p.index[name]; s.p().cells[i].value != value {
			if next == s {
				next = s.next()
			}
			next.write(i, value, System)
		}
	}
	return next, nil
}

// defined names the first undefined name in alphabetical order: the same input
// gets the same error.
func (s Sheet) defined(values map[string]string) error {
	var first error
	least := ""
	for name := range values {
		if _, err := s.schema().find(name); err != nil && (first == nil || name < least) {
			first, least = err, name
		}
	}
	return first
}

// next is a copy one revision later, to be written to before anybody sees it.
func (s Sheet) next() Sheet {
	p := s.p()
	return (&sheet{schema: p.schema, id: p.id, rev: p.rev + 1, cells: slices.Clone(p.cells)}).boxed()
}

func (s Sheet) write(i int, value, by string) {
	c := &s.p().cells[i]
	if c.by != by {
		c.other = c.rev
	}
	c.value, c.by, c.rev = value, by, s.p().rev
}

// Interaction is the id of the interaction.
func (s Sheet) Interaction() string {
	if s.p() == nil {
		return ""
	}
	return s.p().id
}

// Revision grows by one with every save that changes something. It begins at 0.
func (s Sheet) Revision() uint64 {
	if s.p() == nil {
		return 0
	}
	return s.p().rev
}

// Schema is what the sheet was made with.
func (s Sheet) Schema() Schema { return s.schema() }

func (s Sheet) schema() Schema {
	if s.p() == nil {
		return Schema{}
	}
	return s.p().schema
}

// Saved looks up one variable. It is for the host and the flow: an agent reads
// through a Reader. An undefined name is ErrUndefined.
func (s Sheet) Saved(name string) (Saved, error) {
	i, err := s.schema().find(name)
	if err != nil {
		return Saved{}, err
	}
	c := &s.p().cells[i]
	return Saved{Value{&c.value, s.p().schema.p.defs[i].Secure}, c.rev, c.by}, nil
}

// Public goes through the variables that are not secure, in order, with their
// saved values. A popover takes its variables from here (POP-10, POP-18).
func (s Sheet) Public() iter.Seq2[Definition, string] {
	return func(yield func(Definition, string) bool) {
		for i, d := range s.schema().defs() {
			if !d.Secure && !yield(d, s.p().cells[i].value) {
				return
			}
		}
	}
}
