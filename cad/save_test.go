package cad_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

func TestSave(t *testing.T) {
	s := newSheet(t)
	before := bytesOf(t, s)
	d := newDraft(t, s, "a1", "visits", "4", "case", "A-2", "pin", "0815")
	r, err := s.Save(d)
	require.NoError(t, err)
	require.Equal(t, []string{"case", "visits", "pin"}, slices.Collect(r.Saved()))
	require.Empty(t, slices.Collect(r.Conflicts()))

	v, err := r.Sheet.Saved("case")
	require.NoError(t, err)
	require.Equal(t, "A-2", v.Value.Text())
	require.EqualValues(t, 1, v.Revision)
	require.Equal(t, "a1", v.By)
	require.Equal(t, "0815", text(t, r.Sheet, "pin"))
	v, err = r.Sheet.Saved("queue")
	require.NoError(t, err)
	require.Equal(t, "billing", v.Value.Text())
	require.Zero(t, v.Revision)
	require.Equal(t, cad.System, v.By)
	require.EqualValues(t, 1, r.Sheet.Revision())

	require.Equal(t, before, bytesOf(t, s), "the old sheet is unchanged")
	require.Equal(t, map[string]string{"case": "A-2", "visits": "4", "pin": "0815"}, edits(d), "and so is the draft")
}

// TestConflict is CAD-7 and CAD-8: base, mine, theirs, who; the rest is saved.
func TestConflict(t *testing.T) {
	s := newSheet(t)
	d1 := newDraft(t, s, "a1", "case", "one", "pin", "1111", "vip", "true")
	d2 := newDraft(t, s, "a2", "case", "two", "pin", "2222", "vip", "true", "balance", "9.5")
	s = save(t, s, d1)
	r, err := s.Save(d2)
	require.NoError(t, err)

	want := []cad.Conflict{
		{Variable: "case", Label: "Case number", Base: "A-1", Mine: "two", Theirs: "one", By: "a1", Revision: 1},
		{Variable: "pin", Label: "PIN", Secure: true, By: "a1", Revision: 1},
	}
	require.Equal(t, want, slices.Collect(r.Conflicts()))
	require.Equal(t, []string{"balance", "vip"}, slices.Collect(r.Saved()), "equal values are no conflict")
	require.Equal(t, "one", text(t, r.Sheet, "case"))
	require.Equal(t, "1111", text(t, r.Sheet, "pin"))
	require.Equal(t, "9.5", text(t, r.Sheet, "balance"))
	vip, err := r.Sheet.Saved("vip")
	require.NoError(t, err)
	require.Equal(t, "a1", vip.By, "an equal value is not saved again")

	told, err := d2.Rebase(r.Sheet)
	require.NoError(t, err)
	require.Equal(t, want, told)
	require.False(t, d2.Dirty(), "the saved values have replaced the entries")

	require.ErrorIs(t, want[0], cad.ErrConflict)
	require.ErrorIs(t, want[0], rule.ID("CAD-7"))
	require.EqualError(t, want[0], `cad: another save came first: variable "case", saved by "a1"`)
	b, err := json.Marshal(want[1])
	require.NoError(t, err)
	require.JSONEq(t, `{"variable":"pin","label":"PIN","secure":true,"base":"","mine":"","theirs":"","by":"a1","revision":1}`, string(b))
}

// TestToldAtOnce: the other agent is told when the save is done, and not only
// when he saves himself (CAD-7).
func TestToldAtOnce(t *testing.T) {
	s := newSheet(t)
	d2 := newDraft(t, s, "a2", "case", "two", "visits", "4", "vip", "true")
	s = save(t, s, newDraft(t, s, "a1", "case", "one", "vip", "true", "balance", "1"))
	told, err := d2.Rebase(s)
	require.NoError(t, err)
	require.Equal(t, []cad.Conflict{{Variable: "case", Label: "Case number", Base: "A-1", Mine: "two", Theirs: "one", By: "a1", Revision: 1}}, told)
	require.Equal(t, map[string]string{"visits": "4"}, edits(d2))
	told, err = d2.Rebase(s)
	require.NoError(t, err)
	require.Empty(t, told, "told once")

	s = save(t, s, d2)
	require.Equal(t, "4", text(t, s, "visits"))
	require.NoError(t, d2.Set("case", "two again"))
	require.Equal(t, "two again", text(t, save(t, s, d2), "case"), "he has seen the other's value, and may change it")
}

