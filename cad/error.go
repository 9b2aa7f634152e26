package cad

import (
	"errors"
	"strconv"

	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// What an error of this package is about. Each comes wrapped in an [*Error],
// or for ErrConflict in a [Conflict], and is matched with errors.Is. Whatever
// returns one has changed nothing.
var (
	ErrDefinition  = errors.New("cad: not a valid definition")
	ErrUndefined   = errors.New("cad: no such variable")
	ErrEncoding    = errors.New("cad: value is not valid UTF-8")
	ErrTooLong     = errors.New("cad: value is too long")                      // CAD-4
	ErrHidden      = errors.New("cad: value has a character that hides")       // bidirectional controls, zero-width and control characters
	ErrType        = errors.New("cad: value is not of the variable's type")    // CAD-1, CAD-5
	ErrMask        = errors.New("cad: the mask is not a value")                // typed into a secure variable: a form sent back what it was shown
	ErrInteraction = errors.New("cad: of another interaction, or of none")     // a draft or sheet that does not belong here
	ErrSchema      = errors.New("cad: made for other definitions")             // the same interaction, but not the same schema
	ErrAgent       = errors.New("cad: not the id of an agent")                 // empty, not UTF-8, or [System]
	ErrStale       = errors.New("cad: draft and sheet do not follow in order") // load the latest sheet, rebase on it, save again
	ErrNothing     = errors.New("cad: nothing to save")                        // no edits, or all of them are saved already
	ErrConflict    = errors.New("cad: another save came first")                // CAD-7
	ErrFetch       = errors.New("cad: nothing to fetch")                       // not secure, or fetched, or not being fetched
	ErrSnapshot    = errors.New("cad: not a valid snapshot")
	ErrRevision    = errors.New("cad: no revision is left") // after 2^52 saves
)

// Error is what every function of this package returns for bad input, except
// that a ban of the rules alone is a shared *rule.Denied. It never holds a
// value. For a value that breaks a rule, errors.Is(err, rule.ID("CAD-4")) asks
// for the rule.
type Error struct {
	Err      error  // one of the sentinels above
	Variable string // the name that was given; empty if it is about no variable
	Count    int    // ErrTooLong: how many code points the value has
	At       int    // ErrHidden: the position of the character, in code points from 0
	Rune     rune   // ErrHidden: the character

	denied *rule.Denied
	detail string
}

// Error names the variable, shortened, and never a value.
func (e *Error) Error() string {
	s := e.Err.Error()
	if e.Variable != "" {
		s += ": variable " + quote(e.Variable)
	}
	switch e.Err {
	case ErrTooLong:
		s += ": " + strconv.Itoa(e.Count) + " characters, at most " + strconv.Itoa(MaxLength)
	case ErrHidden:
		s += ": " + strconv.QuoteRuneToASCII(e.Rune) + " at " + strconv.Itoa(e.At)
	}
	if e.detail != "" {
		s += ": " + e.detail
	}
	return s
}

// Unwrap gives the sentinel, and the refusal if a rule is broken.
func (e *Error) Unwrap() []error {
	if e.denied != nil {
		return []error{e.Err, e.denied}
	}
	return []error{e.Err}
}

// quote makes a name that somebody typed fit for a log line: short, and
// without characters that could pass for others.
func quote(name string) string {
	const most = 64
	n := 0
	for i := range name {
		if n == most {
			name = name[:i] + "..."
			break
		}
		n++
	}
	return strconv.QuoteToASCII(name)
}

var (
	deniedLength   = rule.Deny("CAD-4", "Edit Variables", "", "")
	deniedType     = rule.Deny("CAD-1", "Edit Variables", "", "the value is not of the variable's type")
	deniedDateTime = rule.Deny("CAD-5", "Edit Variables", "", "")
	deniedReadOnly = rule.Deny("CAD-2", "Edit Variables", "", "the variable is not editable")
	deniedFrozen   = rule.Deny("CON-21", "Edit Variables", "", "the agent was consulted through an EP-DN")
	deniedConflict = rule.Deny("CAD-7", "Save", "", "")
)
