package label_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/label"
)

func language(t testing.TB, tag string) label.Language {
	t.Helper()
	l, err := label.English().With(tag, nil)
	require.NoError(t, err)
	return l
}

func TestMatch(t *testing.T) {
	for _, tc := range []struct{ header, among, want string }{
		{"", "", "en"},
		{"fr", "", "fr"},
		{"FR", "", "fr"},
		{"fr-CA,fr;q=0.9,en;q=0.8", "", "fr"},
		{"de, fr;q=0.3", "", "fr"},
		{"de", "", "en"},
		{"en;q=0.5, fr;q=0.7", "", "fr"},
		{"en;q=0.5, fr;q=0.5", "", "en"},
		{"en ; q=0.1 , fr ; q = 1.000", "", "fr"},
		{"*", "fr en", "fr"},
		{"de,*;q=0.1", "fr en", "fr"},
		{"fr;q=0, *", "fr en", "en"},
		{"*;q=0", "fr en", "fr"}, // something has to be shown
		{"fr;q=0, en;q=0", "fr en", "fr"},
		{"fr;q=0", "fr en", "fr"},
		{"fr-CA;q=0, fr", "fr-CA fr", "fr"},
		{"fr;q=0, fr-CA", "en fr-CA", "fr-CA"}, // the narrower range decides
		{"en-GB;q=0", "fr en", "fr"},           // not wanted is no wish for what is near
		{"fr, fr-CA;q=0", "en fr-CA", "en"},
		{"fr, fr-CA;q=0", "en fr-CA fr-CH", "fr-CH"},
		{"en-GB, en;q=0", "fr en", "fr"},
		{"pt", "en pt-BR pt-PT", "pt-BR"},
		{"pt-PT", "en pt-BR pt-PT", "pt-PT"},
		{"pt-AO", "en pt-BR pt-PT", "pt-BR"},
		{"en-GB, fr", "fr en-US", "en-US"},
		{"zh-Hant-CN-x-private", "en zh-Hant", "zh-Hant"},
		{"zh-Hant-CN-x-private", "en zh", "zh"},
		{"zh", "en zhx", "en"},
		{"fr;q=2", "", "en"},
		{"fr;q=-1", "", "en"},
		{"fr;q=NaN", "", "en"},
		{"fr;q=x", "", "en"},
		{"fr;level=1", "", "en"},
		{"f r,,;q=1,_,-", "", "en"},
		{strings.Repeat("de,", 31) + "fr", "", "fr"},
		{strings.Repeat("de,", 32) + "fr", "", "en"}, // no browser sends so many
	} {
		t.Run(tc.header+" among "+tc.among, func(t *testing.T) {
			var among []label.Language
			for _, tag := range strings.Fields(tc.among) {
				among = append(among, language(t, tag))
			}
			require.Equal(t, tc.want, label.Match(tc.header, among...).Tag())
		})
	}
	require.Equal(t, label.French(), label.Match("fr"), "the shared value")
}

func FuzzMatch(f *testing.F) {
	for _, header := range []string{"fr-CA,fr;q=0.9,en;q=0.8", "*;q=0", "a-b-c-d;q=1.000", ";;,,--"} {
		f.Add(header)
	}
	among := []label.Language{language(f, "fr"), language(f, "pt-BR"), language(f, "en")}
	f.Fuzz(func(t *testing.T, header string) {
		got := label.Match(header, among...)
		require.True(t, slices.Contains(among, got))
		require.Equal(t, got, label.Match(" "+header+" ", among...), "spaces around it mean nothing")
	})
}
