package dialnumber

import (
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
// without an allocation; one of ASCII costs two, the text and the account.
func Sanitise(text string) Sanitised {
	clean := 0
	for clean < len(text) && codes[text[clean]] != 0 && codes[text[clean]] != wide {
		clean++
	}
	if clean == len(text) {
		return Sanitised{Text: text}
	}
	var out Sanitised
	var buf [2 * MaxLength]byte // room for what is dialled, of any text that is no attack
	kept := append(buf[:0], text[:clean]...)
	for i := clean; i < len(text); {
		code, size := codes[text[i]], 1
		if code == wide {
			code, size = decode(text[i:])
		}
		switch {
		case code == 0:
			if out.Removed == nil {
				out.Removed = make([]Removal, 0, removable(text[i:]))
			}
			out.Removed = append(out.Removed, removal(text, i))
		case size > 1:
			out.Folded = append(out.Folded, Fold{Offset: i, Char: read(text, i).char, To: alphabet[code-1]})
			fallthrough
		default:
			kept = append(kept, alphabet[code-1])
		}
		i += size
	}
	out.Text = string(kept)
	return out
}

func removal(text string, i int) Removal {
	if b := text[i]; b < utf8.RuneSelf {
		return Removal{Offset: i, Char: rune(b), Kind: asciiKinds[b]}
	}
	c := read(text, i)
	return Removal{Offset: i, Char: c.char, Kind: c.kind()}
}

// removable is how much of a text may have to be removed, so that the account
// is allocated once. It is an estimate: what is no ASCII may be kept, and a
// byte that is no UTF-8 is not counted.
func removable(text string) int {
	n := 0
	for i := range len(text) {
		if b := text[i]; codes[b] == 0 || b >= 0xC0 {
			n++
		}
	}
	return n
}

// codes is what DN-2 and DN-3 make of a byte: the place in the alphabet of what
// is dialled, plus one; 0 for what is removed; wide where the character has
// more than this byte.
var codes = func() (t [256]byte) {
	for b := utf8.RuneSelf; b < len(t); b++ {
		t[b] = wide
	}
	for i := range len(alphabet) {
		t[alphabet[i]] = byte(i + 1)
	}
	return t
}()

const wide = byte(len(alphabet) + 1)

// decode is the code of the character that a text begins with, and its size in
// bytes, where it is wide. The walks that count ask it themselves, since a call
// for each byte is what they cost.
func decode(text string) (code byte, size int) {
	r, size := utf8.DecodeRuneInString(text)
	return codes[fold(r)], size
}

// character is one character of a raw text, for the walks that look closer.
type character struct {
	char rune
	size int  // in bytes
	kept byte // what is dialled of it; 0: removed
}

func read(text string, i int) character {
	r, size := utf8.DecodeRuneInString(text[i:])
	c := character{char: r, size: size}
	if r >= utf8.RuneSelf {
		c.kept = fold(r)
	} else if codes[r] != 0 {
		c.kept = byte(r)
	}
	return c
}

// kind is why a character was removed.
func (c character) kind() Kind {
	switch {
	case c.char < utf8.RuneSelf:
		return asciiKinds[c.char]
	case c.char == utf8.RuneError && c.size == 1:
		return BadUTF8
	}
	return kindOf(c.char)
}

// asciiKinds is looked up, for what is pasted is full of blanks and hyphens.
var asciiKinds = func() (t [utf8.RuneSelf]Kind) {
	for b := range t {
		t[b] = kindOf(rune(b))
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
