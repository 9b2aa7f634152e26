package cad

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Definition is one variable as the administrator defines it (CAD-1). The zero
// Type is String; the zero flags make it read-only and not secure.
type Definition struct {
	Name     string `json:"name"`     // the key; unique, 1 to 256 characters, none of them hidden
	Label    string `json:"label"`    // what the agent reads; empty: the name
	Type     Type   `json:"type"`     // what may be typed
	Order    int    `json:"order"`    // lower is shown first; equals stay as they were given
	Editable bool   `json:"editable"` // agents may edit it (CAD-2)
	Secure   bool   `json:"secure"`   // masked until fetched, never in a popover (CAD-3, POP-18)
}

// Schema is a checked list of definitions, in the order in which they are
// shown. It does not change, and can be shared by every interaction. The zero
// Schema has no variables.
type Schema struct{ p *schema }

type schema struct {
	defs  []Definition
	index map[string]int
}

// NewSchema checks the definitions once, and copies them. An empty or repeated
// name, one with hidden characters, text that is not UTF-8 and an unknown type
// are ErrDefinition.
func NewSchema(definitions []Definition) (Schema, error) {
	p := &schema{defs: slices.Clone(definitions), index: make(map[string]int, len(definitions))}
	slices.SortStableFunc(p.defs, func(a, b Definition) int {
		switch {
		case a.Order < b.Order:
			return -1
		case a.Order > b.Order:
			return 1
		}
		return 0
	})
	for i := range p.defs {
		d := &p.defs[i]
		if why := d.flaw(); why != "" {
			return Schema{}, &Error{Err: ErrDefinition, Variable: d.Name, detail: why}
		}
		if _, twice := p.index[d.Name]; twice {
			return Schema{}, &Error{Err: ErrDefinition, Variable: d.Name, detail: "the name is used twice"}
		}
		p.index[d.Name] = i
		if d.Label == "" {
			d.Label = d.Name
		}
	}
	return Schema{p}, nil
}

func (d *Definition) flaw() string {
	switch {
	case d.Name == "":
		return "it has no name"
	case !utf8.ValidString(d.Name), !utf8.ValidString(d.Label):
		return "its name or label is not valid UTF-8"
	case utf8.RuneCountInString(d.Name) > MaxLength:
		return "its name is too long"
	case int(d.Type) >= len(typeNames):
		return "no such type"
	}
	for _, r := range d.Name {
		if unicode.Is(hidden, r) {
			return "its name has a character that hides"
		}
	}
	return ""
}

// Definitions returns the definitions in the order in which they are shown. The
// slice is the caller's own.
func (s Schema) Definitions() []Definition {
	if s.p == nil {
		return nil
	}
	return slices.Clone(s.p.defs)
}

// String says how many variables there are.
func (s Schema) String() string { return fmt.Sprintf("cad.Schema(%d variables)", len(s.defs())) }

// defs is Definitions without the copy, and safe on the zero Schema.
func (s Schema) defs() []Definition {
	if s.p == nil {
		return nil
	}
	return s.p.defs
}

func (s Schema) find(name string) (int, error) {
	if s.p != nil {
		if i, ok := s.p.index[name]; ok {
			return i, nil
		}
	}
	return 0, &Error{Err: ErrUndefined, Variable: name}
}

// equal compares what is defined: a sheet that comes out of a snapshot brings
// a schema of its own.
func (s Schema) equal(t Schema) bool {
	return s.p == t.p || slices.Equal(s.defs(), t.defs())
}
