package agent

import (
	"errors"
	"fmt"
)

// What an error of this package is about; ask with errors.Is. A refusal for a
// reason of the rules is none of these: it is a *rule.Denied.
var (
	// ErrInvalid is a malformed request or word: a programmer's mistake, no rule.
	ErrInvalid = errors.New("agent: invalid")
	// ErrPolicy is a policy that contradicts itself or exceeds a limit.
	ErrPolicy = errors.New("agent: invalid policy")
	// ErrSnapshot is a snapshot that is truncated, of an unknown version, or
	// contradicts itself.
	ErrSnapshot = errors.New("agent: invalid snapshot")
)

// Error carries what is wrong; get it with errors.As.
type Error struct {
	Kind   error  // ErrInvalid, ErrPolicy or ErrSnapshot
	Field  string // what is wrong, such as "idle code"
	Reason string // why, such as "is not in the policy's list"
}

// Error reads "agent: invalid: idle code is not in the policy's list".
func (e *Error) Error() string { return fmt.Sprintf("%v: %s %s", e.Kind, e.Field, e.Reason) }

// Unwrap is the sentinel.
func (e *Error) Unwrap() error { return e.Kind }

func invalid(field, reason string) error { return &Error{ErrInvalid, field, reason} }
