package cad_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

func newReader(t testing.TB, s cad.Sheet, agent string) cad.Reader {
	t.Helper()
	r, err := cad.NewReader(s, agent)
	require.NoError(t, err)
	return r
}

func field(t testing.TB, r cad.Reader, name string) cad.Field {
	t.Helper()
	for _, f := range r.View(nil) {
		if f.Name == name {
			return f
		}
	}
	t.Fatal("no field " + name)
	return cad.Field{}
}

// TestFetch is CAD-3: masked, fetched, failed and retried; and CAD-10.
func TestFetch(t *testing.T) {
	s := newSheet(t)
	r, other := newReader(t, s, "a1"), newReader(t, s, "a2")
	see := func(v cad.Visibility, text string, copyable bool) {
		t.Helper()
		f := field(t, r, "pin")
		require.Equal(t, v, f.Visibility)
		require.Equal(t, text, f.Value.Text())
		require.Equal(t, text, f.Saved.Text())
		require.Equal(t, text == cad.Mask, f.Value.Masked())
		require.Equal(t, copyable, f.Copyable)
		require.Equal(t, cad.Masked, field(t, other, "pin").Visibility, "each agent for himself")
		require.Equal(t, cad.Masked, field(t, r, "ssn").Visibility, "each variable for itself")
	}
	refused := func(err error) {
		t.Helper()
		require.ErrorIs(t, err, cad.ErrFetch)
	}
	see(cad.Masked, cad.Mask, false)
	refused(r.Answer("pin", nil))
	require.NoError(t, r.Fetch("pin"))
	see(cad.Fetching, cad.Mask, false)
	refused(r.Fetch("pin"))
	require.NoError(t, r.Answer("pin", errors.New("no route")))
	see(cad.Failed, cad.Mask, false)
	refused(r.Answer("pin", nil))
	see(cad.Failed, cad.Mask, false)
	require.NoError(t, r.Fetch("pin"), "the retry")
	see(cad.Fetching, cad.Mask, false)
	require.NoError(t, r.Answer("pin", nil))
	see(cad.Fetched, "4711", true)
	refused(r.Fetch("pin"))
	refused(r.Answer("pin", errors.New("late")))
	see(cad.Fetched, "4711", true)

	refused(r.Fetch("case"))
	refused(r.Answer("case", nil))
	require.ErrorIs(t, r.Fetch("nope"), cad.ErrUndefined)
	require.ErrorIs(t, r.Answer("nope", nil), cad.ErrUndefined)

	copied := r
	require.NoError(t, copied.Fetch("ssn"))
	require.Equal(t, cad.Fetching, field(t, copied, "ssn").Visibility)
	see(cad.Fetched, "4711", true)
}

// TestFetchOfAnOldValue: leave to read one value is no leave to read the next.
func TestFetchOfAnOldValue(t *testing.T) {
	s := newSheet(t)
	r := newReader(t, s, "a1")
	require.NoError(t, r.Fetch("pin"))
	require.NoError(t, r.Fetch("ssn"))
	require.NoError(t, r.Answer("ssn", nil))
	s = save(t, s, newDraft(t, s, "a2", "pin", "0815"))
	_, err := r.Rebase(s)
	require.NoError(t, err)
	require.Equal(t, cad.Masked, field(t, r, "pin").Visibility)
	require.ErrorIs(t, r.Answer("pin", nil), cad.ErrFetch, "the answer is about the value before")
	require.Equal(t, cad.Mask, field(t, r, "pin").Value.Text())
	require.Equal(t, "078-05-1120", field(t, r, "ssn").Value.Text(), "it has not changed")
	require.NoError(t, r.Fetch("pin"))
	require.NoError(t, r.Answer("pin", nil))
	require.Equal(t, "0815", field(t, r, "pin").Value.Text())
}

func TestView(t *testing.T) {
	s := newSheet(t)
	r := newReader(t, s, "a1")
	require.NoError(t, r.Set("case", "A-2"))
	require.NoError(t, r.Set("pin", "9999"))
	view := r.View(nil)
	require.Len(t, view, len(definitions()))
	for i, def := range definitions() {
		f := view[i]
		require.Equal(t, def, f.Definition, "label, mark and order are the administrator's (CAD-1)")
		require.Equal(t, def.Name == "case" || def.Name == "pin", f.Edited)
		require.Equal(t, !def.Secure, f.Copyable, "CAD-10")
		require.Equal(t, def.Secure, f.Saved.Masked())
		if def.Editable {
			require.NoError(t, f.Denied)
		} else {
			require.ErrorIs(t, f.Denied, rule.ID("CAD-2"))
			require.Same(t, f.Denied, r.Set(def.Name, "x"), "what a pane shows is what Set says")
		}
	}
	require.Equal(t, "A-2", view[0].Value.Text())
	require.Equal(t, "A-1", view[0].Saved.Text())
	require.Equal(t, "9999", view[6].Value.Text(), "he has typed it himself")
	require.Equal(t, cad.Mask, view[6].Saved.Text())
	require.Equal(t, cad.System, view[0].By)

	s = save(t, s, r.Draft)
	_, err := r.Rebase(s)
	require.NoError(t, err)
	f := field(t, r, "case")
	require.Equal(t, "a1", f.By)
	require.EqualValues(t, 1, f.Revision)
	require.Equal(t, cad.Mask, field(t, r, "pin").Value.Text())

	may := rule.Deny("CAD-2", "Edit Variables", "Ringing", "")
	for _, f := range r.View(may) {
		require.Same(t, may, f.Denied, "the interaction's refusal goes first")
	}

	empty, err := cad.NewSheet(newSchema(t), "call-2", nil)
	require.NoError(t, err)
	require.Equal(t, cad.Mask, field(t, newReader(t, empty, "a1"), "pin").Value.Text(), "not even that there is none")
}

// TestFrozen is CON-21: no edits, and changed values only after a refresh, until
// he is the owner.
func TestFrozen(t *testing.T) {
	s := newSheet(t)
	r := newReader(t, s, "a2")
	r.Freeze()
	require.True(t, r.Frozen())
	err := r.Set("case", "x")
	require.ErrorIs(t, err, rule.ID("CON-21"))
	require.False(t, r.Dirty())
	for _, f := range r.View(nil) {
		require.Same(t, err, f.Denied)
	}
	may := rule.Deny("OP-3", "Edit Variables", "Ended", "")
	require.Same(t, may, r.View(may)[0].Denied)

	s = save(t, s, newDraft(t, s, "a1", "case", "A-2"))
	told, err := r.Rebase(s)
	require.NoError(t, err)
	require.Empty(t, told)
	require.Equal(t, "A-1", field(t, r, "case").Value.Text())
	_, err = r.Refresh(s)
	require.NoError(t, err)
	require.Equal(t, "A-2", field(t, r, "case").Value.Text())
	require.True(t, r.Frozen())

	s = save(t, s, newDraft(t, s, "a1", "case", "A-3"))
	r.Thaw()
	require.Equal(t, "A-2", field(t, r, "case").Value.Text())
	_, err = r.Rebase(s)
	require.NoError(t, err)
	require.Equal(t, "A-3", field(t, r, "case").Value.Text())
	require.NoError(t, r.Set("case", "A-4"))

	r.Freeze()
	other, err := cad.NewSheet(s.Schema(), "call-2", nil)
	require.NoError(t, err)
	_, err = r.Rebase(other)
	require.ErrorIs(t, err, cad.ErrInteraction)
	_, err = r.Refresh(other)
	require.ErrorIs(t, err, cad.ErrInteraction)
}
