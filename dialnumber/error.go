package dialnumber

import (
	"errors"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// ErrInvalid is matched by every *Error: the text is no dial number (DN-7).
var ErrInvalid = errors.New("dialnumber: not a dial number")

// Reason narrows down which part of its rule a text breaks.
type Reason uint8

// The reasons. The zero Reason is no reason and is in no error.
const (
	NoReason      Reason = iota
	TooFewDigits         // DN-1: fewer than MinDigits; the offset is the end of the text
	TooManyDigits        // DN-1: more than MaxDigits; the offset is the first digit too many
	Unsupported          // DN-2: a stored number holds a character that cannot be dialled; its offset
	Lossy                // DN-3: what was removed changes which number is dialled (Config.RejectLossy)
	SecondPlus           // DN-8: the offset is the second +
	MisplacedPlus        // DN-8: a + behind a digit; its offset
	TooLong              // DN-8: more than MaxLength characters are left; the first too many
	InputTooLong         // DN-8: more than MaxInput characters were entered; the first too many
)

var reasonNames = [...]string{"none", "too-few-digits", "too-many-digits", "unsupported-character",
	"lossy", "second-plus", "misplaced-plus", "too-long", "input-too-long"}

// String is the reason's name, such as "too-few-digits".
func (r Reason) String() string { return name(reasonNames[:], uint8(r), "Reason") }

// MarshalText gives String; it fails for a reason that does not exist.
func (r Reason) MarshalText() ([]byte, error) { return marshalName(reasonNames[:], uint8(r), "reason") }

// UnmarshalText reads what MarshalText wrote.
func (r *Reason) UnmarshalText(text []byte) error {
	return unmarshalName(reasonNames[:], (*uint8)(r), text, "reason")
}

// Error is one rule that a text breaks. It holds no part of the text.
// errors.Is(err, rule.ID("DN-1")) asks for the rule, errors.Is(err, ErrInvalid)
// for any.
type Error struct {
	Rule    rule.ID     // DN-1, DN-2, DN-3 or DN-8
	Reason  Reason      // which part of the rule
	Offset  int         // where in the raw text, in bytes
	Count   int         // how many there are, where the rule counts; else 0
	Limit   int         // how many there may be, where the rule counts; else 0
	Warning WarningKind // what was lost, where the reason is Lossy; else NoWarning
}

// Error says which rule is broken, how and where; never the number.
func (e *Error) Error() string {
	s := "dialnumber: rule " + string(e.Rule) + ": "
	switch e.Reason {
	case TooFewDigits:
		s += fmt.Sprintf("%d digits, at least %d needed", e.Count, e.Limit)
	case TooManyDigits:
		s += fmt.Sprintf("%d digits, at most %d allowed", e.Count, e.Limit)
	case Unsupported:
		s += "a character that cannot be dialled"
	case Lossy:
		s += "another number would be dialled: " + e.Warning.Says()
	case SecondPlus:
		s += "a second +"
	case MisplacedPlus:
		s += "a + behind a digit"
	case TooLong:
		s += fmt.Sprintf("%d characters to dial, at most %d allowed", e.Count, e.Limit)
	case InputTooLong:
		s += fmt.Sprintf("%d characters entered, at most %d allowed", e.Count, e.Limit)
	default:
		s += e.Reason.String()
	}
	return s + fmt.Sprintf(" (byte %d)", e.Offset)
}

// Is matches ErrInvalid and the id of the broken rule.
func (e *Error) Is(target error) bool {
	if id, ok := target.(rule.ID); ok {
		return id == e.Rule
	}
	return target == ErrInvalid
}

// Broken lists the broken rules that err carries, in the order in which they
// were found; nil when err is of another kind.
func Broken(err error) []*Error {
	switch e := err.(type) {
	case *Error:
		return []*Error{e}
	case interface{ Unwrap() []error }:
		var all []*Error
		for _, one := range e.Unwrap() {
			all = append(all, Broken(one)...)
		}
		return all
	case interface{ Unwrap() error }:
		return Broken(e.Unwrap())
	}
	return nil
}

// UnknownNameError says that a text names no value of an enum of this package.
type UnknownNameError struct {
	What string // which enum: "kind", "format" …
	Name string // what was read, cut to 32 bytes
}

// Error reads "dialnumber: unknown kind …".
func (e *UnknownNameError) Error() string {
	return "dialnumber: unknown " + e.What + " " + e.Name
}
