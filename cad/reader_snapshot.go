package cad

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"unicode/utf8"
)

const readerVersion = 1

// readerSnapshot is what NewReader on the sheet as it is now would not have.
// Names and not positions stand in it, so that it can be read by eye, and so
// that one that does not belong to the sheet is found out.
type readerSnapshot struct {
	Version     int             `json:"version"`
	Interaction string          `json:"interaction"`
	Revision    uint64          `json:"revision"` // of the sheet that he has before him
	Agent       string          `json:"agent"`
	Frozen      bool            `json:"frozen"`
	Edits       []snapshotEdit  `json:"edits,omitempty"`
	Fetches     []snapshotFetch `json:"fetches,omitempty"`
	Sheet       json.RawMessage `json:"sheet,omitempty"` // if he has another one before him than the one that is kept beside this
}

type snapshotEdit struct {
	Name  string  `json:"name"`
	Value *string `json:"value"`
}

type snapshotFetch struct {
	Name  string     `json:"name"`
	State Visibility `json:"state"`
}

var readerKeys = []string{
	"version", "interaction", "revision", "agent", "frozen", "edits", "fetches", "sheet", "name", "value", "state",
}

// Snapshot encodes the reader as JSON, for a store that keeps it beside the
// sheet as it is now. The sheet that he has before him is in it only if it is
// another one: he is frozen (CON-21), or has not been rebased yet. Like
// [Sheet.Snapshot] it holds what he typed into secure variables in clear: keep
// it as that must be kept, and do not log it.
//
// The zero Reader is ErrSnapshot: there is nothing to keep. A sheet of another
// interaction is ErrInteraction, one with other definitions ErrSchema.
func (r Reader) Snapshot(now Sheet) ([]byte, error) {
	if r.p() == nil {
		return nil, &Error{Err: ErrSnapshot, detail: "of no interaction"}
	}
	if err := r.fits(now); err != nil {
		return nil, err
	}
	s := r.p().sheet
	out := readerSnapshot{Version: readerVersion, Interaction: s.p().id, Revision: s.p().rev, Agent: r.p().agent, Frozen: r.frozen}
	if !s.same(now) {
		before, err := s.Snapshot()
		if err != nil {
			return nil, err
		}
		out.Sheet = before
	}
	for i := range r.p().edits {
		e := &r.p().edits[i]
		out.Edits = append(out.Edits, snapshotEdit{s.p().schema.p.defs[e.variable].Name, &e.value})
	}
	for i := range s.p().cells {
		if v := r.visibility(i); v > Masked {
			out.Fetches = append(out.Fetches, snapshotFetch{s.p().schema.p.defs[i].Name, v})
		}
	}
	return json.Marshal(out)
}

// RestoreReader takes what Snapshot gave, with the sheet that was kept beside
// it, and gives a reader that does what the other would have done. One thing
// differs: a value that was being fetched has failed, because nobody waits for
// the answer any more, and a failed fetch can be tried again (CAD-3).
//
// It is as strict as [Restore]: whatever else it is given, a sheet of another
// revision among it, is ErrSnapshot and no Reader. The error holds nothing of
// the data.
func RestoreReader(s Sheet, data []byte) (Reader, error) {
	r, why := restoreReader(s, data)
	if why != "" {
		return Reader{}, &Error{Err: ErrSnapshot, detail: why}
	}
	return r, nil
}

func restoreReader(s Sheet, data []byte) (Reader, string) {
	var in readerSnapshot
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if !utf8.Valid(data) || dec.Decode(&in) != nil {
		return Reader{}, "not the JSON of a reader"
	}
	if _, err := dec.Token(); err != io.EOF {
		return Reader{}, "something follows it"
	}
	if !exactKeys(data, readerKeys, sheetKeys) {
		return Reader{}, "a key is repeated or misspelt"
	}
	if in.Version != readerVersion {
		return Reader{}, "not a version that is known"
	}
	r, err := NewReader(s, in.Agent)
	if err != nil {
		return Reader{}, "of no agent or no sheet"
	}
	if in.Sheet != nil {
		before, why := restore(in.Sheet)
		if why != "" {
			return Reader{}, "in its sheet: " + why
		}
		if r.fits(before) != nil {
			return Reader{}, "of another sheet"
		}
		r.p().sheet = before
	}
	before := r.p().sheet.p()
	if before.id != in.Interaction || before.rev != in.Revision {
		return Reader{}, "of another sheet"
	}
	r.frozen = in.Frozen
	for _, e := range in.Edits {
		if !r.typed(e) {
			return Reader{}, "an edit is not valid"
		}
	}
	last := -1
	for _, f := range in.Fetches {
		i, err := before.schema.find(f.Name)
		if err != nil || i <= last || !before.schema.p.defs[i].Secure || f.State <= Masked {
			return Reader{}, "a fetch is not valid"
		}
		if last = i; f.State == Fetching {
			f.State = Failed
		}
		if r.asked == nil {
			r.asked = make([]fetch, len(before.cells))
		}
		r.asked[i] = fetch{f.State, before.cells[i].rev}
	}
	return r, ""
}

// typed adds an edit to a reader that nobody else has yet. It asks what
// Draft.Set asks, but not whether the value is the saved one.
func (r Reader) typed(e snapshotEdit) bool {
	i, err := r.p().sheet.schema().find(e.Name)
	if err != nil || e.Value == nil {
		return false
	}
	if n := len(r.p().edits); n > 0 && r.p().edits[n-1].variable >= i {
		return false
	}
	def := &r.p().sheet.p().schema.p.defs[i]
	if !def.Editable || def.Secure && *e.Value == Mask || def.check(*e.Value) != nil {
		return false
	}
	r.p().edits = append(r.p().edits, edit{i, *e.Value})
	return true
}

// same compares the content of two sheets that fit: one of them may come out of
// a snapshot. A revision alone does not tell a sheet that was never committed
// from the one that was.
func (s Sheet) same(t Sheet) bool {
	return s.p() == t.p() || s.p().rev == t.p().rev && slices.Equal(s.p().cells, t.p().cells)
}
