package dialnumber

import (
	"errors"

	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// Check reports every rule that a raw text breaks once it is sanitised: 3 to 18
// digits (DN-1), at most one + and that in front (DN-8), at most 40 characters
// from at most 256 (DN-8). nil means that New would make a Number of it. The
// error joins one *Error for each broken rule; Broken lists them. Nothing is
// allocated for a text that passes, whatever has to be removed from it.
func Check(text string) error {
	n := count(text)
	if n.broken() {
		return n.err(text)
	}
	return nil
}

// tally is what one walk over a text counts: all that decides whether a rule is
// broken. Where it is, is looked for only when somebody is to be told.
type tally struct {
	entered, kept, digits, pluses int
	plusBehind                    bool // a + behind a digit
}

func count(text string) tally {
	var n tally
	for i := 0; i < len(text); {
		code, size := codes[text[i]], 1
		if code == wide {
			code, size = decode(text[i:])
		}
		n.add(code)
		i += size
	}
	return n
}

// add counts one character, by its code.
func (n *tally) add(code byte) {
	n.entered++
	if code == 0 {
		return
	}
	n.kept++
	if code < codePlus {
		n.digits++
	} else if code == codePlus {
		n.pluses++
		n.plusBehind = n.digits > 0 // which never fall again
	}
}

// broken reports whether the text breaks DN-1 or DN-8.
func (n *tally) broken() bool {
	return n.digits < MinDigits || n.digits > MaxDigits || n.pluses > 1 || n.plusBehind ||
		n.kept > MaxLength || n.entered > MaxInput
}

// err joins an Error for every broken rule; nil when none is.
func (n *tally) err(text string) error {
	return errors.Join(n.list(text)...)
}

func (n *tally) list(text string) []error {
	if !n.broken() {
		return nil
	}
	var all []error
	at := locate(text)
	if n.digits < MinDigits {
		all = append(all, &Error{Rule: dn1, Reason: TooFewDigits, Offset: len(text), Count: n.digits, Limit: MinDigits})
	}
	if n.digits > MaxDigits {
		all = append(all, &Error{Rule: dn1, Reason: TooManyDigits, Offset: at.manyDigits, Count: n.digits, Limit: MaxDigits})
	}
	if n.plusBehind {
		all = append(all, &Error{Rule: dn8, Reason: MisplacedPlus, Offset: at.plusBehind})
	}
	if n.pluses > 1 {
		all = append(all, &Error{Rule: dn8, Reason: SecondPlus, Offset: at.secondPlus})
	}
	if n.kept > MaxLength {
		all = append(all, &Error{Rule: dn8, Reason: TooLong, Offset: at.long, Count: n.kept, Limit: MaxLength})
	}
	if n.entered > MaxInput {
		all = append(all, &Error{Rule: dn8, Reason: InputTooLong, Offset: at.longInput, Count: n.entered, Limit: MaxInput})
	}
	return all
}

// strictErr is err with the first character that should not be there (DN-2).
func (n *tally) strictErr(text string) error {
	all := n.list(text)
	if n.kept != len(text) {
		all = append([]error{&Error{Rule: dn2, Reason: Unsupported, Offset: locate(text).foreign}}, all...)
	}
	return errors.Join(all...)
}

const (
	dn1 rule.ID = "DN-1"
	dn2 rule.ID = "DN-2"
	dn3 rule.ID = "DN-3"
	dn8 rule.ID = "DN-8"
)
