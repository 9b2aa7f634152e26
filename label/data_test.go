package label

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var data = map[string][]entry{"en": englishTexts(), "fr": frenchTexts()}

func TestNoTextIsMissingOrThereTwice(t *testing.T) {
	for tag, entries := range data {
		seen := map[Key]string{}
		for _, e := range entries {
			require.Empty(t, seen[e.key], "%s: %s is there twice", tag, e.key)
			seen[e.key] = e.raw
		}
		_, err := New(tag, seen)
		require.NoError(t, err, tag)
	}
}

// A text is one line without an end that a sentence does not have: a full stop
// in one language is one in the other.
func TestTextsArePunctuatedAlike(t *testing.T) {
	for i, k := range index.keys {
		en, fr := english().texts[i].raw, french().texts[i].raw
		for _, text := range []string{en, fr} {
			require.Equal(t, strings.TrimSpace(text), text, string(k))
			require.NotContains(t, text, "  ", string(k))
			require.NotContains(t, text, "\n", string(k))
			require.NotContains(t, text, "…", string(k))
		}
		require.Equal(t, strings.HasSuffix(en, "."), strings.HasSuffix(fr, "."), string(k))
		require.Equal(t, strings.ContainsAny(en[:1], "abcdefghijklmnopqrstuvwxyz"), startsLower(fr), "%s: %s", k, fr)
	}
}

func startsLower(s string) bool {
	first := []rune(s)[0]
	return strings.ToLower(string(first)) == string(first) && strings.ToUpper(string(first)) != string(first)
}

// French sets a space that does not break a line before : ; ? ! and within
// « », and writes its apostrophes straight, as the source does.
func TestFrenchIsTypeset(t *testing.T) {
	marks := 0
	for i, k := range index.keys {
		text := french().texts[i].raw
		runes := []rune(text)
		for at, r := range runes {
			switch r {
			case ':', ';', '?', '!', '»':
				if at+1 < len(runes) && runes[at-1] >= '0' && runes[at-1] <= '9' && runes[at+1] >= '0' && runes[at+1] <= '9' {
					continue // in a time of day
				}
				require.Equal(t, '\u00a0', runes[at-1], "%s: %s", k, text)
				marks++
			case '«':
				require.Equal(t, '\u00a0', runes[at+1], "%s: %s", k, text)
			case '’', '“', '”':
				require.Fail(t, "not a straight sign", "%s: %s", k, text)
			}
		}
		require.NotContains(t, english().texts[i].raw, "\u00a0", string(k))
	}
	require.Greater(t, marks, 50)
}

// What is the same in both languages: words that they share, abbreviations of
// the field, and a text of nothing but placeholders. Everything else that is
// the same has been forgotten.
var cognates = []Key{"agent-status.rona", "dialog.agent", "field.dnis", "field.variable", "sentence.agent", "target.agent", "target.expert"}

func TestNothingIsLeftInEnglish(t *testing.T) {
	var same []Key
	for i, k := range index.keys {
		if strings.EqualFold(english().texts[i].raw, french().texts[i].raw) {
			same = append(same, k)
		}
	}
	slices.Sort(same)
	require.Equal(t, cognates, same)
}

// People at a desk do not know what the rules call things.
func TestNoTextSpeaksLikeTheRules(t *testing.T) {
	jargon := []string{"Agent 1", "Agent 2", "agent 1", "agent 2", "outsider", " leg", "in flight", "EP-DN", "switch ", "denied",
		"adapter", " tenant", "agent-conseil", "CAO", "popover", "policy", "TODO"}
	for tag, b := range map[string]*book{"en": english(), "fr": french()} {
		for i, k := range index.keys {
			for _, word := range jargon {
				require.NotContains(t, b.texts[i].raw, word, "%s in %s", k, tag)
			}
		}
	}
}
