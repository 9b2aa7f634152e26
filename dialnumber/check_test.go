package dialnumber_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

func TestCheck(t *testing.T) {
	stars := func(n int) string { return strings.Repeat("*", n) }
	tests := []struct {
		name string
		text string
		want []dialnumber.Error
	}{
		{"three digits", "911", nil},
		{"two digits", "12", []dialnumber.Error{{Rule: "DN-1", Reason: dialnumber.TooFewDigits, Offset: 2, Count: 2, Limit: 3}}},
		{"nothing", "", []dialnumber.Error{{Rule: "DN-1", Reason: dialnumber.TooFewDigits, Limit: 3}}},
		{"digits are counted, not characters", "*#*#12", []dialnumber.Error{{Rule: "DN-1", Reason: dialnumber.TooFewDigits, Offset: 6, Count: 2, Limit: 3}}},
		{"18 digits", "123456789012345678", nil},
		{"18 digits and specials", "*+123456789012345678#:", nil},
		{"19 digits", "1234567890123456789", []dialnumber.Error{{Rule: "DN-1", Reason: dialnumber.TooManyDigits, Offset: 18, Count: 19, Limit: 18}}},
		{"offset is into the raw text", "  (12) 345678901234567 ٨9", []dialnumber.Error{{Rule: "DN-1", Reason: dialnumber.TooManyDigits, Offset: 25, Count: 19, Limit: 18}}},
		{"plus first", "+123", nil},
		{"plus behind specials", "*#:+123", nil},
		{"plus behind a digit", "1+23", []dialnumber.Error{{Rule: "DN-8", Reason: dialnumber.MisplacedPlus, Offset: 1}}},
		{"plus last", "123+", []dialnumber.Error{{Rule: "DN-8", Reason: dialnumber.MisplacedPlus, Offset: 3}}},
		{"plus behind specials with a digit", "*1+23", []dialnumber.Error{{Rule: "DN-8", Reason: dialnumber.MisplacedPlus, Offset: 2}}},
		{"two plus", "++123", []dialnumber.Error{{Rule: "DN-8", Reason: dialnumber.SecondPlus, Offset: 1}}},
		{"two plus parted by specials", "+*+123", []dialnumber.Error{{Rule: "DN-8", Reason: dialnumber.SecondPlus, Offset: 2}}},
		{"second plus behind a digit", "+1+23", []dialnumber.Error{
			{Rule: "DN-8", Reason: dialnumber.MisplacedPlus, Offset: 2}, {Rule: "DN-8", Reason: dialnumber.SecondPlus, Offset: 2}}},
		{"full-width plus counts", "1＋23", []dialnumber.Error{{Rule: "DN-8", Reason: dialnumber.MisplacedPlus, Offset: 1}}},
		{"40 characters", stars(37) + "123", nil},
		{"41 characters", stars(38) + "123", []dialnumber.Error{{Rule: "DN-8", Reason: dialnumber.TooLong, Offset: 40, Count: 41, Limit: 40}}},
		{"256 entered", strings.Repeat("-", 253) + "123", nil},
		{"257 entered", strings.Repeat("-", 254) + "123", []dialnumber.Error{{Rule: "DN-8", Reason: dialnumber.InputTooLong, Offset: 256, Count: 257, Limit: 256}}},
		{"entered counts characters, not bytes", strings.Repeat("–", 253) + "123", nil},
		{"all at once", stars(40) + "+1+" + strings.Repeat(" ", 300), []dialnumber.Error{
			{Rule: "DN-1", Reason: dialnumber.TooFewDigits, Offset: 343, Count: 1, Limit: 3},
			{Rule: "DN-8", Reason: dialnumber.MisplacedPlus, Offset: 42},
			{Rule: "DN-8", Reason: dialnumber.SecondPlus, Offset: 42},
			{Rule: "DN-8", Reason: dialnumber.TooLong, Offset: 40, Count: 43, Limit: 40},
			{Rule: "DN-8", Reason: dialnumber.InputTooLong, Offset: 256, Count: 343, Limit: 256},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := dialnumber.Check(tt.text)
			var got []dialnumber.Error
			for _, e := range dialnumber.Broken(err) {
				got = append(got, *e)
				require.ErrorIs(t, err, e.Rule)
			}
			require.Equal(t, tt.want, got)
			require.Equal(t, len(tt.want) > 0, errors.Is(err, dialnumber.ErrInvalid))
			require.NotErrorIs(t, err, rule.ID("DN-4"))
			var typed *dialnumber.Error
			require.Equal(t, len(tt.want) > 0, errors.As(err, &typed))
		})
	}
}