// TestOlderVersionLoses: a value that went there and back is a save as well.
func TestOlderVersionLoses(t *testing.T) {
	s := newSheet(t)
	d2 := newDraft(t, s, "a2", "case", "two")
	s = save(t, s, newDraft(t, s, "a1", "case", "one"))
	s = save(t, s, newDraft(t, s, "a1", "case", "A-1"))
	r, err := s.Save(d2)
	require.NoError(t, err)
	require.Equal(t, []cad.Conflict{{Variable: "case", Label: "Case number", Base: "A-1", Mine: "two", Theirs: "A-1", By: "a1", Revision: 2}}, slices.Collect(r.Conflicts()))
	require.Equal(t, s, r.Sheet)
}

// TestFlow is CAD-7's system, and CAD-4's "not judged".
func TestFlow(t *testing.T) {
	s := newSheet(t)
	d := newDraft(t, s, "a1", "case", "mine", "visits", "4")
	odd := "not a number \u202e\x00"
	next, err := s.Put(map[string]string{"visits": odd, "queue": "sales", "pin": "4711"})
	require.NoError(t, err)
	require.EqualValues(t, 1, next.Revision())
	require.Equal(t, odd, text(t, next, "visits"))
	require.Equal(t, "sales", text(t, next, "queue"))
	pin, err := next.Saved("pin")
	require.NoError(t, err)
	require.Zero(t, pin.Revision, "it was there already")
	require.Equal(t, "billing", text(t, s, "queue"), "the old sheet is unchanged")

	told, err := d.Rebase(next)
	require.NoError(t, err)
	require.Equal(t, []cad.Conflict{{Variable: "visits", Label: "Visits", Base: "3", Mine: "4", Theirs: odd, By: cad.System, Revision: 1}}, told)
	require.Equal(t, map[string]string{"case": "mine"}, edits(d))

	same, err := next.Put(map[string]string{"queue": "sales"})
	require.NoError(t, err)
	require.Equal(t, next, same)
	same, err = next.Put(map[string]string{"queue": "x", "zoo": "1", "nope": "1", "yes": "2"})
	require.ErrorIs(t, err, cad.ErrUndefined)
	require.Equal(t, "nope", detail(t, err).Variable)
	require.Equal(t, next, same)
}

func TestNewSheet(t *testing.T) {
	schema := newSchema(t)
	for _, id := range []string{"", "\xff"} {
		_, err := cad.NewSheet(schema, id, nil)
		require.ErrorIs(t, err, cad.ErrInteraction)
	}
	s, err := cad.NewSheet(schema, "call-1", map[string]string{"nope": "x"})
	require.ErrorIs(t, err, cad.ErrUndefined)
	require.Equal(t, cad.Sheet{}, s)
	_, err = cad.NewSheet(cad.Schema{}, "call-1", map[string]string{"nope": "x"})
	require.ErrorIs(t, err, cad.ErrUndefined)
	s, err = cad.NewSheet(cad.Schema{}, "call-1", nil)
	require.NoError(t, err)
	_, err = s.Put(map[string]string{"nope": "x"})
	require.ErrorIs(t, err, cad.ErrUndefined)
	require.Equal(t, "call-1", s.Interaction())
}

// TestFailedSave is CAD-9: the draft is kept and can be saved again.
func TestFailedSave(t *testing.T) {
	s := newSheet(t)
	d := newDraft(t, s, "a1", "case", "mine")
	first, err := s.Save(d)
	require.NoError(t, err)
	// The store fails: nobody rebases, and the other sheet is what is there.
	require.Equal(t, map[string]string{"case": "mine"}, edits(d))
	again, err := s.Save(d)
	require.NoError(t, err)
	require.Equal(t, bytesOf(t, first.Sheet), bytesOf(t, again.Sheet))
	told, err := d.Rebase(again.Sheet)
	require.NoError(t, err)
	require.Empty(t, told)
	require.False(t, d.Dirty())
}

