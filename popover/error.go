package popover

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/seed-6cc70c2f/callcontrol/rule"
)

var (
	// ErrNoCard says that the agent has no card of this interaction: he has
	// accepted it, has left, or never was in it.
	ErrNoCard = errors.New("popover: no card")
	// ErrInvalid is matched by an *Error: input that is a programmer's mistake.
	ErrInvalid = errors.New("popover: invalid")
	// ErrConfig is matched by every *ConfigError.
	ErrConfig = errors.New("popover: invalid configuration")
)

// Error says which input is wrong. It holds no value of it.
type Error struct {
	Field  string // such as "contact id"
	Reason string // such as "is empty"
}

// Error reads "popover: invalid: contact id is empty".
func (e *Error) Error() string { return ErrInvalid.Error() + ": " + e.Field + " " + e.Reason }

// Unwrap is ErrInvalid.
func (e *Error) Unwrap() error { return ErrInvalid }

// ConfigError is one mistake in a [Config].
type ConfigError struct {
	Form   Form    // in the layout of which form
	Field  string  // "variables", "variable 2", "link 1"
	Reason string  // such as "name is empty"
	Rule   rule.ID // the rule that it breaks; empty for one of our own limits
	Count  int     // how many there are, where the mistake is their number; else 0
	Min    int     // how many there have to be at least, unless there are none
	Max    int     // how many there may be
}

// Error reads "popover: invalid configuration: inbound: 2 variables: none, or 3
// to 6 (POP-10)".
func (e *ConfigError) Error() string {
	s := ErrConfig.Error() + ": " + e.Form.String() + ": "
	if e.Count == 0 {
		s += e.Field + " " + e.Reason
	} else {
		s += strconv.Itoa(e.Count) + " " + e.Field + ": " + e.span()
	}
	if e.Rule != "" {
		s += " (" + string(e.Rule) + ")"
	}
	return s
}

func (e *ConfigError) span() string {
	switch {
	case e.Max == 0:
		return "none can be chosen"
	case e.Min > 0:
		return fmt.Sprintf("none, or %d to %d", e.Min, e.Max)
	}
	return fmt.Sprintf("at most %d", e.Max)
}

// Is matches ErrConfig and the id of the broken rule.
func (e *ConfigError) Is(target error) bool {
	if id, ok := target.(rule.ID); ok {
		return id == e.Rule && id != ""
	}
	return target == ErrConfig
}
