package fold

import (
	"strings"
	"unicode"
)

// Text is a text as a search compares it: in small letters, without the accents
// of Latin, Greek and Cyrillic letters, whether they are part of the letter or
// follow it as a combining mark, and without the invisible characters that
// pasting brings along. Other scripts lose their case only. A byte that is no
// UTF-8 becomes U+FFFD. Folding twice is folding once.
func Text(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		// The marks first: one of them has a letter for its capital.
		if r >= 0x0300 && r <= 0x036F || unicode.Is(unicode.Cf, r) {
			continue
		}
		// Up before down: two small letters of one capital (σ, ς) become the same.
		r = unicode.ToLower(unicode.ToUpper(r))
		if base, ok := plain[r]; ok {
			b.WriteString(base)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Contains reports whether a folded text has every one of some folded words.
func Contains(folded string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(folded, w) {
			return false
		}
	}
	return true
}