// TestUnknownSave: the store does not say whether the save arrived. It did.
func TestUnknownSave(t *testing.T) {
	s := newSheet(t)
	d := newDraft(t, s, "a1", "case", "mine", "vip", "true")
	landed := save(t, s, d)
	r, err := landed.Save(d)
	require.ErrorIs(t, err, cad.ErrNothing)
	require.Equal(t, landed, r.Sheet)
	require.Equal(t, []string{"case", "vip"}, slices.Collect(r.Saved()), "the result holds all the same")
	told, err := d.Rebase(r.Sheet)
	require.NoError(t, err)
	require.Empty(t, told)
	require.False(t, d.Dirty())
}

// TestTypedOn: what is typed while a save is under way is nobody else's to
// replace.
func TestTypedOn(t *testing.T) {
	s := newSheet(t)
	d := newDraft(t, s, "a1", "case", "on", "vip", "true")
	r, err := s.Save(d)
	require.NoError(t, err)
	require.NoError(t, d.Set("case", "one"))
	require.NoError(t, d.Set("visits", "4"))
	told, err := d.Rebase(r.Sheet)
	require.NoError(t, err)
	require.Empty(t, told)
	require.Equal(t, map[string]string{"case": "one", "visits": "4"}, edits(d))
	s = save(t, r.Sheet, d)
	require.Equal(t, "one", text(t, s, "case"))

	t.Run("another's save between is another matter", func(t *testing.T) {
		s := newSheet(t)
		d := newDraft(t, s, "a1", "case", "typed on an old sheet")
		s = save(t, s, newDraft(t, s, "a2", "case", "other"))
		s = save(t, s, newDraft(t, s, "a1", "case", "in another tab"))
		told, err := d.Rebase(s)
		require.NoError(t, err)
		require.Len(t, told, 1)
		require.False(t, d.Dirty())
	})
	t.Run("in another tab alone", func(t *testing.T) {
		s := newSheet(t)
		d := newDraft(t, s, "a1", "case", "here")
		s = save(t, s, newDraft(t, s, "a1", "case", "x"))
		s = save(t, s, newDraft(t, s, "a1", "case", "in another tab"))
		told, err := d.Rebase(s)
		require.NoError(t, err)
		require.Empty(t, told)
		require.Equal(t, map[string]string{"case": "here"}, edits(d))
	})
}

// TestStaleDraftTwice: a draft that is saved a second time changes nothing,
// however it fared the first time.
func TestStaleDraftTwice(t *testing.T) {
	t.Run("it was saved", func(t *testing.T) {
		s := newSheet(t)
		stale := newDraft(t, s, "a1", "case", "mine")
		s = save(t, s, stale)
		r, err := s.Save(stale)
		require.ErrorIs(t, err, cad.ErrNothing)
		require.Equal(t, s, r.Sheet)
	})
	t.Run("it was saved, and changed by the same agent since", func(t *testing.T) {
		s := newSheet(t)
		stale := newDraft(t, s, "a1", "case", "mine", "vip", "true")
		s = save(t, s, stale)
		s = save(t, s, newDraft(t, s, "a1", "case", "newer"))
		r, err := s.Save(stale)
		require.ErrorIs(t, err, cad.ErrStale)
		require.Equal(t, "case", detail(t, err).Variable)
		require.Equal(t, s, r.Sheet)
	})
	t.Run("it was lost", func(t *testing.T) {
		s := newSheet(t)
		stale := newDraft(t, s, "a1", "case", "mine")
		s = save(t, s, newDraft(t, s, "a2", "case", "other"))
		for range 2 {
			r, err := s.Save(stale)
			require.NoError(t, err)
			require.Equal(t, s, r.Sheet)
			lost := slices.Collect(r.Conflicts())
			require.Len(t, lost, 1)
			require.ErrorIs(t, lost[0], cad.ErrConflict)
		}
	})
	t.Run("it was acknowledged", func(t *testing.T) {
		s := newSheet(t)
		d := newDraft(t, s, "a1", "case", "mine")
		s = save(t, s, d)
		_, err := d.Rebase(s)
		require.NoError(t, err)
		r, err := s.Save(d)
		require.ErrorIs(t, err, cad.ErrNothing)
		require.Equal(t, s, r.Sheet)
	})
}

