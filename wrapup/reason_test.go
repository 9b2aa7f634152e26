package wrapup

import (
	"strings"
	"testing"

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
		"τέλος":              "greek",
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
