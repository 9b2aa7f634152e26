package label

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFill(t *testing.T) {
	values := []value{{"a", "one"}, {"b", ""}, {"c", "{a}[x]"}}
	for _, tc := range []struct{ raw, want, placeholders string }{
		{"", "", ""},
		{"plain", "plain", ""},
		{"{a}", "one", "{a}"},
		{"x {a} y", "x one y", "{a}"},
		{"x[ {a}] y", "x one y", "[{a}]"},
		{"x[ {b}] y", "x y", "[{b}]"},
		{"x {b} y", "x  y", "{b}"},
		{"[{a}, {b}]", "", "[{a}] [{b}]"},
		{"[{a}][{b}][{c}]", "one{a}[x]", "[{a}] [{b}] [{c}]"},
		{"{a} [{a}] {a}", "one one one", "[{a}] {a}"},
		{"{unheard}", "", "{unheard}"},
		{"é[ : {a}] »", "é : one »", "[{a}]"},
	} {
		parsed, ok := parse(tc.raw)
		require.True(t, ok, tc.raw)
		require.Equal(t, tc.raw, parsed.raw)
		require.Equal(t, tc.want, parsed.fill(values...), tc.raw)
		require.Equal(t, tc.placeholders, parsed.placeholders(), tc.raw)
	}
	for _, raw := range []string{"{", "}", "[", "]", "{}", "{a", "a}", "[x]", "[]", "[{a}", "{a}]", "[[{a}]]", "{A}", "{a b}", "{[a]}", "[{a]}", "{a}[x]", "{{a}}"} {
		_, ok := parse(raw)
		require.False(t, ok, raw)
	}
}

// What a text asks for is what its method gives: with everything given, nothing
// of a source's signs is left.
func TestEveryPlaceholderIsKnown(t *testing.T) {
	known := map[string]string{
		"sentence.denied": "action why", "sentence.agent": "status code cause note", "sentence.page": "from to n",
		"sentence.accept-none": "n", "sentence.accept-one": "n", "sentence.accept-many": "n",
		"notice": "about action cause reason variable by saved entry", "outcome": "action cause", "number": "count limit warning",
		"value": "count limit",
	}
	filled := 0
	for i, k := range index.keys {
		theme, _, _ := strings.Cut(string(k), ".")
		names := known[string(k)]
		if names == "" {
			names = known[theme]
		}
		for _, p := range english().texts[i].parts {
			if p.name != "" {
				require.Contains(t, strings.Fields(names), p.name, string(k))
				filled++
			}
		}
	}
	require.Greater(t, filled, 40)
}

func FuzzParse(f *testing.F) {
	for _, raw := range []string{"x[ {a}] y", "[[{a}]]", "{", "plain", "{a}{b}[ ({c})]"} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		parsed, ok := parse(raw)
		if !ok {
			require.True(t, strings.ContainsAny(raw, "{}[]"))
			return
		}
		full := parsed.fill(value{"a", "A"}, value{"b", "B"}, value{"c", "C"})
		require.LessOrEqual(t, len(full), len(raw))
		require.NotContains(t, full, "{")
		require.NotContains(t, full, "]")
		again, ok := parse(full)
		require.True(t, ok)
		require.Equal(t, full, again.fill())
	})
}
