package cad_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// TestTypes is CAD-1's types and CAD-5.
func TestTypes(t *testing.T) {
	for _, c := range []struct {
		variable string
		takes    string // values, separated by spaces
		refuses  string
		rule     rule.ID
	}{
		{"visits", "0 7 007 -1 +12 9223372036854775808", "x 1.0 1e3 -- - + 1- ٣ ７ 0x10 1,000 1_000", "CAD-1"},
		{"balance", "0 7 -0.50 +1.25 12345678901234567890.12345678901234567890", ". 1. .5 1.2.3 1,5 1e3 NaN Inf 1.-2 -", "CAD-1"},
		{"vip", "true false", "True FALSE 1 0 yes t", "CAD-1"},
		{"due", "2026-01-31 2024-02-29 2026-01-31T23:59:59Z 2026-01-31T08:00:00+05:30 2026-01-31T08:00:00.125-03:00 2026-01-31T08:00:00+23:59",
			"2026-02-29 2026-13-01 31/01/2026 20260131 2026-1-31 2026-01-31T08:00:00 2026-01-31T8:00:00Z 2026-01-31T08:00Z 2026-01-31T08:00:00,5Z 2026-01-31T24:00:00Z 2026-01-31T08:00:00+24:00 2026-01-31T08:00:00+01:60 2026-01-31T08:00:00+0100 2026-01-31t08:00:00z 08:00:00Z 2026-W05", "CAD-5"},
	} {
		t.Run(c.variable, func(t *testing.T) {
			d := newDraft(t, newSheet(t), "a1")
			for _, v := range strings.Fields(c.takes) {
				require.NoError(t, d.Set(c.variable, v), v)
				require.Equal(t, map[string]string{c.variable: v}, edits(d))
			}
			kept := edits(d)
			for _, v := range append(strings.Fields(c.refuses), " ", "1 ", " true", "\n") {
				err := d.Set(c.variable, v)
				require.ErrorIs(t, err, cad.ErrType, v)
				require.ErrorIs(t, err, c.rule)
				var denied *rule.Denied
				require.True(t, errors.As(err, &denied))
				require.Equal(t, c.variable, detail(t, err).Variable)
				require.Equal(t, kept, edits(d), "nothing changed")
			}
		})
	}
}

// TestEmpty: every type can be emptied.
func TestEmpty(t *testing.T) {
	s, err := newSheet(t).Put(map[string]string{"case": "x", "visits": "1", "balance": "1", "vip": "true", "due": "2026-01-31"})
	require.NoError(t, err)
	d := newDraft(t, s, "a1", "case", "", "visits", "", "balance", "", "vip", "", "due", "")
	s = save(t, s, d)
	for _, name := range []string{"case", "visits", "balance", "vip", "due"} {
		require.Empty(t, text(t, s, name))
	}
}

// TestLength is CAD-4: code points, refused with the count, never cut.
func TestLength(t *testing.T) {
	for _, one := range []string{"a", "é", "漢", "😀", "e\u0301"} {
		per := utf8.RuneCountInString(one)
		d := newDraft(t, newSheet(t), "a1")
		most := strings.Repeat(one, 256/per)
		require.NoError(t, d.Set("case", most))
		err := d.Set("case", most+one)
		require.ErrorIs(t, err, cad.ErrTooLong)
		require.ErrorIs(t, err, rule.ID("CAD-4"))
		require.Equal(t, 256+per, detail(t, err).Count)
		require.Equal(t, map[string]string{"case": most}, edits(d), "nothing changed")
	}
	d := newDraft(t, newSheet(t), "a1")
	err := d.Set("visits", strings.Repeat("x", 300))
	require.ErrorIs(t, err, cad.ErrTooLong, "the count goes before the type")
	require.EqualError(t, err, `cad: value is too long: variable "visits": 300 characters, at most 256`)
}

// TestBadText: invalid UTF-8, bidirectional, zero-width and control characters.
func TestBadText(t *testing.T) {
	d := newDraft(t, newSheet(t), "a1", "case", "kept")
	for _, v := range []string{"\xff", "a\xc3", "\xed\xa0\x80", strings.Repeat("a", 300) + "\xff"} {
		require.ErrorIs(t, d.Set("case", v), cad.ErrEncoding, "%q", v)
	}
	for _, r := range "\x00\x07\x0b\x0c\x1b\x7f\u0085\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f" +
		"\u202a\u202b\u202c\u202d\u202e\u2060\u2064\u2066\u2067\u2068\u2069\u206f\ufeff\ufff9\ufffb\U000e0001\U000e007f" {
		err := d.Set("case", "é漢"+string(r)+"x\u202e")
		require.ErrorIs(t, err, cad.ErrHidden, "%U", r)
		require.Equal(t, r, detail(t, err).Rune)
		require.Equal(t, 2, detail(t, err).At)
		require.ErrorIs(t, d.Set("pin", string(r)), cad.ErrHidden)
	}
	require.Equal(t, map[string]string{"case": "kept"}, edits(d))
	require.EqualError(t, d.Set("case", "ab\u202e"), `cad: value has a character that hides: variable "case": '\u202e' at 2`)

	for _, v := range []string{" leading and trailing ", "tab\tline\r\n", "❤️", "שלום", "مرحبا", "\ufffd", "\u00a0", "<b>&\u2028"} {
		require.NoError(t, d.Set("case", v), "%q", v)
		require.Equal(t, v, edits(d)["case"], "kept as typed")
	}
}

// FuzzValue judges each value a second time, by other means.
func FuzzValue(f *testing.F) {
	f.Add("7")
	f.Add("-0.5")
	f.Add("2026-01-31T08:00:00Z")
	f.Add("a\u202eb")
	f.Add("\xff")
	whole := regexp.MustCompile(`^[+-]?[0-9]+$`)
	decimal := regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?$`)
	date := regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2}))?$`)
	unseen := regexp.MustCompile(`[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x{9f}\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{feff}\x{fff9}-\x{fffb}\x{e0000}-\x{e007f}]`)
	isDate := func(v string) bool {
		if !date.MatchString(v) {
			return false
		}
		if len(v) == 10 {
			v += "T00:00:00Z"
		}
		if v[len(v)-1] != 'Z' && (v[len(v)-5:len(v)-3] > "23" || v[len(v)-2:] > "59") {
			return false
		}
		_, err := time.Parse(time.RFC3339Nano, v)
		return err == nil
	}
	s, err := cad.NewSheet(newSchema(f), "call-1", nil)
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, v string) {
		sound := utf8.ValidString(v) && len([]rune(v)) <= 256 && !unseen.MatchString(v)
		for name, ok := range map[string]bool{
			"case":    true,
			"visits":  whole.MatchString(v),
			"balance": decimal.MatchString(v),
			"vip":     v == "true" || v == "false",
			"due":     isDate(v),
			"pin":     v != cad.Mask,
		} {
			d := newDraft(t, s, "a1")
			err := d.Set(name, v)
			if !sound || !ok && v != "" {
				require.Error(t, err, name)
				require.False(t, d.Dirty())
				continue
			}
			require.NoError(t, err, name)
			require.Equal(t, v != "" || name == "pin", d.Dirty())
			require.Equal(t, v, edits(d)[name])
		}
	})
}
