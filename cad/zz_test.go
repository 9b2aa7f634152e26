package cad_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/cad"
)

// definitions has one variable of each type, one that is read-only, and two
// that are secure.
func definitions() []cad.Definition {
	return []cad.Definition{
		{Name: "case", Label: "Case number", Order: 1, Editable: true},
		{Name: "visits", Label: "Visits", Type: cad.Integer, Order: 2, Editable: true},
		{Name: "balance", Label: "Balance", Type: cad.Decimal, Order: 3, Editable: true},
		{Name: "vip", Label: "VIP", Type: cad.Boolean, Order: 4, Editable: true},
		{Name: "due", Label: "Due", Type: cad.DateTime, Order: 5, Editable: true},
		{Name: "queue", Label: "Queue", Order: 6},
		{Name: "pin", Label: "PIN", Order: 7, Editable: true, Secure: true},
		{Name: "ssn", Label: "Number", Order: 8, Secure: true},
	}
}

func newSchema(t testing.TB) cad.Schema {
	t.Helper()
	s, err := cad.NewSchema(definitions())
	require.NoError(t, err)
	return s
}

func newSheet(t testing.TB) cad.Sheet {
	t.Helper()
	s, err := cad.NewSheet(newSchema(t), "call-1", map[string]string{
		"case": "A-1", "visits": "3", "queue": "billing", "pin": "4711", "ssn": "078-05-1120",
	})
	require.NoError(t, err)
	return s
}

func newDraft(t testing.TB, s cad.Sheet, agent string, pairs ...string) cad.Draft {
	t.Helper()
	d, err := cad.NewDraft(s, agent)
	require.NoError(t, err)
	for i := 0; i < len(pairs); i += 2 {
		require.NoError(t, d.Set(pairs[i], pairs[i+1]))
	}
	return d
}

// save is a save that is committed.
func save(t testing.TB, s cad.Sheet, d cad.Draft) cad.Sheet {
	t.Helper()
	r, err := s.Save(d)
	require.NoError(t, err)
	return r.Sheet
}

func text(t testing.TB, s cad.Sheet, name string) string {
	t.Helper()
	v, err := s.Saved(name)
	require.NoError(t, err)
	return v.Value.Text()
}

// edits is a draft's content, secure values included.
func edits(d cad.Draft) map[string]string {
	m := map[string]string{}
	for def, v := range d.Edits() {
		m[def.Name] = v.Text()
	}
	return m
}

func bytesOf(t testing.TB, s cad.Sheet) string {
	t.Helper()
	b, err := s.Snapshot()
	require.NoError(t, err)
	return string(b)
}

func detail(t testing.TB, err error) *cad.Error {
	t.Helper()
	var e *cad.Error
	require.True(t, errors.As(err, &e), "%v", err)
	return e
}
