package store

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"unicode/utf8"
)

// Key names a record. Both parts are UTF-8, of 1 to MaxKey bytes.
type Key struct {
	Kind string // what it is about: a word of the Center's, such as "agent"
	ID   string
}

// String is kind and id, for logs.
func (k Key) String() string { return k.Kind + "/" + k.ID }

// MaxKey and MaxData bound what a store has to take, in bytes.
const (
	MaxKey  = 256
	MaxData = 1 << 20
)

// Revision tells one state of a record from another. It is compared with
// nothing but itself; 0 is the revision of a record that is not there, and no
// commit makes it again.
type Revision uint64

// Record is what is kept under a key.
type Record struct {
	Key      Key
	Revision Revision
	Data     []byte
}

// Change is what a watcher is told.
type Change struct {
	Record       // as it is after the change; without Data when it is gone
	Gone    bool // the record was removed; its revision is 0
	Current bool // no record: what was there when the watch began has been told; once
}

// Store keeps records. The package comment numbers the duties of an
// implementation.
type Store interface {
	// Load reads a record: ErrMissing when there is none.
	Load(ctx context.Context, key Key) (Record, error)

	// Commit puts data in the place of the record whose revision is was; 0 for
	// one that is not there yet. It gives the new revision. Nil data removes the
	// record, and gives 0; was must not be 0 then.
	Commit(ctx context.Context, key Key, was Revision, data []byte) (Revision, error)

	// Watch tells what is there, and then what changes.
	Watch(ctx context.Context) iter.Seq2[Change, error]
}

// The outcomes that are certain.
var (
	ErrConflict = errors.New("store: the record has changed")
	ErrMissing  = errors.New("store: no such record")
	ErrInvalid  = errors.New("store: invalid")
)

// Check says what is wrong with the arguments of a commit: ErrInvalid, or nil.
// Every implementation can begin with it.
func Check(key Key, was Revision, data []byte) error {
	switch {
	case key.Kind == "" || key.ID == "":
		return fmt.Errorf("%w: a key without a kind or an id", ErrInvalid)
	case !utf8.ValidString(key.Kind) || !utf8.ValidString(key.ID):
		return fmt.Errorf("%w: a key that is not UTF-8", ErrInvalid)
	case len(key.Kind) > MaxKey || len(key.ID) > MaxKey:
		return fmt.Errorf("%w: a key of more than %d bytes", ErrInvalid, MaxKey)
	case len(data) > MaxData:
		return fmt.Errorf("%w: %d bytes of data, the limit is %d", ErrInvalid, len(data), MaxData)
	case data == nil && was == 0:
		return fmt.Errorf("%w: removing what is not there", ErrInvalid)
	case data != nil && len(data) == 0:
		return fmt.Errorf("%w: a record without data", ErrInvalid)
	}
	return nil
}
