package cad

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"unicode/utf8"
)

const snapshotVersion = 1

// snapshot carries the definitions too: a change of the administrator's must
// not change, or lose, the sheet of a call that is under way.
type snapshot struct {
	Version     int                `json:"version"`
	Interaction string             `json:"interaction"`
	Revision    uint64             `json:"revision"`
	Variables   []snapshotVariable `json:"variables"`
}

type snapshotVariable struct {
	Definition
	Value    *string `json:"value,omitempty"`
	Bytes    []byte  `json:"bytes,omitempty"` // instead of Value: what the flow set is not judged, and JSON cannot hold all of it
	Revision uint64  `json:"revision"`
	Other    uint64  `json:"other"`
	By       string  `json:"by"`
}

// Snapshot encodes the sheet with its definitions, as JSON, for a store. It
// holds the secure values in clear: keep it as they must be kept, and do not
// log it. The zero Sheet is ErrSnapshot.
func (s Sheet) Snapshot() ([]byte, error) {
	if s.p() == nil {
		return nil, &Error{Err: ErrSnapshot, detail: "of no interaction"}
	}
	out := snapshot{snapshotVersion, s.p().id, s.p().rev, make([]snapshotVariable, len(s.p().cells))}
	for i := range s.p().cells {
		c := &s.p().cells[i]
		v := snapshotVariable{Definition: s.p().schema.p.defs[i], Revision: c.rev, Other: c.other, By: c.by}
		if utf8.ValidString(c.value) {
			v.Value = &c.value
		} else {
			v.Bytes = []byte(c.value)
		}
		out.Variables[i] = v
	}
	return json.Marshal(out)
}

// Restore takes what Snapshot gave, with any spacing and order of the keys. It
// is strict: whatever else it is given is ErrSnapshot and no Sheet. The error
// holds nothing of the data.
func Restore(data []byte) (Sheet, error) {
	s, why := restore(data)
	if why != "" {
		return Sheet{}, &Error{Err: ErrSnapshot, detail: why}
	}
	return s, nil
}

func restore(data []byte) (Sheet, string) {
	var in snapshot
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if !utf8.Valid(data) || dec.Decode(&in) != nil {
		return Sheet{}, "not the JSON of a sheet"
	}
	if _, err := dec.Token(); err != io.EOF {
		return Sheet{}, "something follows it"
	}
	if !exactKeys(data, sheetKeys) {
		return Sheet{}, "a key is repeated or misspelt"
	}
	if in.Version != snapshotVersion {
		return Sheet{}, "not a version that is known"
	}
	defs := make([]Definition, len(in.Variables))
	for i := range defs {
		defs[i] = in.Variables[i].Definition
		if i > 0 && defs[i].Order < defs[i-1].Order {
			return Sheet{}, "the variables are not in order"
		}
	}
	schema, err := NewSchema(defs)
	if err != nil {
		return Sheet{}, "a definition is not valid"
	}
	s, err := NewSheet(schema, in.Interaction, nil)
	if err != nil {
		return Sheet{}, "of no interaction"
	}
	for i := range in.Variables {
		c, ok := in.Variables[i].cell()
		if !ok {
			return Sheet{}, "a variable is not valid"
		}
		s.p().cells[i] = c
		s.p().rev = max(s.p().rev, c.rev)
	}
	if s.p().rev != in.Revision || s.p().rev > maxRevision {
		return Sheet{}, "the revision is not that of the latest variable"
	}
	return s, ""
}

func (v *snapshotVariable) cell() (cell, bool) {
	c := cell{by: v.By, rev: v.Revision, other: v.Other}
	switch {
	case v.Value != nil && v.Bytes == nil:
		c.value = *v.Value
	case v.Value == nil && !utf8.Valid(v.Bytes):
		c.value = string(v.Bytes)
	default:
		return c, false
	}
	if v.Label == "" || c.by == "" {
		return c, false
	}
	if c.rev == 0 {
		return c, c.by == System && c.other == 0
	}
	return c, c.other < c.rev
}

var sheetKeys = []string{
	"version", "interaction", "revision", "variables",
	"name", "label", "type", "order", "editable", "secure", "value", "bytes", "other", "by",
}

// exactKeys finds what encoding/json lets pass: a key that comes twice, or in
// other letters, and bytes as a list of numbers. The data has been decoded, so
// that a known key that stands in the wrong object has been found already.
func exactKeys(data []byte, known ...[]string) bool {
	type level struct {
		seen  map[string]bool // nil: a list, which holds objects only
		value bool            // what comes next is one, and not a key
	}
	var open []level
	dec := json.NewDecoder(bytes.NewReader(data))
	for {
		token, err := dec.Token()
		if err != nil {
			return err == io.EOF
		}
		switch token {
		case json.Delim('{'):
			open = append(open, level{seen: map[string]bool{}})
			continue
		case json.Delim('['):
			open = append(open, level{})
			continue
		case json.Delim('}'), json.Delim(']'):
			if open = open[:len(open)-1]; len(open) > 0 {
				open[len(open)-1].value = false
			}
			continue
		}
		if len(open) == 0 {
			return false
		}
		in := &open[len(open)-1]
		switch {
		case in.seen == nil:
			return false
		case !in.value:
			name, _ := token.(string)
			if in.seen[name] || !slices.ContainsFunc(known, func(k []string) bool { return slices.Contains(k, name) }) {
				return false
			}
			in.seen[name] = true
		}
		in.value = !in.value
	}
}
