package cad

import (
	"fmt"
	"slices"
)

// Visibility is what one reader has of a variable's saved value (CAD-3).
type Visibility uint8

const (
	Public   Visibility = iota // not secure: everybody reads it; the zero value
	Masked                     // secure and not fetched; may follow: Fetching
	Fetching                   // asked for; may follow: Fetched, Failed, and Masked when another value is saved
	Fetched                    // readable; may follow: Masked when another value is saved
	Failed                     // asked for in vain; may follow: Fetching (the retry), and Masked when another value is saved
)

var visibilityNames = [...]string{"public", "masked", "fetching", "fetched", "failed"}

// String is the word, such as "masked".
func (v Visibility) String() string {
	if int(v) < len(visibilityNames) {
		return visibilityNames[v]
	}
	return fmt.Sprintf("Visibility(%d)", uint8(v))
}

// MarshalText gives the word, which is kept across versions.
func (v Visibility) MarshalText() ([]byte, error) {
	if int(v) < len(visibilityNames) {
		return []byte(visibilityNames[v]), nil
	}
	return nil, &Error{Err: ErrFetch, detail: "no such visibility"}
}

// UnmarshalText takes exactly what MarshalText gives.
func (v *Visibility) UnmarshalText(text []byte) error {
	for i, name := range visibilityNames {
		if string(text) == name {
			*v = Visibility(i)
			return nil
		}
	}
	return &Error{Err: ErrFetch, detail: "no such visibility"}
}

// Reader is one agent's place at a sheet: his Draft, and what he may see. Each
// agent has his own, and fetches for himself (CAD-3). A copy is a reader of its
// own. The zero Reader is of no interaction.
type Reader struct {
	Draft

	frozen bool
	asked  []fetch // by variable; nil before the first Fetch; never written to once made
}

// fetch belongs to one revision: another saved value is masked again.
type fetch struct {
	state Visibility
	rev   uint64
}

// NewReader seats an agent at a sheet. Errors are those of NewDraft.
func NewReader(s Sheet, agent string) (Reader, error) {
	d, err := NewDraft(s, agent)
	return Reader{Draft: d}, err
}

// Freeze is for the agent who is consulted through an EP-DN (CON-21): from now
// on he cannot edit, and sees changed values only after Refresh. Snapshot keeps
// it, with the sheet that he sees.
func (r *Reader) Freeze() { r.frozen = true }

// Thaw ends Freeze: he has become the owner (CON-21, D6). The next Rebase
// brings him up to date.
func (r *Reader) Thaw() { r.frozen = false }

// Frozen reports whether the reader is frozen.
func (r Reader) Frozen() bool { return r.frozen }

// Set is Draft.Set, denied by CON-21 while the reader is frozen.
func (r *Reader) Set(name, value string) error {
	if r.frozen {
		return deniedFrozen
	}
	return r.Draft.Set(name, value)
}

// Rebase is Draft.Rebase. While the reader is frozen it changes nothing.
func (r *Reader) Rebase(s Sheet) ([]Conflict, error) {
	if !r.frozen {
		return r.Draft.Rebase(s)
	}
	return nil, r.fits(s)
}

// Refresh is Draft.Rebase, also while the reader is frozen: the agent asked for
// the values as they are now (CON-21).
func (r *Reader) Refresh(s Sheet) ([]Conflict, error) { return r.Draft.Rebase(s) }

// Fetch notes that the agent asks for a secure value, for the first time or
// again after it failed (CAD-3). The caller then gets leave for it, however the
// centre grants and records that, and reports with Answer. ErrUndefined, and
// ErrFetch if the variable is not secure, being fetched, or fetched.
func (r *Reader) Fetch(name string) error {
	i, err := r.secure(name)
	if err != nil {
		return err
	}
	if v := r.visibility(i); v != Masked && v != Failed {
		return &Error{Err: ErrFetch, Variable: name, detail: "it is " + v.String()}
	}
	r.ask(i, Fetching)
	return nil
}

// Answer ends a Fetch: with nil the agent may read the value, else the fetch
// has failed. The cause is not kept. ErrFetch, and no change, if none is under
// way, or if another value has been saved meanwhile: the agent has to ask
// again.
func (r *Reader) Answer(name string, cause error) error {
	i, err := r.secure(name)
	if err != nil {
		return err
	}
	if v := r.visibility(i); v != Fetching {
		return &Error{Err: ErrFetch, Variable: name, detail: "it is " + v.String()}
	}
	if cause != nil {
		r.ask(i, Failed)
	} else {
		r.ask(i, Fetched)
	}
	return nil
}

func (r *Reader) secure(name string) (int, error) {
	if r.p() == nil {
		return 0, &Error{Err: ErrInteraction}
	}
	return r.p().sheet.schema().find(name)
}

func (r *Reader) ask(i int, state Visibility) {
	if r.asked == nil {
		r.asked = make([]fetch, len(r.p().sheet.p().cells))
	} else {
		r.asked = slices.Clone(r.asked)
	}
	r.asked[i] = fetch{state, r.p().sheet.p().cells[i].rev}
}

func (r Reader) visibility(i int) Visibility {
	switch {
	case !r.p().sheet.p().schema.p.defs[i].Secure:
		return Public
	case r.asked == nil || r.asked[i].state == Public || r.asked[i].rev != r.p().sheet.p().cells[i].rev:
		return Masked
	}
	return r.asked[i].state
}
