package cad

import (
	"fmt"
	"log/slog"
)

// Mask stands for a secure value that is not fetched (CAD-3). Its length says
// nothing about the value's.
const Mask = "********"

// Value is the text of a variable as one reader may see it. Only Text gives a
// secure one away: every way of printing, logging or encoding a Value shows
// Mask instead. The zero Value is empty and not secure.
type Value struct {
	text   *string // nil: nothing to show. A pointer, because fmt follows none to a string (box.go)
	secure bool
}

// Shown is the value that a page was shown as text: how a view is read back from
// its JSON. A secure one shown as Mask is masked, and holds nothing.
func Shown(text string, secure bool) Value {
	if secure && text == Mask {
		return Value{secure: true}
	}
	return Value{&text, secure}
}

// Text is what a page shows: the text, or Mask where the value is secure and
// this reader has not fetched it. A Value that is still masked does not hold
// the text at all.
func (v Value) Text() string {
	switch {
	case v.text != nil:
		return *v.text
	case v.secure:
		return Mask
	}
	return ""
}

// Masked reports whether Text is the mask for want of a fetched value.
func (v Value) Masked() bool { return v.secure && v.text == nil }

// String is the text, or Mask if the value is secure, fetched or not.
func (v Value) String() string {
	if v.secure {
		return Mask
	}
	return v.Text()
}

// Format prints String for every verb.
func (v Value) Format(f fmt.State, verb rune) { fmt.Fprintf(f, fmt.FormatString(f, verb), v.String()) }

// LogValue logs String.
func (v Value) LogValue() slog.Value { return slog.StringValue(v.String()) }

// MarshalText encodes String, so that no page or log that is made with
// encoding/json holds a secure value unless its author calls Text.
func (v Value) MarshalText() ([]byte, error) { return []byte(v.String()), nil }
