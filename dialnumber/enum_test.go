package dialnumber_test

import (
	"encoding"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
)

type enum interface {
	~uint8
	fmt.Stringer
	encoding.TextMarshaler
}

// roundTrip reads back every value's text, and finds no two with the same.
func roundTrip[E enum, P interface {
	*E
	encoding.TextUnmarshaler
}](t *testing.T, count int, what string) {
	t.Helper()
	seen := map[string]bool{}
	for i := range count {
		e := E(i)
		text, err := e.MarshalText()
		require.NoError(t, err)
		require.Equal(t, e.String(), string(text))
		require.False(t, seen[e.String()])
		seen[e.String()] = true
		back := E(255)
		require.NoError(t, P(&back).UnmarshalText(text))
		require.Equal(t, e, back)
	}
	_, err := E(count).MarshalText()
	var unknown *dialnumber.UnknownNameError
	require.ErrorAs(t, err, &unknown)
	require.Equal(t, what, unknown.What)
	require.Contains(t, E(count).String(), fmt.Sprintf("(%d)", count))
	kept := E(1)
	require.EqualError(t, P(&kept).UnmarshalText([]byte("nonsense")), `dialnumber: unknown `+what+` "nonsense"`)
	require.Equal(t, E(1), kept)
}

func TestEnums(t *testing.T) {
	roundTrip[dialnumber.Kind](t, int(dialnumber.BadUTF8)+1, "kind")
	roundTrip[dialnumber.Reason](t, int(dialnumber.InputTooLong)+1, "reason")
	roundTrip[dialnumber.WarningKind](t, int(dialnumber.NotPossible)+1, "warning")
	roundTrip[dialnumber.Format](t, int(dialnumber.OtherFormat)+1, "format")
	roundTrip[dialnumber.Type](t, int(dialnumber.Voicemail)+1, "type")
	roundTrip[dialnumber.Use](t, int(dialnumber.Transfer)+1, "use")
	roundTrip[dialnumber.Verdict](t, int(dialnumber.Confirm)+1, "verdict")

	for k := range dialnumber.NotPossible + 1 {
		require.Equal(t, k == dialnumber.NoWarning, k.Says() == "")
	}
	require.Empty(t, dialnumber.WarningKind(99).Says())
	require.False(t, dialnumber.NoWarning.Lossy())
	require.False(t, dialnumber.WarningKind(99).Lossy())
}
