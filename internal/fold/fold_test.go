package fold_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/internal/fold"
)

func Example() {
	name := fold.Text("José Núñez-Łęcki")
	fmt.Println(name)
	fmt.Println(fold.Contains(name, strings.Fields(fold.Text("LECKI  jose"))))
	// Output:
	// jose nunez-lecki
	// true
}

func TestText(t *testing.T) {
	for from, to := range map[string]string{
		"":                            "",
		"Straße":                      "strasse",
		"STRASSE":                     "strasse",
		"ẞ":                           "ss",
		"Œuvre":                       "oeuvre",
		"İstanbul":                    "istanbul",
		"ıspanak":                     "ispanak",
		"Việt":                        "viet",
		"Smørrebrød":                  "smorrebrod",
		"ΣΊΣΥΦΟΣ":                     fold.Text("σίσυφος"),
		"Άννα":                        "αννα",
		"Ёлкин":                       "елкин",
		"日本":                          "日本",
		"a-b_c 1":                     "a-b_c 1",
		"Z\u200bo\u202eé\ufeff\u00ad": "zoe", // what pasting brings along
		"a\u0300\u036fb":              "ab",
		"a\xffb":                      "a\ufffdb",
	} {
		require.Equal(t, to, fold.Text(from), "%q", from)
	}
}

// A letter with its accent and the same letter followed by it are one text.
func TestBothForms(t *testing.T) {
	for one, two := range map[string]string{
		"é": "e\u0301", "Å": "A\u030a", "ǻ": "a\u030a\u0301", "ǿ": "ø\u0301", "ç": "c\u0327", "ợ": "o\u031b\u0323",
		"ά": "α\u0301", "ΰ": "υ\u0308\u0301", "й": "и\u0306", "ї": "і\u0308", "ё": "е\u0308", "ǯ": "ʒ\u030c", "ẛ": "ſ\u0307",
	} {
		require.Equal(t, fold.Text(one), fold.Text(two), one)
		require.Equal(t, fold.Text(strings.ToUpper(one)), fold.Text(strings.ToUpper(two)), one)
	}
	require.Equal(t, fold.Text("ᾳ"), fold.Text("α\u0345"), "a mark whose capital is a letter")
}

func TestContains(t *testing.T) {
	require.True(t, fold.Contains("anna maria", nil))
	require.True(t, fold.Contains("anna maria", []string{"mar", "ann"}))
	require.False(t, fold.Contains("anna maria", []string{"mar", "bob"}))
}

func FuzzText(f *testing.F) {
	f.Add("José")
	f.Add("\xff\u0345ǅŉ")
	f.Fuzz(func(t *testing.T, s string) {
		once := fold.Text(s)
		require.True(t, utf8.ValidString(once))
		require.Equal(t, once, fold.Text(once), "folding twice is folding once")
		require.True(t, fold.Contains(once, strings.Fields(once)))
	})
}
