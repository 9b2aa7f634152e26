package dialnumber

// The limits of DN-1 and DN-8.
const (
	MinDigits = 3   // DN-1: digits, not characters
	MaxDigits = 18  // DN-1: digits, not characters
	MaxLength = 40  // DN-8: characters that are dialled
	MaxInput  = 256 // DN-8: characters that are typed or pasted; a byte that is no UTF-8 counts as one
)

// Number is a dial number that has passed DN-1 to DN-3 and DN-8: it holds the
// text to be dialled, which is never rewritten (D7). The zero Number is no
// number; only New, Parse, and the reading of a stored one make another.
//
// A Number is a small value without a pointer. Two are == when the same text
// is dialled; Equal compares as CON-20 does. It cannot reach a log by accident:
// every verb of fmt, and log/slog, show it masked. Dialled and the Marshal
// methods are the only ways to the text; so do not log the JSON of a value that
// holds a Number.
type Number struct {
	// Two characters a byte, low half first; 0 ends the text. A struct that
	// hides a Number in an unexported field is printed by fmt without asking
	// the Number: what is seen then is not the text.
	packed [MaxLength / 2]byte
}

// alphabet is what can be dialled (DN-2); a character's place, plus one, is
// its code in a Number.
const alphabet = "0123456789+#*:"

// New sanitises (DN-3) and checks (DN-1, DN-8) a text that was typed or pasted.
// The error joins one *Error for every broken rule; Broken lists them.
func New(text string) (Number, error) {
	c := count(text)
	if c.broken() {
		return Number{}, c.err(text)
	}
	return pack(text), nil
}

// pack keeps of a surveyed, sound text what is dialled.
func pack(text string) Number {
	var n Number
	kept := 0
	for i := 0; i < len(text); {
		code, size := codes[text[i]], 1
		if code == wide {
			code, size = decode(text[i:])
		}
		i += size
		if code == 0 || kept == MaxLength {
			continue
		}
		n.packed[kept/2] |= code << (4 * (kept % 2))
		kept++
	}
	return n
}

// IsValid reports whether n is a number: every Number but the zero one is.
func (n Number) IsValid() bool { return n != Number{} }

// Dialled is the text to be dialled, of digits and + # * : only (DN-2), exactly
// as it was sanitised; "" for the zero Number. It is personal data: it belongs
// to the switch and to the agent's own pane, not to a log.
func (n Number) Dialled() string {
	var buf [MaxLength]byte
	return string(n.dialled(buf[:0]))
}

func (n Number) dialled(b []byte) []byte {
	for i := range MaxLength {
		code := n.packed[i/2] >> (4 * (i % 2)) & 0xF
		if code == 0 {
			break
		}
		b = append(b, alphabet[code-1])
	}
	return b
}

// Equal reports whether both are the same number in the sense of CON-20: the
// same text after DN-3, a leading + ignored. The zero Number equals itself only.
func (n Number) Equal(m Number) bool {
	return n == m || n.Canonical() == m.Canonical()
}

// Canonical is n without its leading +: a key for maps in which Equal numbers
// are one (CON-20). It is for comparing, not for dialling.
func (n Number) Canonical() Number {
	if n.packed[0]&0xF != codePlus {
		return n
	}
	var m Number
	for i := range n.packed {
		m.packed[i] = n.packed[i] >> 4
		if i+1 < len(n.packed) {
			m.packed[i] |= n.packed[i+1] << 4
		}
	}
	return m
}

const codePlus = 11 // the place of + in alphabet, plus one

// AppendText appends the text to be dialled; it never fails.
func (n Number) AppendText(b []byte) ([]byte, error) { return n.dialled(b), nil }

// MarshalText gives the text to be dialled, for a store or a wire; empty for
// the zero Number.
func (n Number) MarshalText() ([]byte, error) {
	return n.dialled(make([]byte, 0, MaxLength)), nil
}

// UnmarshalText reads what MarshalText wrote, and nothing else: a text that
// breaks DN-1, DN-2 or DN-8 is an error (as New's; a character to be removed
// is the reason Unsupported), and n is left as it was. Empty text is the zero
// Number.
func (n *Number) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*n = Number{}
		return nil
	}
	s := string(text)
	c := count(s)
	if c.broken() || c.kept != len(s) { // what is kept of more than one byte was not ASCII
		return c.strictErr(s)
	}
	*n = pack(s)
	return nil
}
