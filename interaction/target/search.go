package target

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/internal/fold"
)

// MaxSearch is the most characters of a search text; a longer one finds
// nothing. Ours.
const MaxSearch = 256

// query is a search text made ready.
type query struct {
	tooLong bool
	words   []string          // every one of them has to be there
	digits  string            // what DN-3 leaves of a text without letters, without a leading +; else ""
	number  dialnumber.Number // that as a complete number; the zero Number when it is none
}

func ask(text string) query {
	if tooLong(text) {
		return query{tooLong: true}
	}
	q := query{words: strings.Fields(fold.Text(text))}
	if strings.IndexFunc(text, unicode.IsLetter) < 0 {
		q.digits, q.number = numeric(text)
	}
	return q
}

// tooLong looks at the bytes first: what a stranger pasted may be of any size.
func tooLong(text string) bool {
	return len(text) > MaxSearch*utf8.UTFMax || utf8.RuneCountInString(text) > MaxSearch
}

// numeric removes what DN-3 removes, letters too (CON-20).
func numeric(text string) (digits string, n dialnumber.Number) {
	digits = strings.TrimPrefix(dialnumber.Sanitise(text).Text, "+")
	if checked, err := dialnumber.New(text); err == nil {
		n = checked
	}
	return digits, n
}

// named: every word of the query is in the row's words.
func (q *query) named(words string) bool { return !q.tooLong && fold.Contains(words, q.words) }

// partly: a number of the row contains what was typed.
func (q *query) partly(numbers []dialnumber.Number) bool {
	if q.digits == "" {
		return false
	}
	for _, n := range numbers {
		if strings.Contains(n.Dialled(), q.digits) {
			return true
		}
	}
	return false
}

// wholly: a number of the row is what was typed (CON-6).
func (q *query) wholly(numbers []dialnumber.Number) bool {
	return q.number.IsValid() && slices.ContainsFunc(numbers, q.number.Equal)
}
