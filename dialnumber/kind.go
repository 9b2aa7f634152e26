package dialnumber

import (
	"strconv"
	"unicode"
)

// Kind says what a removed character was (DN-3).
type Kind uint8

// The kinds of removed characters. The zero Kind is Other.
const (
	Other       Kind = iota // a symbol, a control, or what no other kind names
	Space                   // white space of any width, and line breaks
	Punctuation             // - . ( ) / and the like, in any script
	Letter                  // a letter: never turned into a keypad digit
	Pause                   // , and ;: dialling strings pause or wait there
	Numeral                 // a number that is no decimal digit: ², ½, ①, Ⅷ
	Sign                    // looks like + # * : and is neither ASCII nor full-width
	Mark                    // a combining mark, such as the one that makes a keycap
	Bidi                    // an invisible character that sets the direction of writing
	Invisible               // zero-width and other invisible characters
	BadUTF8                 // one byte that is no UTF-8
)

var kindNames = [...]string{"other", "space", "punctuation", "letter", "pause",
	"numeral", "sign", "mark", "bidi", "invisible", "bad-utf8"}

// String is the kind's name, such as "letter".
func (k Kind) String() string { return name(kindNames[:], uint8(k), "Kind") }

// MarshalText gives String; it fails for a kind that does not exist.
func (k Kind) MarshalText() ([]byte, error) { return marshalName(kindNames[:], uint8(k), "kind") }

// UnmarshalText reads what MarshalText wrote.
func (k *Kind) UnmarshalText(text []byte) error {
	return unmarshalName(kindNames[:], (*uint8)(k), text, "kind")
}

// kindOf sorts a character that is neither kept nor folded.
func kindOf(r rune) Kind {
	switch {
	case r == ',' || r == ';' || r == '，' || r == '；':
		return Pause
	case unicode.IsSpace(r) || unicode.Is(unicode.Zs, r):
		return Space
	case unicode.IsLetter(r):
		return Letter
	case unicode.IsNumber(r):
		return Numeral
	case unicode.Is(signs, r):
		return Sign
	case unicode.Is(unicode.Bidi_Control, r):
		return Bidi
	case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || unicode.Is(unicode.Variation_Selector, r):
		return Invisible
	case unicode.IsMark(r):
		return Mark
	case unicode.IsPunct(r):
		return Punctuation
	}
	return Other
}

// signs look like the supported special characters. DN-3 folds the full-width
// forms only; of these the loss is told (LettersLost).
var signs = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x02D0, Hi: 0x02D0, Stride: 1}, // modifier letter triangular colon
	{Lo: 0x066D, Hi: 0x066D, Stride: 1}, // Arabic five-pointed star
	{Lo: 0x204E, Hi: 0x204E, Stride: 1}, // low asterisk
	{Lo: 0x207A, Hi: 0x207A, Stride: 1}, // superscript plus
	{Lo: 0x208A, Hi: 0x208A, Stride: 1}, // subscript plus
	{Lo: 0x2217, Hi: 0x2217, Stride: 1}, // asterisk operator
	{Lo: 0x2236, Hi: 0x2236, Stride: 1}, // ratio
	{Lo: 0x266F, Hi: 0x266F, Stride: 1}, // music sharp
	{Lo: 0x2795, Hi: 0x2795, Stride: 1}, // heavy plus
	{Lo: 0xA789, Hi: 0xA789, Stride: 1}, // modifier letter colon
	{Lo: 0xFB29, Hi: 0xFB29, Stride: 1}, // Hebrew alternative plus
	{Lo: 0xFE13, Hi: 0xFE13, Stride: 1}, // vertical colon
	{Lo: 0xFE55, Hi: 0xFE55, Stride: 1}, // small colon
	{Lo: 0xFE5F, Hi: 0xFE5F, Stride: 1}, // small number sign
	{Lo: 0xFE61, Hi: 0xFE62, Stride: 1}, // small asterisk, small plus
}}

// name, marshalName and unmarshalName serve every enum of this package.
func name(names []string, v uint8, kind string) string {
	if int(v) < len(names) {
		return names[v]
	}
	return kind + "(" + strconv.Itoa(int(v)) + ")"
}

func marshalName(names []string, v uint8, what string) ([]byte, error) {
	if int(v) >= len(names) {
		return nil, &UnknownNameError{What: what, Name: strconv.Itoa(int(v))}
	}
	return []byte(names[v]), nil
}

func unmarshalName(names []string, v *uint8, text []byte, what string) error {
	for i, n := range names {
		if n == string(text) {
			*v = uint8(i)
			return nil
		}
	}
	return &UnknownNameError{What: what, Name: strconv.Quote(string(text[:min(len(text), 32)]))}
}
