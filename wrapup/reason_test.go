package wrapup

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestSearch(t *testing.T) { // END-3
	r, err := NewReasons(
		Reason{"sale", "Sale"}, Reason{"complaint", "Réclamation client"}, Reason{"loud", "Übergröße"},
		Reason{"viet", "Đặt hàng"}, Reason{"danish", "Ændring af ordre"}, Reason{"greek", "ΤΕΛΟΣ"}, Reason{"decomposed", "Cafe\u0301 re\u0301serve\u0301"})
	require.NoError(t, err)
	for text, want := range map[string]string{
		"":                   "sale complaint loud viet danish greek decomposed",
		"  \t ":              "sale complaint loud viet danish greek decomposed",
		"SALE":               "sale",
		"reclam":             "complaint",
		"RÉCLAM":             "complaint",
		"re\u0301clam":       "complaint",
		"client réclamation": "complaint",
		"clientele":          "",
		"ubergrosse":         "loud",
		"ÜBERGRÖSSE":         "loud",
		"dat hang":           "viet",
		"aendring":           "danish",
		"τέλος":              "",
		"τελος":              "greek",
		"café réservé":       "decomposed",
		"a":                  "sale complaint viet danish decomposed",
		"sale complaint":     "",
		"complaint":          "", // the code is not searched
	} {
		var got []string
		for _, one := range r.Search(text) {
			got = append(got, string(one.Code))
		}
		require.Equal(t, want, strings.Join(got, " "), "%q", text)
	}
}

// TestFoldCoversLatin goes over the blocks in which Unicode keeps Latin letters
// with diacritics. What is left out is listed, letter by letter, so that
// nothing is left out by mistake.
func TestFoldCoversLatin(t *testing.T) {
	const leftOut = "ƃƅƈƌƍƒƕƚƛƞƣƥƨƪƫƭƶƹƺƽƾƿǯȝȡȣȥȴȵȶȷȸȹȼȿɀɂɇɉɋɍɏẚẜẝẟỻỽỿ" + "ƻǀǁǂǃ"
	count := 0
	for _, block := range [][2]rune{{0x00C0, 0x024F}, {0x1E00, 0x1EFF}} {
		for r := block[0]; r <= block[1]; r++ {
			low := unicode.ToLower(r)
			elsewhere := low != 'i' && !(low >= 0x00C0 && low <= 0x024F) && !(low >= 0x1E00 && low <= 0x1EFF) // phonetic letters
			if !unicode.IsLetter(r) || elsewhere || strings.ContainsRune(leftOut, low) {
				continue
			}
			count++
			got := fold(string(r))
			for _, c := range got {
				require.True(t, c >= 'a' && c <= 'z', "%q folds to %q", r, got)
			}
			require.NotEmpty(t, got, "%q", r)
		}
	}
	require.Greater(t, count, 500)
	for from, to := range map[string]string{
		"Œuvre": "oeuvre", "Łódź": "lodz", "Þór": "thor", "İstanbul": "istanbul", "ıssız": "issiz", "STRAẞE": "strasse",
		"Ǆungla": "dzungla", "ǅungla": "dzungla", "Čeština": "cestina", "ŐRÜLT": "orult", "ſ": "s", "e\u0300": "e", "e\u036f": "e", "e\u02ff": "e\u02ff", "e\u0370": "e\u0371", "Ångström": "angstrom",
		"Ñandú": "nandu", "Việt": "viet", "Привет": "привет", "ΣΊΣΥΦΟΣ": fold("σίσυφος"), "日本": "日本", "a-b_c 1": "a-b_c 1",
	} {
		require.Equal(t, to, fold(from), from)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Réclamation", "ΣΣς", "\xff\xfe", "e\u0301", "ﬁ", "K"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := fold(s)
		require.True(t, utf8.ValidString(once))
		require.Equal(t, once, fold(once), "folding twice is folding once")
		require.Equal(t, once, fold(strings.ToUpper(s)), "the case does not matter")
	})
}

func TestReasons(t *testing.T) {
	for name, list := range map[string][]Reason{
		"no code":       {{"", "Sale"}},
		"no label":      {{"sale", " "}},
		"twice":         {{"sale", "Sale"}, {"sale", "Sold"}},
		"two labels":    {{"sale", "Sale"}, {"sold", "Sale"}},
		"long code":     {{Code(strings.Repeat("é", 65)), "Sale"}},
		"long label":    {{"sale", strings.Repeat("é", 257)}},
		"control":       {{"a\x1fb", "Sale"}},
		"control label": {{"sale", "a\nb"}},
		"no text":       {{"\xff", "Sale"}},
	} {
		_, err := NewReasons(list...)
		require.ErrorIs(t, err, ErrPolicy, name)
	}
	r, err := NewReasons(Reason{Code(strings.Repeat("é", 64)), strings.Repeat("é", 256)}, Reason{"b", "B"})
	require.NoError(t, err)
	all := r.All()
	all[1].Label = "changed"
	require.Equal(t, "B", r.All()[1].Label, "the slice is the caller's own")
	one, ok := r.Lookup("b")
	require.True(t, ok)
	require.Equal(t, Reason{"b", "B"}, one)
	_, ok = r.Lookup("wrap-up")
	require.False(t, ok, "the built-in reason is for a list without any")
	empty, err := NewReasons()
	require.NoError(t, err)
	require.Equal(t, []Reason{builtIn}, empty.All())
}
