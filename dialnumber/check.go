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
	s := survey(text)
	if !s.broken() {
		return nil
	}
	return s.err(text)
}

// findings is what one walk over a text finds. Places are byte offsets into the
// raw text, -1 where there is nothing of the kind.
type findings struct {
	entered, kept, digits, pluses int // how many

	first      int // the first character that is kept
	firstDigit int
	foreign    int // the first that is not its own dialled form
	manyDigits int // the first digit too many
	badPlus    int // the first + behind a digit
	secondPlus int
	long       int // the first kept character too many
	longInput  int // the first character too many
}

// survey counts and places everything that the rules ask about, without
// changing or keeping anything.
func survey(text string) findings {
	f := findings{longInput: -1, long: -1, manyDigits: -1, secondPlus: -1, badPlus: -1, foreign: -1,
		first: -1, firstDigit: -1}
	for i := 0; i < len(text); {
		c := read(text, i)
		if f.entered++; f.entered == MaxInput+1 {
			f.longInput = i
		}
		if c.kept != 0 {
			f.keep(c.kept, i)
		}
		if f.foreign < 0 && (c.kept == 0 || c.char != rune(c.kept)) {
			f.foreign = i
		}
		i += c.size
	}
	return f
}

func (f *findings) keep(c byte, at int) {
	if f.kept++; f.kept == MaxLength+1 {
		f.long = at
	}
	if f.first < 0 {
		f.first = at
	}
	switch {
	case c == '+':
		if f.pluses++; f.pluses == 2 {
			f.secondPlus = at
		}
		if f.digits > 0 && f.badPlus < 0 {
			f.badPlus = at
		}
	case '0' <= c && c <= '9':
		if f.digits++; f.digits == MaxDigits+1 {
			f.manyDigits = at
		}
		if f.firstDigit < 0 {
			f.firstDigit = at
		}
	}
}

// broken reports whether the text breaks DN-1 or DN-8.
func (f *findings) broken() bool {
	return f.digits < MinDigits || f.digits > MaxDigits || f.secondPlus >= 0 || f.badPlus >= 0 ||
		f.kept > MaxLength || f.entered > MaxInput
}

// err joins an Error for every broken rule; nil when none is.
func (f *findings) err(text string) error {
	return errors.Join(f.list(text)...)
}

func (f *findings) list(text string) []error {
	var all []error
	if f.digits < MinDigits {
		all = append(all, &Error{Rule: dn1, Reason: TooFewDigits, Offset: len(text), Count: f.digits, Limit: MinDigits})
	}
	if f.digits > MaxDigits {
		all = append(all, &Error{Rule: dn1, Reason: TooManyDigits, Offset: f.manyDigits, Count: f.digits, Limit: MaxDigits})
	}
	if f.badPlus >= 0 {
		all = append(all, &Error{Rule: dn8, Reason: MisplacedPlus, Offset: f.badPlus})
	}
	if f.secondPlus >= 0 {
		all = append(all, &Error{Rule: dn8, Reason: SecondPlus, Offset: f.secondPlus})
	}
	if f.kept > MaxLength {
		all = append(all, &Error{Rule: dn8, Reason: TooLong, Offset: f.long, Count: f.kept, Limit: MaxLength})
	}
	if f.entered > MaxInput {
		all = append(all, &Error{Rule: dn8, Reason: InputTooLong, Offset: f.longInput, Count: f.entered, Limit: MaxInput})
	}
	return all
}

// strictErr is err with the first character that should not be there (DN-2).
func (f *findings) strictErr(text string) error {
	all := f.list(text)
	if f.foreign >= 0 {
		all = append([]error{&Error{Rule: dn2, Reason: Unsupported, Offset: f.foreign}}, all...)
	}
	return errors.Join(all...)
}

const (
	dn1 rule.ID = "DN-1"
	dn2 rule.ID = "DN-2"
	dn3 rule.ID = "DN-3"
	dn8 rule.ID = "DN-8"
)
