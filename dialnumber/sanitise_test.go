package dialnumber_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
)

func TestSanitiseKeepsDigitsAndSupportedCharacters(t *testing.T) { // DN-2, DN-3
	for b := range rune(utf8.RuneSelf) {
		got := dialnumber.Sanitise(string(b))
		if strings.ContainsRune("0123456789+#*:", b) {
			require.Equal(t, dialnumber.Sanitised{Text: string(b)}, got)
			continue
		}
		require.Empty(t, got.Text, "%q", b)
		require.Len(t, got.Removed, 1)
		require.Empty(t, got.Folded)
	}
}

func TestSanitiseReportsWhatItRemoved(t *testing.T) { // DN-3
	tests := []struct {
		char string
		kind dialnumber.Kind
	}{
		{" ", dialnumber.Space}, {"\n", dialnumber.Space}, {"\t", dialnumber.Space}, {"\u00a0", dialnumber.Space},
		{"\u202f", dialnumber.Space}, {"\u3000", dialnumber.Space}, {"\u2028", dialnumber.Space},
		{"-", dialnumber.Punctuation}, {"(", dialnumber.Punctuation}, {"–", dialnumber.Punctuation}, {"（", dialnumber.Punctuation},
		{"F", dialnumber.Letter}, {"é", dialnumber.Letter}, {"電", dialnumber.Letter}, {"Ａ", dialnumber.Letter},
		{",", dialnumber.Pause}, {";", dialnumber.Pause}, {"，", dialnumber.Pause}, {"；", dialnumber.Pause},
		{"²", dialnumber.Numeral}, {"½", dialnumber.Numeral}, {"①", dialnumber.Numeral}, {"Ⅷ", dialnumber.Numeral},
		{"➕", dialnumber.Sign}, {"﹢", dialnumber.Sign}, {"∗", dialnumber.Sign}, {"♯", dialnumber.Sign}, {"⁺", dialnumber.Sign},
		{"\u20e3", dialnumber.Mark}, {"\u0301", dialnumber.Mark},
		{"\u202a", dialnumber.Bidi}, {"\u200f", dialnumber.Bidi}, {"\u2069", dialnumber.Bidi},
		{"\u200b", dialnumber.Invisible}, {"\u200d", dialnumber.Invisible}, {"\ufeff", dialnumber.Invisible},
		{"\ufe0f", dialnumber.Invisible}, {"\u2060", dialnumber.Invisible}, {"\u00ad", dialnumber.Invisible},
		{"\xff", dialnumber.BadUTF8}, {"\xc3", dialnumber.BadUTF8},
		{"\ufffd", dialnumber.Other}, {"\x00", dialnumber.Other}, {"☎", dialnumber.Other}, {"$", dialnumber.Other},
	}
	for _, tt := range tests {
		char, _ := utf8.DecodeRuneInString(tt.char)
		got := dialnumber.Sanitise("1" + tt.char + "2")
		require.Equal(t, dialnumber.Sanitised{
			Text:    "12",
			Removed: []dialnumber.Removal{{Offset: 1, Char: char, Kind: tt.kind}},
		}, got, "%q", tt.char)
	}
}

func TestSanitiseFolds(t *testing.T) { // DN-3, D7
	got := dialnumber.Sanitise("＋1２-٣＃＊：")
	require.Equal(t, "+123#*:", got.Text)
	require.Equal(t, []dialnumber.Removal{{Offset: 7, Char: '-', Kind: dialnumber.Punctuation}}, got.Removed)
	require.Equal(t, []dialnumber.Fold{
		{Offset: 0, Char: '＋', To: '+'}, {Offset: 4, Char: '２', To: '2'}, {Offset: 8, Char: '٣', To: '3'},
		{Offset: 10, Char: '＃', To: '#'}, {Offset: 13, Char: '＊', To: '*'}, {Offset: 16, Char: '：', To: ':'},
	}, got.Folded)
}

// zeros are the zeros of all scripts, taken from the Unicode data of another
// implementation (version 14), so that an error of the standard library's
// tables, or of what we conclude from them, would be seen.
var zeros = []rune{0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
	0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40,
	0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x11066, 0x110F0,
	0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50,
	0x11DA0, 0x16A60, 0x16AC0, 0x16B50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0}

func TestSanitiseFoldsEveryScriptsDigits(t *testing.T) { // DN-3, D7
	for _, zero := range zeros {
		for d := range rune(10) {
			got := dialnumber.Sanitise(string(zero + d))
			require.Equal(t, string('0'+d), got.Text, "%U", zero+d)
			require.Len(t, got.Folded, 1)
		}
	}
}

func TestSanitiseOfEveryCharacterIsTheOracles(t *testing.T) {
	letters := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		got := dialnumber.Sanitise(string(r))
		if want := oracleKept(string(r)); want != got.Text {
			require.Equal(t, want, got.Text, "%U", r)
		}
		if unicode.IsLetter(r) {
			letters++
			if got.Text != "" || got.Removed[0].Kind != dialnumber.Letter {
				require.Fail(t, "letters never become digits", "%U", r)
			}
		}
	}
	require.Greater(t, letters, 100_000)
}

func TestSanitiseTakesAnything(t *testing.T) {
	for _, bad := range []string{"\xff", "a", "\u202e", "\u200b", "\x00"} {
		text := strings.Repeat(bad, 1<<20/len(bad)) + "1"
		got := dialnumber.Sanitise(text)
		require.Equal(t, "1", got.Text)
		require.Len(t, got.Removed, 1<<20/len(bad))
	}
}

func TestCleanTextCostsNoAllocation(t *testing.T) {
	for _, text := range []string{"+12015532447", "911", "*123#", "01161123456789"} {
		require.Zero(t, testing.AllocsPerRun(100, func() {
			s := dialnumber.Sanitise(text)
			if dialnumber.Check(s.Text) != nil {
				panic("not sound")
			}
		}), "Sanitise and Check")
		require.Zero(t, testing.AllocsPerRun(100, func() {
			if n, _ := dialnumber.New(text); !n.IsValid() {
				panic("not sound")
			}
		}), "New")
	}
	require.LessOrEqual(t, testing.AllocsPerRun(100, func() {
		if s := dialnumber.Sanitise(messy); s.Text != clean || len(s.Removed) != 11 {
			panic("not sanitised")
		}
	}), 2.0, "the text and the account of a pasted one")
	require.Zero(t, testing.AllocsPerRun(100, func() {
		if dialnumber.Check("Tel +１ (201) 553-2447") != nil {
			panic("not sound")
		}
	}), "Check of a text that passes, with much to remove")
}
