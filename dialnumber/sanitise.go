package dialnumber

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sanitised is what DN-3 leaves of a text, and an account of the rest. It shows
// what it holds when it is printed: it is not for a log; a Number is masked.
type Sanitised struct {
	Text    string    // digits and + # * : in their order; not checked yet
	Removed []Removal // every character that was removed, in order; nil when none was
	Folded  []Fold    // every character that was kept as another, in order; nil when none was
}

// Removal is one character that DN-3 removed.
type Removal struct {
	Offset int  // where it begins in the raw text, in bytes
	Char   rune // the character; utf8.RuneError where the byte is no UTF-8
	Kind   Kind // what it was
}

// Fold is one character that DN-3 kept as its ASCII form.
type Fold struct {
	Offset int  // where it begins in the raw text, in bytes
	Char   rune // the character as it was: another script's digit, or a full-width form
	To     byte // the ASCII character that it became
}

// Sanitise keeps the digits and + # * : of a text and removes the rest (DN-3).
// Other scripts' decimal digits and full-width forms are folded to ASCII.
// Letters never become keypad digits. It cannot fail, and takes any text: the
// account of a text that is far too long is as long, so call Check, New or
// Parse on what a stranger pasted. A text that is clean already is returned
// without an allocation.
func Sanitise(text string) Sanitised {
	clean := 0
	for clean < len(text) && text[clean] < utf8.RuneSelf && asciiKept[text[clean]] {
		clean++
	}
	if clean == len(text) {
		return Sanitised{Text: text}
	}
	var out Sanitised
	var kept strings.Builder
	kept.WriteString(text[:clean])
	for i := clean; i < len(text); {
		c := read(text, i)
		switch {
		case c.kept == 0:
			out.Removed = append(out.Removed, Removal{Offset: i, Char: c.char, Kind: c.kind()})
		case c.char != rune(c.kept):
			out.Folded = append(out.Folded, Fold{Offset: i, Char: c.char, To: c.kept})
			fallthrough
		default:
			kept.WriteByte(c.kept)
		}
		i += c.size
	}
	out.Text = kept.String()
	return out
}

// character is one character of a raw text.
type character struct {
	char rune
	size int  // in bytes
	kept byte // what is dialled of it; 0: removed
}

// kind is why a character was removed.
func (c character) kind() Kind {
	if c.char == utf8.RuneError && c.size == 1 {
		return BadUTF8
	}
	return kindOf(c.char)
}

// read reads the character that begins at byte i. It is the one place where
// DN-3 is decided.
func read(text string, i int) character {
	b := text[i]
	if b < utf8.RuneSelf {
		c := character{char: rune(b), size: 1}
		if asciiKept[b] {
			c.kept = b
		}
		return c
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	return character{char: r, size: size, kept: fold(r)}
}

// asciiKept says which ASCII characters are kept (DN-2).
var asciiKept = func() (t [utf8.RuneSelf]bool) {
	for i := range len(alphabet) {
		t[alphabet[i]] = true
	}
	return t
}()

// fold is the ASCII form of another script's decimal digit or of a full-width
// sign, or 0. In Unicode decimal digits come in runs of ten, from 0 to 9.
func fold(r rune) byte {
	switch r {
	case '＋':
		return '+'
	case '＃':
		return '#'
	case '＊':
		return '*'
	case '：':
		return ':'
	}
	if !unicode.IsDigit(r) {
		return 0
	}
	for _, x := range unicode.Nd.R16 {
		if rune(x.Lo) <= r && r <= rune(x.Hi) {
			return '0' + byte((r-rune(x.Lo))%10)
		}
	}
	for _, x := range unicode.Nd.R32 {
		if rune(x.Lo) <= r && r <= rune(x.Hi) {
			return '0' + byte((r-rune(x.Lo))%10)
		}
	}
	return 0
}
