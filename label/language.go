package label

import (
	"strings"
	"sync"
)

// Language is every text in one language. It does not change, may be shared and
// is comparable. The zero Language is English.
type Language struct{ b *book }

// book has a text for every key, in the order of the keys.
type book struct {
	tag   string
	texts []text
}

// entry is one text as the data has it.
type entry struct {
	key Key
	raw string
}

// English has this module's own words.
func English() Language { return Language{} }

// French has the words of the specification's source where it names a thing,
// and otherwise words that go with them.
func French() Language { return Language{french()} }

var (
	english = sync.OnceValue(func() *book { return build("en", englishTexts()) })
	french  = sync.OnceValue(func() *book { return build("fr", typeset(frenchTexts())) })
)

func (l Language) book() *book {
	if l.b == nil {
		return english()
	}
	return l.b
}

// build takes data that the tests have checked.
func build(tag string, entries []entry) *book {
	b := &book{tag: tag, texts: make([]text, len(index.keys))}
	for _, e := range entries {
		if place, ok := index.places[e.key]; ok {
			b.texts[place], _ = parse(e.raw)
		}
	}
	return b
}

// typeset puts the spaces that French has before its double signs and inside
// its quotation marks: they do not break a line.
func typeset(entries []entry) []entry {
	for i := range entries {
		entries[i].raw = frenchSpaces.Replace(entries[i].raw)
	}
	return entries
}

var frenchSpaces = strings.NewReplacer(" :", "\u00a0:", " ;", "\u00a0;", " ?", "\u00a0?", " !", "\u00a0!", "« ", "«\u00a0", " »", "\u00a0»")

// Tag is the language's tag, such as "fr", as BCP 47 has them.
func (l Language) Tag() string { return l.book().tag }

// String is the tag.
func (l Language) String() string { return l.Tag() }

// Text is the text of a key as the language has it; empty for what is no key.
// Most are labels that stand as they are. A {name} is filled in, and what is
// between [ ] left out when it has nothing to show, by the method that the
// key's theme belongs to, such as Notice.
func (l Language) Text(k Key) string {
	if place, ok := index.places[k]; ok {
		return l.book().texts[place].raw
	}
	return ""
}

// Words are all the texts by their keys, as New takes them: for a page that
// does its own showing, or as the start of a translation. The map is the
// caller's own.
func (l Language) Words() map[Key]string {
	all := make(map[Key]string, len(index.keys))
	for i, k := range index.keys {
		all[k] = l.book().texts[i].raw
	}
	return all
}

// value is the text of one value of a theme, nil where nothing is shown.
func (l Language) value(t theme, v int) *text {
	places := index.themes[t]
	if v >= len(places) || places[v] < 0 {
		return nil
	}
	return &l.book().texts[places[v]]
}

func (l Language) word(t theme, v uint8) string {
	if t := l.value(t, int(v)); t != nil {
		return t.raw
	}
	return ""
}

// say fills in the text of a key of this package's own.
func (l Language) say(k Key, values ...value) string {
	return l.book().texts[index.places[k]].fill(values...)
}
