package cad

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// MaxLength is the most Unicode code points that a value which an agent types
// or pastes may have (CAD-4).
const MaxLength = 256

// hidden are the characters that make a value look like another one: the
// bidirectional controls, what has no width, and the controls other than tab
// and line breaks. Variation selectors are not among them: ordinary emoji
// carry one.
var hidden = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x0000, Hi: 0x0008, Stride: 1},
		{Lo: 0x000b, Hi: 0x000c, Stride: 1},
		{Lo: 0x000e, Hi: 0x001f, Stride: 1},
		{Lo: 0x007f, Hi: 0x009f, Stride: 1},
		{Lo: 0x00ad, Hi: 0x00ad, Stride: 1}, // soft hyphen
		{Lo: 0x034f, Hi: 0x034f, Stride: 1}, // combining grapheme joiner
		{Lo: 0x061c, Hi: 0x061c, Stride: 1}, // Arabic letter mark
		{Lo: 0x180e, Hi: 0x180e, Stride: 1}, // Mongolian vowel separator
		{Lo: 0x200b, Hi: 0x200f, Stride: 1}, // zero-width space and joiners, direction marks
		{Lo: 0x202a, Hi: 0x202e, Stride: 1}, // embeddings and overrides
		{Lo: 0x2060, Hi: 0x206f, Stride: 1}, // word joiner, invisible operators, isolates
		{Lo: 0xfeff, Hi: 0xfeff, Stride: 1}, // byte order mark
		{Lo: 0xfff9, Hi: 0xfffb, Stride: 1}, // interlinear annotation
	},
	R32: []unicode.Range32{
		{Lo: 0xe0000, Hi: 0xe007f, Stride: 1}, // tags
	},
	LatinOffset: 5,
}

// check judges what an agent typed. The count goes before the type, because
// CAD-4 promises the count; the encoding goes before the count, because there
// is none without it.
func (d *Definition) check(value string) error {
	if !utf8.ValidString(value) {
		return &Error{Err: ErrEncoding, Variable: d.Name}
	}
	if len(value) > MaxLength {
		if n := utf8.RuneCountInString(value); n > MaxLength {
			return &Error{Err: ErrTooLong, Variable: d.Name, Count: n, denied: deniedLength}
		}
	}
	at := 0
	for _, r := range value {
		if unicode.Is(hidden, r) {
			return &Error{Err: ErrHidden, Variable: d.Name, At: at, Rune: r}
		}
		at++
	}
	if value == "" || d.Type.takes(value) {
		return nil
	}
	denied, article := deniedType, "a "
	switch d.Type {
	case DateTime:
		denied = deniedDateTime
	case Integer:
		article = "an "
	}
	return &Error{Err: ErrType, Variable: d.Name, denied: denied, detail: "not " + article + d.Type.String()}
}

func (t Type) takes(value string) bool {
	switch t {
	case String:
		return true
	case Integer:
		return digits(unsigned(value))
	case Decimal:
		whole, part, point := strings.Cut(unsigned(value), ".")
		return digits(whole) && (!point || digits(part))
	case Boolean:
		return value == "true" || value == "false"
	case DateTime:
		_, err := time.Parse(time.DateOnly, value)
		return err == nil || dateTime(value)
	}
	return false
}

// dateTime is stricter than time.Parse, which lets pass an hour of one digit,
// a comma before the fraction, and offsets of 24 hours or 60 minutes.
func dateTime(s string) bool {
	if _, err := time.Parse(time.RFC3339, s); err != nil || s[13] != ':' || strings.Contains(s, ",") {
		return false
	}
	offset := s[len(s)-6:]
	return strings.HasSuffix(s, "Z") || offset[1:3] < "24" && offset[4:] < "60"
}

func unsigned(s string) string {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		return s[1:]
	}
	return s
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
