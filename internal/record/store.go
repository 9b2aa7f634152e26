package record

import (
	"context"
	"errors"
)

// ErrConflict says that the record was changed meanwhile: nothing was
// committed, and the caller reads it again and decides anew. It is certain.
var ErrConflict = errors.New("record: conflict")

// ErrUnknown says that nobody knows whether the commit was made: the caller
// reads the record again and looks.
var ErrUnknown = errors.New("record: outcome unknown")

// ErrMissing says that there is no such record.
var ErrMissing = errors.New("record: missing")

// Revision counts the commits of a record: each makes the next one. 0 is a
// record that is not there yet.
type Revision uint64

// Record is what a table keeps.
type Record interface {
	Interaction | Agent
}

// Table keeps the records of one kind. What it is given and gives back is never
// changed by anybody.
type Table[K comparable, V Record] interface {
	// Load reads a record; ErrMissing when there is none. It may be a little
	// stale: a commit tells.
	Load(ctx context.Context, key K) (*V, error)
	// Commit puts a record in the place of the one whose revision is one less;
	// with gone it removes it. The error is nil, ErrConflict, or ErrUnknown, wrapped.
	Commit(ctx context.Context, key K, v *V, gone bool) error
}
