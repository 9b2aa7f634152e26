package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime/debug"
	"strings"

	bolterrors "go.etcd.io/bbolt/errors"
)

var (
	// ErrLocked says that somebody else has the file open: another process, or this
	// one a second time.
	ErrLocked = errors.New("bolt: the file is in use")

	// ErrCorrupt says that the file, or one record in it, is damaged.
	ErrCorrupt = errors.New("bolt: the file is damaged")

	// ErrForeign says that the file was made by another program, or by a version of
	// this package that this one does not know.
	ErrForeign = errors.New("bolt: not a file of this store")

	// ErrStopped says that the disk has failed in the midst of a commit, so that the
	// file and what the system has in memory of it may differ. Nothing more is read
	// or written until the file is opened again.
	ErrStopped = errors.New("bolt: stopped after the disk failed")

	// ErrClosed says that Close was called.
	ErrClosed = errors.New("bolt: the store is closed")
)

// guarded turns a panic of the engine into ErrCorrupt: it trusts its pages, and
// meets a damaged one with an assertion, an index out of range or, beyond the
// end of a file that was cut off, a fault of the memory map.
func guarded(f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %.200v", ErrCorrupt, p)
		}
	}()
	return f()
}

// opening says in this package's words why a file could not be opened.
func opening(err error) error {
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return ErrLocked
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum),
		errors.Is(err, bolterrors.ErrVersionMismatch), errors.Is(err, bolterrors.ErrInvalidMapping),
		strings.HasPrefix(err.Error(), "file size too small"): // the engine has no value for that one
		return fmt.Errorf("%w: %w", ErrCorrupt, err)
	case errors.Is(err, ErrCorrupt), errors.Is(err, ErrForeign):
		return err
	}
	return fmt.Errorf("bolt: open: %w", err)
}

// using says why a read failed.
func using(err error) error {
	if errors.Is(err, bolterrors.ErrDatabaseNotOpen) {
		return ErrClosed
	}
	return err
}

// harmless says of a failed transaction that it left the file as it was: a write
// was refused, as on a full disk. After anything else, above all after a failed
// sync, nobody can tell what is on the disk.
func harmless(err error) bool {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Op == "write"
	}
	return strings.HasPrefix(err.Error(), "file resize error") // the engine gives no more than its text
}