func TestDoNotBelong(t *testing.T) {
	s := newSheet(t)
	d := newDraft(t, s, "a1", "case", "mine")

	other, err := cad.NewSheet(s.Schema(), "call-2", nil)
	require.NoError(t, err)
	other, err = other.Put(map[string]string{"case": "theirs"})
	require.NoError(t, err)
	r, err := other.Save(d)
	require.ErrorIs(t, err, cad.ErrInteraction)
	require.Equal(t, other, r.Sheet)
	_, err = d.Rebase(other)
	require.ErrorIs(t, err, cad.ErrInteraction)

	defs := definitions()
	defs[0].Secure = true
	schema, err := cad.NewSchema(defs)
	require.NoError(t, err)
	redefined, err := cad.NewSheet(schema, "call-1", nil)
	require.NoError(t, err)
	redefined, err = redefined.Put(map[string]string{"case": "theirs"})
	require.NoError(t, err)
	_, err = redefined.Save(d)
	require.ErrorIs(t, err, cad.ErrSchema)
	_, err = d.Rebase(redefined)
	require.ErrorIs(t, err, cad.ErrSchema)
	require.Equal(t, map[string]string{"case": "mine"}, edits(d))

	twin, err := cad.NewSchema(definitions())
	require.NoError(t, err)
	same, err := cad.NewSheet(twin, "call-1", nil)
	require.NoError(t, err)
	_, err = same.Save(d)
	require.NoError(t, err, "the same definitions, read again")
}

// TestLateSheets is CAD-9: a saved value may take a while to show.
func TestLateSheets(t *testing.T) {
	s0 := newSheet(t)
	d := newDraft(t, s0, "a1", "case", "mine")
	s1 := save(t, s0, newDraft(t, s0, "a2", "vip", "true"))
	s2 := save(t, s1, d)
	_, err := d.Rebase(s2)
	require.NoError(t, err)
	require.NoError(t, d.Set("vip", "false"))
	for _, late := range []cad.Sheet{s1, s0, s2} {
		told, err := d.Rebase(late)
		require.NoError(t, err)
		require.Empty(t, told)
		require.Equal(t, map[string]string{"vip": "false"}, edits(d))
	}
	_, err = s1.Save(d)
	require.ErrorIs(t, err, cad.ErrStale)
	require.Equal(t, "false", text(t, save(t, s2, d), "vip"))
}

func TestPublic(t *testing.T) {
	var names []string
	for def, v := range newSheet(t).Public() {
		require.False(t, def.Secure)
		names = append(names, def.Name+"="+v)
	}
	require.Equal(t, []string{"case=A-1", "visits=3", "balance=", "vip=", "due=", "queue=billing"}, names)
	for range newSheet(t).Public() {
		break
	}
}

// TestSaveAllocations: two beside the values, for any number of them.
func TestSaveAllocations(t *testing.T) {
	for _, n := range []int{1, 10, 100} {
		s, d := wide(t, n)
		var r cad.Result
		allocs := testing.AllocsPerRun(100, func() { r, _ = s.Save(d) })
		require.LessOrEqual(t, allocs, 2.0, "%d variables", n)
		saved := 0
		for range r.Saved() {
			saved++
		}
		require.Equal(t, n, saved)
	}
}

// wide has n variables, all of them edited.
func wide(t testing.TB, n int) (cad.Sheet, cad.Draft) {
	defs := make([]cad.Definition, n)
	for i := range defs {
		defs[i] = cad.Definition{Name: "v" + strconv.Itoa(i), Order: i, Editable: true}
	}
	schema, err := cad.NewSchema(defs)
	require.NoError(t, err)
	s, err := cad.NewSheet(schema, "call-1", nil)
	require.NoError(t, err)
	d := newDraft(t, s, "a1")
	for _, def := range defs {
		require.NoError(t, d.Set(def.Name, "value of "+def.Name))
	}
	return s, d
}

func BenchmarkSave10(b *testing.B) {
	s, d := wide(b, 10)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Save(d); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRebase10(b *testing.B) {
	s, d := wide(b, 10)
	next := save(b, s, d)
	b.ReportAllocs()
	for b.Loop() {
		mine := d
		if _, err := mine.Rebase(next); err != nil {
			b.Fatal(err)
		}
	}
}
