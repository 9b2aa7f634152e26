package target

import (
	"errors"
	"strconv"
)

// ErrLists is matched by every *RowError.
var ErrLists = errors.New("target: row left out")

// RowError says which row of a list was left out, and why. It holds nothing of
// the row.
type RowError struct {
	List   string // "agent", "queue", "entry point", "EP-DN", "address book", "expert"
	Row    int    // from 0
	Reason string // such as "has no id"
}

// Error reads "target: row left out: agent 3 has no id".
func (e *RowError) Error() string {
	return ErrLists.Error() + ": " + e.List + " " + strconv.Itoa(e.Row) + " " + e.Reason
}

// Unwrap is ErrLists.
func (e *RowError) Unwrap() error { return ErrLists }
