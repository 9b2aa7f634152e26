package dialnumber

import (
	"strings"
	"unicode"
)

// doubts finds what a text loses on its way to a number, and what it brings
// along that should not be dialled. It walks over the gaps: what stands before
// the first digit, between two runs of digits, and behind the last.
func doubts(text string, digits int) []Warning {
	w := walk{all: digits}
	for i := 0; i < len(text); {
		c := read(text, i)
		w.step(c, i)
		i += c.size
	}
	w.endWord()
	w.closeGap(false)
	return w.warnings
}

// walk is where doubts has got to. An offset in it is one more than the byte's,
// so that 0 says that there is none.
type walk struct {
	all      int // digits in the text
	warnings []Warning
	digits   int // that have passed
	folded   bool

	word  []rune // the letters that are being read, in lower case, without marks
	begun int    // where they began

	gap gap
}

// gap is what stands between two runs of digits.
type gap struct {
	letters   int  // where a word began that means nothing, or what it means is lost
	label     int  // where a word began that labels the number before or behind it
	extension int  // where a word began that announces an extension
	wait      int  // where a word began that is a pause of a dialling string
	pause     int  // , or ;
	between   int  // what stands between two numbers for certain
	slash     int  // what may stand between two numbers
	word      bool // any letter since the last character that was kept
	trunk     int  // how much of "(0)" has been read
	open      int  // where its bracket is
}

func (w *walk) step(c character, at int) {
	if c.kept != 0 && c.char != rune(c.kept) && !w.folded {
		w.folded = true
		w.warn(DigitsFolded, at)
	}
	isDigit := '0' <= c.kept && c.kept <= '9'
	kind := Other
	if c.kept == 0 {
		kind = c.kind()
	}
	switch kind {
	case Letter:
		w.letter(c.char, at)
		return
	case Mark, Invisible, Bidi:
		return // parts no word from itself
	}
	w.endWord()
	w.trunkZero(c, at)
	switch {
	case isDigit:
		w.closeGap(true)
		w.digits++
	case c.kept == ':' && w.gap.word:
		w.warn(ColonLeft, at)
		w.gap.word = false
	case c.kept != 0:
		w.gap.word = false
	default:
		w.separator(c.char, kind, at)
	}
}

func (w *walk) separator(r rune, kind Kind, at int) {
	switch {
	case kind == Numeral || kind == Sign:
		note(&w.gap.letters, at)
	case kind == Pause:
		note(&w.gap.pause, at)
	case r == '\n' || r == '\r' || r == '\t' || r == '|' || r == '&' || r == '\u2028' || r == '\u2029':
		note(&w.gap.between, at)
	case r == '/' || r == '\\' || r == '／' || r == '、':
		note(&w.gap.slash, at)
	}
}

// letter adds to the word that is being read.
func (w *walk) letter(r rune, at int) {
	if len(w.word) == 0 {
		w.begun = at
	}
	if 'ａ' <= r && r <= 'ｚ' || 'Ａ' <= r && r <= 'Ｚ' {
		r -= 'ａ' - 'a' // a full-width letter is judged as its plain form
	}
	w.word = append(w.word, unicode.ToLower(r))
	w.gap.word = true
}

// endWord sorts the word that has been read.
func (w *walk) endWord() {
	if len(w.word) == 0 {
		return
	}
	word := string(w.word)
	w.word = w.word[:0]
	leads := w.digits == 0
	dialled := strings.Trim(word, "pw") == "" // the pauses of a dialling string
	switch {
	case leads && (dialled || extensionWords[word] || labelWords[word]):
	case leads:
		note(&w.gap.letters, w.begun)
	case extensionWords[word]:
		note(&w.gap.extension, w.begun)
	case dialled:
		note(&w.gap.wait, w.begun)
	case joiningWords[word]:
		note(&w.gap.between, w.begun)
	case labelWords[word]:
		note(&w.gap.label, w.begun)
	default:
		note(&w.gap.letters, w.begun)
	}
}

// closeGap judges the gap that a digit, or the end of the text, closes.
func (w *walk) closeGap(before bool) {
	g := w.gap
	trunk, open := g.trunk, g.open
	w.gap = gap{}
	if before {
		w.gap.trunk, w.gap.open = trunk, open // "(0)" begins in one gap and ends in the next
	}
	inside := w.digits > 0 && before
	// A subscriber's number has seven digits in most of the world: as many on
	// either side of a comma are two numbers, not one with a pause.
	both := w.digits >= 7 && w.all-w.digits >= 7
	switch {
	case inside && g.extension > 0:
		w.warn(ExtensionGlued, g.extension-1)
	case inside && g.between > 0:
		w.warn(SeveralNumbers, g.between-1)
	case inside && g.slash > 0 && w.digits >= 7:
		w.warn(SeveralNumbers, g.slash-1)
	case inside && g.pause > 0 && both:
		w.warn(SeveralNumbers, g.pause-1)
	case inside && g.label > 0 && both:
		w.warn(SeveralNumbers, g.label-1)
	case inside && g.wait > 0:
		w.warn(PauseLost, g.wait-1)
	case inside && g.pause > 0:
		w.warn(PauseLost, g.pause-1)
	}
	switch {
	case g.letters > 0:
		w.warn(LettersLost, g.letters-1)
	case inside && g.label > 0 && !both:
		w.warn(LettersLost, g.label-1)
	case !before && g.wait > 0:
		w.warn(LettersLost, g.wait-1)
	}
}

// trunkZero follows "(0)", in any brackets and with blanks in it, behind a
// country code: in "+44 (0)20 …" it is to be dialled at home only.
func (w *walk) trunkZero(c character, at int) {
	g := &w.gap
	switch {
	case c.kept == 0 && unicode.Is(unicode.Ps, c.char):
		g.trunk, g.open = 0, at
		if w.digits > 0 {
			g.trunk = 1
		}
	case c.kept == 0 && unicode.Is(unicode.Pe, c.char):
		if g.trunk == 2 {
			w.warn(TrunkZero, g.open)
		}
		g.trunk = 0
	case c.kept == '0' && g.trunk == 1:
		g.trunk = 2
	case c.kept != 0:
		g.trunk = 0
	}
}

func (w *walk) warn(kind WarningKind, at int) {
	w.warnings = append(w.warnings, Warning{Kind: kind, Offset: at})
}

// note keeps the first offset of its kind, as one more than it is.
func note(place *int, at int) {
	if *place == 0 {
		*place = at + 1
	}
}
