package dialnumber_test

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	pn "github.com/nyaruka/phonenumbers/v2"
	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
)

func itoa(i int) string { return strconv.Itoa(i) }

// pasted are texts that people and attackers paste; the seeds of every fuzz
// target and of the comparison with the oracle.
var pasted = []string{
	"", "+", "911", "12", "+12015532447", "+11234567890", "01161123456789", "0012015532447",
	"Tel: +1 (201) 553-2447", "tel:+1-201-553-2447;ext=5", "sip:+12015532447@example.com:5060",
	"+44 (0)20 7946 0018", "+44（０）20 7946 0018", "1-800-FLOWERS", "201 553 2447 x 123", "201 553 2447,,12#",
	"555 1234 or 555 1235", "5551234\n5551235", "555-1234/555-1235", "+1+2+3", "12+34", "*#:+123", "*1+23", "***#06#",
	"٠١٢٣٤٥٦٧٨٩", "۰۱۲۳", "०१२३", "＋１２０１５５３２４４７", "𝟎𝟙𝟚𝟥𝟦", "①②③", "²³", "½", "Ⅷ", "➕123", "1️⃣2️⃣3️⃣",
	"\u202a+1 201\u202c", "1\u200b2\u200d3\ufeff4", "\u00a0123\u202f456\u3000789", "\xff\xfe123\xc3", "\xed\xa0\x80123", "\xf4\x90\x80\x80",
	"\ufffd123", strings.Repeat("1", 18), strings.Repeat("1", 19), strings.Repeat("*", 37) + "123", strings.Repeat("*", 38) + "123",
	strings.Repeat(" ", 253) + "123", strings.Repeat(" ", 254) + "123", strings.Repeat("\xff", 257), strings.Repeat("١", 18),
	"99012015532447", "16201553244", "00912015532447", "+1201553244712345", "000123", "118218",
}

var fuzzRegions = []string{"", "US", "HK", "DE", "SG", "FI", "BR", "AU", "CN", "001", "us"}

func FuzzSanitise(f *testing.F) {
	for _, s := range pasted {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := dialnumber.Sanitise(text)
		require.Equal(t, oracleSanitise(text), got.Text)

		again := dialnumber.Sanitise(got.Text)
		require.Equal(t, dialnumber.Sanitised{Text: got.Text}, again, "sanitising is idempotent")

		accountFor(t, text, got)
	})
}

// accountFor rebuilds the kept text from the raw one with the help of the
// account alone: nothing is missing from it, nothing is in it twice, and what
// is kept has kept its order.
func accountFor(t *testing.T, text string, got dialnumber.Sanitised) {
	t.Helper()
	kept := ""
	removed, folded := got.Removed, got.Folded
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case len(removed) > 0 && removed[0].Offset == i:
			require.Equal(t, r, removed[0].Char)
			require.Equal(t, r == utf8.RuneError && size == 1, removed[0].Kind == dialnumber.BadUTF8)
			removed = removed[1:]
		case len(folded) > 0 && folded[0].Offset == i:
			require.Equal(t, r, folded[0].Char)
			require.NotEqual(t, rune(folded[0].To), r)
			kept += string(rune(folded[0].To))
			folded = folded[1:]
		default:
			kept += string(r)
		}
		i += size
	}
	require.Empty(t, removed)
	require.Empty(t, folded)
	require.Equal(t, got.Text, kept)
}

func FuzzCheck(f *testing.F) {
	for _, s := range pasted {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		err := dialnumber.Check(text)
		var reasons []string
		for _, e := range dialnumber.Broken(err) {
			reasons = append(reasons, e.Reason.String())
			require.ErrorIs(t, err, e.Rule)
			require.GreaterOrEqual(t, e.Offset, 0)
			require.LessOrEqual(t, e.Offset, len(text))
		}
		slices.Sort(reasons)
		require.Equal(t, oracleReasons(text), reasons)
		require.Equal(t, err == nil, len(reasons) == 0)

		n, newErr := dialnumber.New(text)
		require.Equal(t, err, newErr)
		require.Equal(t, err == nil, n.IsValid())
		if err == nil {
			require.Equal(t, dialnumber.Sanitise(text).Text, n.Dialled())
			stored, err := n.MarshalText()
			require.NoError(t, err)
			var back dialnumber.Number
			require.NoError(t, back.UnmarshalText(stored))
			require.Equal(t, n, back)
		}
	})
}

func FuzzParse(f *testing.F) {
	for i, s := range pasted {
		f.Add(s, fuzzRegions[i%len(fuzzRegions)], i%2 == 0)
	}
	f.Fuzz(func(t *testing.T, text, region string, strict bool) {
		p, err := dialnumber.Config{Region: region, RejectLossy: strict}.Parse(text)
		if errors.Is(err, dialnumber.ErrRegion) {
			require.Equal(t, dialnumber.Parsed{}, p)
			return
		}
		n, checkErr := dialnumber.New(text)
		lossy := 0
		for _, w := range p.Warnings {
			require.Less(t, w.Offset, max(1, len(text)))
			if w.Kind.Lossy() {
				lossy++
			}
		}
		if !strict {
			require.Equal(t, checkErr, err, "parse agrees with check")
			lossy = 0
		}
		require.Len(t, dialnumber.Broken(err), len(dialnumber.Broken(checkErr))+lossy)
		if err != nil {
			require.Equal(t, dialnumber.Parsed{Warnings: p.Warnings}, p)
			return
		}
		require.Equal(t, n, p.Number, "what is dialled is never rewritten")
		require.Equal(t, oracleFormat(n.Dialled(), region), p.Format)
		if p.Format == dialnumber.US || p.Format == dialnumber.E164 {
			require.Equal(t, n, p.E164)
		}
		if p.Valid && p.E164.IsValid() {
			known, err := pn.Parse(p.E164.Dialled(), "ZZ")
			require.NoError(t, err)
			require.True(t, pn.IsValidNumber(known))
			require.True(t, p.Possible)
		}
		if p.E164.IsValid() {
			require.Regexp(t, oracleE164, p.E164.Dialled())
		}
		require.False(t, p.Emergency && p.Premium)
		for _, use := range []dialnumber.Use{dialnumber.Dial, dialnumber.Consult, dialnumber.Transfer} {
			require.Equal(t, dialnumber.Allow, dialnumber.Policy{}.Decide(p, use).Verdict)
		}
	})
}

func FuzzUnmarshalText(f *testing.F) {
	for _, s := range pasted {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var n dialnumber.Number
		if err := n.UnmarshalText(text); err != nil {
			require.False(t, n.IsValid())
			require.ErrorIs(t, err, dialnumber.ErrInvalid)
			return
		}
		require.Equal(t, string(text), n.Dialled())
		if len(text) > 0 {
			require.NoError(t, dialnumber.Check(string(text)))
		}
	})
}
