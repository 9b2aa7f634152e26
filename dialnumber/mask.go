package dialnumber

import (
	"fmt"
	"io"
	"log/slog"
)

// hidden stands for the characters that a masked number does not show.
const hidden = "…"

// String is the number masked, such as "+12…47": at most the first three
// characters and the last two, and never more than half of it. The zero Number
// is "none".
func (n Number) String() string {
	var buf [MaxLength]byte
	text := n.dialled(buf[:0])
	if len(text) == 0 {
		return "none"
	}
	head, tail := min(3, len(text)/4), min(2, len(text)/4)
	return string(text[:head]) + hidden + string(text[len(text)-tail:])
}

// GoString is the masked number, for %#v and tools that ask for it.
func (n Number) GoString() string { return "dialnumber.Number(" + n.String() + ")" }

// Format writes the masked number whatever the verb: %x and %d, which would
// look past String, show no more than %v.
func (n Number) Format(f fmt.State, verb rune) {
	if verb == 'v' && f.Flag('#') {
		io.WriteString(f, n.GoString())
		return
	}
	io.WriteString(f, n.String())
}

// LogValue is the masked number, for log/slog.
func (n Number) LogValue() slog.Value { return slog.StringValue(n.String()) }
