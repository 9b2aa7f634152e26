package label_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/label"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

func TestZeroLanguageIsEnglish(t *testing.T) {
	var l label.Language
	require.Equal(t, label.English(), l)
	require.True(t, l == label.English() && l != label.French())
	require.Equal(t, "en", l.Tag())
	require.Equal(t, "fr", label.French().String())
	require.Equal(t, "Hold", l.Action(interaction.Hold))
}

func TestNewTakesACompleteLanguage(t *testing.T) {
	words := label.French().Words()
	words["action.hold"] = "Garder"
	words["notice.consult-failed"] = "[{cause}: ][{about}: ]raté"
	l, err := label.New("fr-CA", words)
	require.NoError(t, err)
	require.Equal(t, "fr-CA", l.Tag())
	require.Equal(t, "Garder", l.Action(interaction.Hold))
	require.Equal(t, "Reprendre", l.Action(interaction.Resume))
	require.Equal(t, "occupé: raté", l.Notice(label.Notice{Kind: "Consult failed", Cause: telephony.Busy}))
	words["action.hold"] = "Lâcher"
	require.Equal(t, "Garder", l.Action(interaction.Hold), "the words are the host's, and copied")
	require.Equal(t, words["action.end"], l.Words()["action.end"])
	require.Equal(t, "Mettre en attente", label.French().Action(interaction.Hold))
}

func TestNewRefuses(t *testing.T) {
	for _, tc := range []struct {
		name   string
		tag    string
		change map[label.Key]string
		drop   []label.Key
		want   label.Error
		says   string
	}{
		{"a missing text", "de", nil, []label.Key{"action.hold", "rule.HLD-3"}, label.Error{Missing: []label.Key{"action.hold", "rule.HLD-3"}},
			"label: not a language: 2 missing: action.hold, rule.HLD-3"},
		{"an empty text", "de", map[label.Key]string{"action.hold": ""}, nil, label.Error{Missing: []label.Key{"action.hold"}},
			"label: not a language: 1 missing: action.hold"},
		{"a misspelt key", "de", map[label.Key]string{"action.hlod": "Halten"}, nil, label.Error{Unknown: []label.Key{"action.hlod"}},
			"label: not a language: 1 unknown: action.hlod"},
		{"a lost placeholder", "de", map[label.Key]string{"sentence.page": "{from}-{to}"}, nil, label.Error{Mismatched: []label.Key{"sentence.page"}},
			"label: not a language: 1 with other placeholders: sentence.page"},
		{"one too many", "de", map[label.Key]string{"action.hold": "Halten {n}"}, nil, label.Error{Mismatched: []label.Key{"action.hold"}},
			"label: not a language: 1 with other placeholders: action.hold"},
		{"one that may be missing", "de", map[label.Key]string{"notice.not-reached": "Nicht erreicht: {cause}"}, nil,
			label.Error{Mismatched: []label.Key{"notice.not-reached"}}, "label: not a language: 1 with other placeholders: notice.not-reached"},
		{"a brace", "de", map[label.Key]string{"action.hold": "Halten}"}, nil, label.Error{Malformed: []label.Key{"action.hold"}},
			"label: not a language: 1 malformed: action.hold"},
		{"a tag", "de_DE", nil, nil, label.Error{BadTag: true}, "label: not a language: the tag is not valid"},
		{"no tag", "", nil, nil, label.Error{BadTag: true}, "label: not a language: the tag is not valid"},
		{"everything", "x", map[label.Key]string{"b": "x", "a": "x", "action.end": "{", "action.hold": "{n}"}, []label.Key{"action.skip"},
			label.Error{BadTag: true, Missing: []label.Key{"action.skip"}, Unknown: []label.Key{"a", "b"},
				Malformed: []label.Key{"action.end"}, Mismatched: []label.Key{"action.hold"}},
			"label: not a language: the tag is not valid: 1 missing: action.skip: 2 unknown: a, b: 1 malformed: action.end: 1 with other placeholders: action.hold"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			words := label.English().Words()
			for _, k := range tc.drop {
				delete(words, k)
			}
			for k, text := range tc.change {
				words[k] = text
			}
			l, err := label.New(tc.tag, words)
			require.ErrorIs(t, err, label.ErrLanguage)
			var bad *label.Error
			require.True(t, errors.As(err, &bad))
			require.Equal(t, tc.want, *bad)
			require.EqualError(t, err, tc.says)
			require.Equal(t, label.English(), l)
		})
	}
	_, err := label.New("de", nil)
	require.ErrorContains(t, err, " missing: action.accept, action.decline, action.skip …")
}

func TestWithFallsBack(t *testing.T) {
	l, err := label.French().With("fr", map[label.Key]string{"action.transfer": "Transférer"})
	require.NoError(t, err)
	require.Equal(t, "Transférer", l.Action(interaction.Transfer))
	require.Equal(t, "Conférence", l.Action(interaction.StartConference))
	require.Equal(t, "Transfert", label.French().Action(interaction.Transfer))

	again, err := l.With("fr-CH", nil)
	require.NoError(t, err)
	require.Equal(t, "Transférer", again.Action(interaction.Transfer))
	require.Equal(t, "fr-CH", again.Tag())

	for k, text := range map[label.Key]string{"action.hold": "", "action.hlod": "x", "action.end": "{n}", "action.skip": "["} {
		_, err := label.English().With("en", map[label.Key]string{k: text})
		require.ErrorIs(t, err, label.ErrLanguage, string(k))
	}
}
