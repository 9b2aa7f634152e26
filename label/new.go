package label

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// ErrLanguage is matched by every *Error: the words are not a language.
var ErrLanguage = errors.New("label: not a language")

// Error lists what is wrong with the words of a language, each list in the
// order of Keys. It tells nothing of the words.
type Error struct {
	BadTag     bool  // the tag is not one of BCP 47's
	Missing    []Key // there is no text, or an empty one
	Unknown    []Key // there is no such key: misspelt, or of another version
	Malformed  []Key // the braces or brackets of the text do not match
	Mismatched []Key // the placeholders are not those of the English text
}

// Error counts each fault and names the first keys of it.
func (e *Error) Error() string {
	s := ErrLanguage.Error()
	if e.BadTag {
		s += ": the tag is not valid"
	}
	for _, list := range []struct {
		what string
		keys []Key
	}{{"missing", e.Missing}, {"unknown", e.Unknown}, {"malformed", e.Malformed}, {"with other placeholders", e.Mismatched}} {
		if len(list.keys) > 0 {
			s += ": " + strconv.Itoa(len(list.keys)) + " " + list.what + ": " + first(list.keys)
		}
	}
	return s
}

func first(keys []Key) string {
	const most = 3
	var b strings.Builder
	for i, k := range keys {
		if i == most {
			b.WriteString(" …")
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(k[:min(len(k), 64)]))
	}
	return b.String()
}

// Unwrap is ErrLanguage.
func (e *Error) Unwrap() error { return ErrLanguage }

func (e *Error) orNil() error {
	if !e.BadTag && len(e.Missing)+len(e.Unknown)+len(e.Malformed)+len(e.Mismatched) == 0 {
		return nil
	}
	return e
}

// New makes a host's own language of a text for every key. Start from
// English().Words(), and translate. Each text has the placeholders of the
// English one, in any order. The error is an *Error that lists what is missing
// or wrong; a language that knows only some of the words is made with With.
func New(tag string, words map[Key]string) (Language, error) {
	return english().with(tag, words, true)
}

// With is this language under another tag, with some of its texts replaced:
// for a variant ("en-AU"), for a centre that words a button in its own way
// (under the same tag), or for a translation that is not complete and falls
// back on l by intention. The error is an *Error, as New's, without Missing but
// for texts that are given and empty.
func (l Language) With(tag string, words map[Key]string) (Language, error) {
	return l.book().with(tag, words, false)
}

// with is strict where every key has to have a text of its own.
func (b *book) with(tag string, words map[Key]string, strict bool) (Language, error) {
	bad := Error{BadTag: !validTag(tag)}
	next := &book{tag: tag, texts: make([]text, len(b.texts))}
	copy(next.texts, b.texts)
	own := english().texts
	for i, k := range index.keys {
		raw, given := words[k]
		if raw == "" {
			if given || strict {
				bad.Missing = append(bad.Missing, k)
			}
			continue
		}
		t, ok := parse(raw)
		switch {
		case !ok:
			bad.Malformed = append(bad.Malformed, k)
		case t.placeholders() != own[i].placeholders():
			bad.Mismatched = append(bad.Mismatched, k)
		default:
			next.texts[i] = t
		}
	}
	bad.Unknown = unknown(words)
	if err := bad.orNil(); err != nil {
		return Language{}, err
	}
	return Language{next}, nil
}

// unknown are the keys of words that are none, sorted.
func unknown(words map[Key]string) []Key {
	var all []Key
	for _, k := range slices.Sorted(maps.Keys(words)) {
		if _, ok := index.places[k]; !ok {
			all = append(all, k)
		}
	}
	return all
}
