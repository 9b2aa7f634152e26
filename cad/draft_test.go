package cad_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// TestNothingBeforeSave is CAD-6.
func TestNothingBeforeSave(t *testing.T) {
	s := newSheet(t)
	before := bytesOf(t, s)
	d := newDraft(t, s, "a1")
	require.False(t, d.Dirty())
	require.NoError(t, d.Set("visits", "4"))
	require.NoError(t, d.Set("case", "A-2"))
	require.NoError(t, d.Set("case", "A-3"))
	require.True(t, d.Dirty())
	require.Equal(t, map[string]string{"case": "A-3", "visits": "4"}, edits(d))
	require.Equal(t, before, bytesOf(t, s))

	require.NoError(t, d.Revert("case"))
	require.Equal(t, map[string]string{"visits": "4"}, edits(d))
	require.NoError(t, d.Revert("case"), "nothing to revert")
	require.ErrorIs(t, d.Revert("visits", "nope"), cad.ErrUndefined)
	require.Equal(t, map[string]string{"visits": "4"}, edits(d), "all or none")
	require.NoError(t, d.Revert())
	require.False(t, d.Dirty())
	require.Equal(t, before, bytesOf(t, s))
}

// TestRevertIsToTheLastSave: CAD-6 says saved last, not shown first.
func TestRevertIsToTheLastSave(t *testing.T) {
	s := newSheet(t)
	r, err := cad.NewReader(s, "a1")
	require.NoError(t, err)
	require.NoError(t, r.Set("case", "A-2"))
	s = save(t, s, r.Draft)
	_, err = r.Rebase(s)
	require.NoError(t, err)
	require.NoError(t, r.Set("case", "A-3"))
	require.NoError(t, r.Revert())
	require.Equal(t, "A-2", r.View(nil)[0].Value.Text())
}

func TestSavedValueIsNoEdit(t *testing.T) {
	long := strings.Repeat("x", 300) + "\u202e"
	s, err := newSheet(t).Put(map[string]string{"case": long})
	require.NoError(t, err)
	d := newDraft(t, s, "a1", "visits", "3")
	require.False(t, d.Dirty())
	require.NoError(t, d.Set("case", "mine"))
	require.NoError(t, d.Set("case", long), "what the flow set is not judged when it comes back (CAD-4)")
	require.False(t, d.Dirty())

	require.NoError(t, d.Set("pin", "4711"))
	require.True(t, d.Dirty(), "else a guess of a secure value would be confirmed")
	s = save(t, s, d)
	_, err = d.Rebase(s)
	require.NoError(t, err)
	require.False(t, d.Dirty())
}

func TestCopiesAreApart(t *testing.T) {
	d := newDraft(t, newSheet(t), "a1", "case", "A-2", "visits", "4", "vip", "true")
	want := edits(d)
	for _, change := range []func(*cad.Draft) error{
		func(c *cad.Draft) error { return c.Set("case", "other") },
		func(c *cad.Draft) error { return c.Set("balance", "1") },
		func(c *cad.Draft) error { return c.Set("visits", "3") },
		func(c *cad.Draft) error { return c.Revert("case") },
		func(c *cad.Draft) error { return c.Revert() },
		func(c *cad.Draft) error {
			next, err := newSheet(t).Put(map[string]string{"case": "flow"})
			require.NoError(t, err)
			_, err = c.Rebase(next)
			return err
		},
	} {
		c := d
		require.NoError(t, change(&c))
		require.NotEqual(t, want, edits(c))
		require.Equal(t, want, edits(d))
	}
}

func TestDraftBadInput(t *testing.T) {
	s := newSheet(t)
	d := newDraft(t, s, "a1", "case", "kept")

	for _, name := range []string{"", "nope", "Case", "case ", "\xff"} {
		err := d.Set(name, "x")
		require.ErrorIs(t, err, cad.ErrUndefined)
		require.Equal(t, name, detail(t, err).Variable)
	}
	for _, name := range []string{"queue", "ssn"} {
		err := d.Set(name, "x")
		require.ErrorIs(t, err, rule.ID("CAD-2"))
		var denied *rule.Denied
		require.True(t, errors.As(err, &denied))
		require.Same(t, err, d.Set(name, "y"), "a shared refusal")
	}
	require.ErrorIs(t, d.Set("pin", cad.Mask), cad.ErrMask)
	require.Equal(t, map[string]string{"case": "kept"}, edits(d))
	require.NoError(t, d.Set("case", cad.Mask), "only a secure variable is shown as the mask")

	for _, agent := range []string{"", cad.System, "a\xff"} {
		_, err := cad.NewDraft(s, agent)
		require.ErrorIs(t, err, cad.ErrAgent)
		_, err = cad.NewReader(s, agent)
		require.ErrorIs(t, err, cad.ErrAgent)
	}
	_, err := cad.NewDraft(cad.Sheet{}, "a1")
	require.ErrorIs(t, err, cad.ErrInteraction)
}

func TestZeroValues(t *testing.T) {
	var (
		d cad.Draft
		s cad.Sheet
		r cad.Reader
	)
	require.ErrorIs(t, d.Set("case", "x"), cad.ErrInteraction)
	require.ErrorIs(t, d.Revert(), cad.ErrInteraction)
	_, err := d.Rebase(newSheet(t))
	require.ErrorIs(t, err, cad.ErrInteraction)
	require.False(t, d.Dirty())
	require.Empty(t, edits(d))
	require.Empty(t, d.Agent()+d.Interaction()+s.Interaction())

	require.Zero(t, s.Revision())
	require.Empty(t, s.Schema().Definitions())
	_, err = s.Saved("case")
	require.ErrorIs(t, err, cad.ErrUndefined)
	_, err = s.Put(nil)
	require.ErrorIs(t, err, cad.ErrInteraction)
	_, err = s.Save(d)
	require.ErrorIs(t, err, cad.ErrInteraction)
	_, err = s.Snapshot()
	require.ErrorIs(t, err, cad.ErrSnapshot)
	for range s.Public() {
		t.Fatal("the zero sheet has no variables")
	}

	require.ErrorIs(t, r.Set("case", "x"), cad.ErrInteraction)
	require.ErrorIs(t, r.Fetch("pin"), cad.ErrInteraction)
	require.ErrorIs(t, r.Answer("pin", nil), cad.ErrInteraction)
	_, err = r.Refresh(newSheet(t))
	require.ErrorIs(t, err, cad.ErrInteraction)
	require.Empty(t, r.View(nil))

	for range (cad.Result{}).Saved() {
		t.Fatal("the zero result has saved nothing")
	}
	require.Empty(t, cad.Value{}.Text())
}