func TestErrorsHoldNoNumber(t *testing.T) {
	for _, text := range []string{"98+76", "98", "9876543210987654321", "+98+76", strings.Repeat("*", 40) + "987"} {
		err := dialnumber.Check(text)
		require.Error(t, err)
		require.NotContains(t, err.Error(), "98")
		require.NotContains(t, err.Error(), "76")
	}
	_, err := dialnumber.Config{RejectLossy: true}.Parse("987654 x 321")
	require.EqualError(t, err, "dialnumber: rule DN-3: another number would be dialled: an extension is glued on (byte 7)")
	require.EqualError(t, dialnumber.Check("1+2"), "dialnumber: rule DN-1: 2 digits, at least 3 needed (byte 3)\n"+
		"dialnumber: rule DN-8: a + behind a digit (byte 1)")
}

func TestHostileTextIsATypedError(t *testing.T) {
	const mega = 1 << 20
	for name, text := range map[string]string{
		"digits":       strings.Repeat("7", mega),
		"not UTF-8":    strings.Repeat("\xff", mega),
		"half runes":   strings.Repeat("\xe2\x80", mega/2),
		"bidi":         strings.Repeat("\u202e", mega/3),
		"zero width":   strings.Repeat("\u200b", mega/3),
		"plus signs":   strings.Repeat("+", mega),
		"letters":      strings.Repeat("x1", mega/2),
		"Arabic":       strings.Repeat("٣", mega/2),
		"NUL":          strings.Repeat("\x00", mega),
		"surrogates":   strings.Repeat("\xed\xa0\x80", mega/3),
		"brackets":     strings.Repeat("(0)", mega/3),
		"number first": "+12015532447" + strings.Repeat(" ", mega),
	} {
		t.Run(name, func(t *testing.T) {
			for _, err := range []error{dialnumber.Check(text), second(dialnumber.New(text)), second(dialnumber.Parse(text, "US"))} {
				require.ErrorIs(t, err, rule.ID("DN-8"))
				var typed *dialnumber.Error
				require.ErrorAs(t, err, &typed)
				require.Less(t, len(err.Error()), 500)
			}
			p, _ := dialnumber.Parse(text, "US")
			require.Equal(t, dialnumber.Parsed{}, p)
			var n dialnumber.Number
			require.ErrorIs(t, n.UnmarshalText([]byte(text)), dialnumber.ErrInvalid)
		})
	}
	for _, short := range []string{"\xff\xfe", "\u202e\u202d", "\u200b\u200b\u200b12"} {
		require.ErrorIs(t, dialnumber.Check(short), rule.ID("DN-1"))
	}
	// A contact copied from a telephone is wrapped in invisible characters.
	n, err := dialnumber.New("\u202a+1\u00a0201\u2011553\u20112447\u202c")
	require.NoError(t, err)
	require.Equal(t, "+12015532447", n.Dialled())
}

func second[T any](_ T, err error) error { return err }

func TestBroken(t *testing.T) {
	require.Nil(t, dialnumber.Broken(nil))
	require.Nil(t, dialnumber.Broken(errors.New("another")))
	err := dialnumber.Check("1+2")
	require.Len(t, dialnumber.Broken(err), 2)
	require.Len(t, dialnumber.Broken(&wrapped{err}), 2)
}

type wrapped struct{ error }

func (w *wrapped) Unwrap() error { return w.error }
