package dialnumber_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

func number(t testing.TB, text string) dialnumber.Number {
	t.Helper()
	n, err := dialnumber.New(text)
	require.NoError(t, err)
	return n
}

func TestNumberHoldsEveryText(t *testing.T) {
	for _, text := range []string{"123", "0000", "*#:+0123456789", strings.Repeat(":", 37) + "999", strings.Repeat("#", 36) + "+999", "1#2*3:"} {
		n := number(t, text)
		require.True(t, n.IsValid())
		require.Equal(t, text, n.Dialled())
		b, err := n.AppendText([]byte("tel "))
		require.NoError(t, err)
		require.Equal(t, "tel "+text, string(b))
	}
	require.Equal(t, "+12015532447", number(t, " +1 (201) 553-2447 ").Dialled())
	require.Equal(t, uintptr(20), unsafe.Sizeof(dialnumber.Number{}))
}

func TestZeroNumber(t *testing.T) {
	var zero dialnumber.Number
	require.False(t, zero.IsValid())
	require.Empty(t, zero.Dialled())
	require.Equal(t, "none", zero.String())
	require.True(t, zero.Equal(dialnumber.Number{}))
	require.False(t, zero.Equal(number(t, "123")))
	require.False(t, number(t, "123").Equal(zero))
	n, err := dialnumber.New("12")
	require.Error(t, err)
	require.Equal(t, zero, n)
}

func TestEqual(t *testing.T) { // CON-20
	tests := []struct {
		a, b string
		want bool
	}{
		{"+12015532447", "12015532447", true},
		{"+1 (201) 553-2447", "1.201.553.2447", true},
		{"+١٢٣", "123", true},
		{"123", "123", true},
		{"123", "1234", false},
		{"123", "0123", false},
		{"+123", "*123", false},
		{"*+123", "*123", false}, // only a leading + is ignored
		{"*+123", "123", false},
		{"123#", "123", false},
		{strings.Repeat("*", 36) + "+123", strings.Repeat("*", 36) + "123", false},
		{"+" + strings.Repeat("*", 36) + "123", strings.Repeat("*", 36) + "123", true},
	}
	for _, tt := range tests {
		a, b := number(t, tt.a), number(t, tt.b)
		require.Equal(t, tt.want, a.Equal(b), "%s %s", tt.a, tt.b)
		require.Equal(t, tt.want, b.Equal(a), "%s %s", tt.a, tt.b)
		require.Equal(t, tt.want, a.Canonical() == b.Canonical())
		require.True(t, a.Equal(a))
	}
	require.NotEqual(t, number(t, "+123"), number(t, "123"), "other texts are dialled")
	require.Equal(t, map[dialnumber.Number]int{number(t, "1-2-3"): 1}, map[dialnumber.Number]int{number(t, "123"): 1})
}

func TestMask(t *testing.T) {
	for text, want := range map[string]string{
		"+12015532447": "+12…47", "911": "…", "1234": "1…4", "1234567": "1…7", "12345678": "12…78", "123456789012345678": "123…78",
	} {
		require.Equal(t, want, number(t, text).String())
	}
}

func TestNumberCannotReachALog(t *testing.T) {
	n := number(t, "+12015532447")
	type public struct{ N dialnumber.Number }
	type private struct{ n dialnumber.Number }
	const secret = "5532"
	values := []any{n, &n, public{n}, &public{n}, private{n}, &private{n}, []dialnumber.Number{n},
		map[string]dialnumber.Number{"n": n}, map[dialnumber.Number]string{n: ""}, dialnumber.Parsed{Number: n, E164: n}}
	for _, verb := range strings.Split("%v %+v %#v %s %q %x %X %d %b %o %c %U %t %e %g %p %08v %-20s %.5s", " ") {
		for _, v := range values {
			out := fmt.Sprintf(verb, v)
			require.NotContains(t, out, secret, verb)
			require.NotContains(t, out, fmt.Sprintf("%x", secret), verb)
		}
	}
	require.Equal(t, "+12…47 +12…47 dialnumber.Number(+12…47)", fmt.Sprintf("%v %d %#v", n, n, n))
	require.NotContains(t, fmt.Sprint(errors.Join(fmt.Errorf("to %v", n))), secret)

	var log bytes.Buffer
	for _, h := range []slog.Handler{slog.NewTextHandler(&log, nil), slog.NewJSONHandler(&log, nil)} {
		slog.New(h).Info("call", "to", n, "pair", slog.GroupValue(slog.Any("n", n)))
	}
	require.Contains(t, log.String(), "+12…47")
	require.NotContains(t, log.String(), secret)
}

func TestNumberIsStored(t *testing.T) {
	type record struct {
		To   dialnumber.Number            `json:"to"`
		None dialnumber.Number            `json:"none"`
		By   map[dialnumber.Number]string `json:"by"`
	}
	in := record{To: number(t, "*#:+123"), By: map[dialnumber.Number]string{number(t, "911"): "help"}}
	b, err := json.Marshal(in)
	require.NoError(t, err)
	require.JSONEq(t, `{"to":"*#:+123","none":"","by":{"911":"help"}}`, string(b))
	var out record
	require.NoError(t, json.Unmarshal(b, &out))
	require.Equal(t, in, out)
}

func TestUnmarshalTextTakesOnlyWhatMarshalTextWrote(t *testing.T) {
	old := number(t, "911")
	for text, id := range map[string]rule.ID{
		"12": "DN-1", "1234567890123456789": "DN-1", "1+23": "DN-8", "++123": "DN-8", strings.Repeat("*", 38) + "123": "DN-8",
		"1 23": "DN-2", "１23": "DN-2", "123x": "DN-2", "123\xff": "DN-2", "123\x00": "DN-2",
	} {
		n := old
		err := n.UnmarshalText([]byte(text))
		require.ErrorIs(t, err, id, "%q", text)
		require.Equal(t, old, n)
	}
	var typed *dialnumber.Error
	for _, text := range []string{"12 34", "12\x0034", "12\xff34", "12３4", "12-３4"} {
		require.ErrorAs(t, old.UnmarshalText([]byte(text)), &typed)
		require.Equal(t, dialnumber.Error{Rule: "DN-2", Reason: dialnumber.Unsupported, Offset: 2}, *typed, "%q", text)
	}
	require.NoError(t, old.UnmarshalText(nil))
	require.Equal(t, dialnumber.Number{}, old)
	require.Error(t, json.Unmarshal([]byte(`12345`), &old))
}
