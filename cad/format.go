package cad

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
)

// The methods of this file keep values out of whatever prints or logs a Sheet,
// a Draft, a Reader or a Result. Where fmt does not ask for
// them, box.go does.

var errJSON = errors.New("cad: not encoded by json.Marshal: a sheet or a reader is stored with Snapshot, a page is made from View")

// String says which interaction and revision, and no value.
func (s Sheet) String() string {
	return fmt.Sprintf("cad.Sheet(%s, revision %d, %d variables)", quote(s.Interaction()), s.Revision(), len(s.schema().defs()))
}

// Format prints String for every verb.
func (s Sheet) Format(f fmt.State, _ rune) { io.WriteString(f, s.String()) }

// LogValue logs String.
func (s Sheet) LogValue() slog.Value { return slog.StringValue(s.String()) }

// MarshalJSON always fails: use Snapshot.
func (s Sheet) MarshalJSON() ([]byte, error) { return nil, errJSON }

// String says whose draft it is and how many edits it has, and no value.
func (d Draft) String() string {
	n := 0
	if d.p() != nil {
		n = len(d.p().edits)
	}
	return fmt.Sprintf("cad.Draft(%s, agent %s, %d edits)", quote(d.Interaction()), quote(d.Agent()), n)
}

// Format prints String for every verb.
func (d Draft) Format(f fmt.State, _ rune) { io.WriteString(f, d.String()) }

// LogValue logs String.
func (d Draft) LogValue() slog.Value { return slog.StringValue(d.String()) }

// MarshalJSON always fails: use Reader.Snapshot.
func (d Draft) MarshalJSON() ([]byte, error) { return nil, errJSON }

// String says how much is saved and lost, and no value.
func (r Result) String() string {
	saved, lost := 0, 0
	for range r.Saved() {
		saved++
	}
	for range r.Conflicts() {
		lost++
	}
	return fmt.Sprintf("cad.Result(%v, %d saved, %d lost)", r.Sheet, saved, lost)
}

// Format prints String for every verb.
func (r Result) Format(f fmt.State, _ rune) { io.WriteString(f, r.String()) }

// LogValue logs String.
func (r Result) LogValue() slog.Value { return slog.StringValue(r.String()) }
