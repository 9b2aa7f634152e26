package cad_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

func readerBytes(t testing.TB, r cad.Reader, now cad.Sheet) string {
	t.Helper()
	b, err := r.Snapshot(now)
	require.NoError(t, err)
	return string(b)
}

func restored(t testing.TB, r cad.Reader, now cad.Sheet) cad.Reader {
	t.Helper()
	back, err := cad.RestoreReader(now, []byte(readerBytes(t, r, now)))
	require.NoError(t, err)
	return back
}

// TestReaderSnapshot: what an agent has typed, fetched, and has before him is
// there after a restart, and goes on as it would have gone on.
func TestReaderSnapshot(t *testing.T) {
	start := newSheet(t)
	r := newReader(t, start, "a1")
	require.NotContains(t, readerBytes(t, r, start), `"sheet"`)
	require.Equal(t, r, restored(t, r, start))

	require.NoError(t, r.Set("case", "mine"))
	require.NoError(t, r.Set("pin", "0815"))
	require.NoError(t, r.Fetch("ssn"))
	require.NoError(t, r.Answer("ssn", nil))
	require.NoError(t, r.Fetch("pin"))
	back := restored(t, r, start)
	require.Equal(t, edits(r.Draft), edits(back.Draft))
	require.Equal(t, "078-05-1120", field(t, back, "ssn").Saved.Text())
	require.Equal(t, cad.Failed, field(t, back, "pin").Visibility, "nobody waits for the answer")
	require.ErrorIs(t, back.Answer("pin", nil), cad.ErrFetch)
	require.NoError(t, back.Fetch("pin"), "the retry (CAD-3)")
	require.NoError(t, r.Answer("pin", errors.New("late")))
	require.Equal(t, r.View(nil), restored(t, r, start).View(nil))

	// Behind: somebody has saved, and he has not heard of it.
	now := save(t, start, newDraft(t, start, "a2", "case", "theirs"))
	require.Contains(t, readerBytes(t, r, now), `"sheet"`)
	back = restored(t, r, now)
	require.Equal(t, r.View(nil), back.View(nil))
	told, err := back.Rebase(now)
	require.NoError(t, err)
	require.Len(t, told, 1, "CAD-7")
	require.Equal(t, "A-1", told[0].Base)
	require.Equal(t, map[string]string{"pin": "0815"}, edits(back.Draft))

	// Frozen (CON-21): he sees what he saw, until he refreshes.
	r.Freeze()
	back = restored(t, r, now)
	require.True(t, back.Frozen())
	require.ErrorIs(t, back.Set("case", "x"), rule.ID("CON-21"))
	_, err = back.Rebase(now)
	require.NoError(t, err)
	require.Equal(t, "A-1", field(t, back, "case").Saved.Text())
	_, err = back.Refresh(now)
	require.NoError(t, err)
	require.Equal(t, "theirs", field(t, back, "case").Saved.Text())
	require.NotContains(t, readerBytes(t, back, now), `"sheet"`)

	// Two sheets of one revision, of which one was never committed.
	other := save(t, start, newDraft(t, start, "a3", "case", "never"))
	lost := newReader(t, other, "a1")
	require.Equal(t, "never", field(t, restored(t, lost, now), "case").Saved.Text())
}

// TestReaderSnapshotRefused: there is nothing to keep, or not beside this sheet.
func TestReaderSnapshotRefused(t *testing.T) {
	s := newSheet(t)
	_, err := cad.Reader{}.Snapshot(s)
	require.ErrorIs(t, err, cad.ErrSnapshot)
	r := newReader(t, s, "a1")
	_, err = r.Snapshot(cad.Sheet{})
	require.ErrorIs(t, err, cad.ErrInteraction)
	other, err := cad.NewSheet(s.Schema(), "call-2", nil)
	require.NoError(t, err)
	_, err = r.Snapshot(other)
	require.ErrorIs(t, err, cad.ErrInteraction)
	few, err := cad.NewSchema(definitions()[:3])
	require.NoError(t, err)
	narrow, err := cad.NewSheet(few, "call-1", nil)
	require.NoError(t, err)
	_, err = r.Snapshot(narrow)
	require.ErrorIs(t, err, cad.ErrSchema)

	data := readerBytes(t, r, s)
	later := save(t, s, newDraft(t, s, "a2", "case", "x"))
	behind := readerBytes(t, r, later)
	for _, now := range []cad.Sheet{{}, other, later} {
		_, err = cad.RestoreReader(now, []byte(data))
		require.ErrorIs(t, err, cad.ErrSnapshot)
	}
	for _, now := range []cad.Sheet{{}, other, narrow} {
		_, err = cad.RestoreReader(now, []byte(behind))
		require.ErrorIs(t, err, cad.ErrSnapshot)
	}
}

// TestReaderSnapshotFormat is what version 1 looks like: later versions must
// read it.
func TestReaderSnapshotFormat(t *testing.T) {
	s := save(t, newSheet(t), newDraft(t, newSheet(t), "a2", "visits", "4"))
	const version1 = `{"version":1,"interaction":"call-1","revision":1,"agent":"a1","frozen":true,` +
		`"edits":[{"name":"case","value":"A-2"},{"name":"pin","value":"0815"}],` +
		`"fetches":[{"name":"pin","state":"fetched"},{"name":"ssn","state":"failed"}]}`
	r, err := cad.RestoreReader(s, []byte(version1))
	require.NoError(t, err)
	require.Equal(t, version1, readerBytes(t, r, s))
	require.Equal(t, "a1", r.Agent())

	var spaced bytes.Buffer
	require.NoError(t, json.Indent(&spaced, []byte(version1), " ", "\t"))
	back, err := cad.RestoreReader(s, spaced.Bytes())
	require.NoError(t, err)
	require.Equal(t, r, back)

	next := save(t, s, newDraft(t, s, "a2", "due", "2026-01-01"))
	behind := readerBytes(t, r, next)
	require.True(t, strings.HasPrefix(behind, strings.TrimSuffix(version1, "}")+`,"sheet":{"version":1,`), behind)

	// Every edit makes garbage of it.
	for _, edit := range [][2]string{
		{`"version":1`, `"version":2`},
		{`"version":1`, `"Version":1`},
		{`"version":1,`, ``},
		{`"version":1`, `"version":1,"version":1`},
		{`"interaction":"call-1"`, `"interaction":"call-2"`},
		{`"revision":1`, `"revision":0`},
		{`"revision":1`, `"revision":2`},
		{`"revision":1`, `"revision":-1`},
		{`"agent":"a1"`, `"agent":""`},
		{`"agent":"a1"`, `"agent":"system"`},
		{`"agent":"a1"`, "\"agent\":\"\xff\""},
		{`"frozen":true`, `"frozen":1`},
		{`"frozen":true`, `"frozen":true,"more":1`},
		{`"frozen":true`, `"frozen":true,"name":"x"`},
		{`"edits":[`, `"edits":[null,`},
		{`"edits":[`, `"edits":[[],`},
		{`"name":"case"`, `"name":"queue"`},
		{`"name":"case"`, `"name":"nope"`},
		{`"name":"case"`, `"name":"ssn"`},
		{`"name":"case"`, `"NAME":"case"`},
		{`{"name":"case","value":"A-2"},{"name":"pin","value":"0815"}`, `{"name":"pin","value":"0815"},{"name":"case","value":"A-2"}`},
		{`{"name":"case","value":"A-2"}`, `{"name":"case","value":"A-2"},{"name":"case","value":"A-2"}`},
		{`"value":"A-2"`, `"value":null`},
		{`,"value":"A-2"`, ``},
		{`"value":"A-2"`, `"value":"A-2","value":"A-2"`},
		{`"value":"A-2"`, `"value":"\u202e"`},
		{`"value":"A-2"`, `"value":"` + strings.Repeat("x", 257) + `"`},
		{`"value":"0815"`, `"value":"` + cad.Mask + `"`},
		{`"state":"fetched"`, `"state":"public"`},
		{`"state":"fetched"`, `"state":"masked"`},
		{`"state":"fetched"`, `"state":"Fetched"`},
		{`"state":"fetched"`, `"state":3`},
		{`"name":"ssn"`, `"name":"pin"`},
		{`"name":"ssn"`, `"name":"nope"`},
		{`"name":"pin","state"`, `"name":"case","state"`},
		{`"failed"}]}`, `"failed"}]}{}`},
		{`"failed"}]}`, `"failed"}]`},
		{`"failed"}]}`, `"failed"}],"sheet":null}`},
		{`"failed"}]}`, `"failed"}],"sheet":{}}`},
	} {
		require.Contains(t, version1, edit[0])
		r, err := cad.RestoreReader(s, []byte(strings.Replace(version1, edit[0], edit[1], 1)))
		require.ErrorIs(t, err, cad.ErrSnapshot, "%v", edit)
		require.Equal(t, cad.Reader{}, r)
		require.NotContains(t, err.Error(), "A-2")
		require.NotContains(t, err.Error(), "0815")
	}
	for _, edit := range [][2]string{
		{`"sheet":{"version":1`, `"sheet":{"version":2`},
		{`"sheet":{"version":1`, `"sheet":{"version":1,"version":1`},
		{`"sheet":{"version":1,"interaction":"call-1"`, `"sheet":{"version":1,"interaction":"call-2"`},
		{`"label":"Case number"`, `"label":"Case"`},
	} {
		require.Contains(t, behind, edit[0])
		_, err := cad.RestoreReader(next, []byte(strings.Replace(behind, edit[0], edit[1], 1)))
		require.ErrorIs(t, err, cad.ErrSnapshot, "%v", edit)
	}
	for _, data := range []string{"", "null", "{}", "[]", "1", `"x"`, strings.Repeat("[", 100_000), strings.Repeat(`{"sheet":`, 9_000)} {
		_, err := cad.RestoreReader(s, []byte(data))
		require.ErrorIs(t, err, cad.ErrSnapshot)
	}
}

// TestReaderAcrossRestarts plays one agent twice: once in a process that lives,
// once in one that restarts before everything he does.
func TestReaderAcrossRestarts(t *testing.T) {
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 1))
		sheets := []cad.Sheet{newSheet(t)}
		lives := newReader(t, sheets[0], "a1")
		restarts := lives
		for range 60 {
			now := sheets[len(sheets)-1]
			restarts = restored(t, restarts, now)
			name, value := []string{"case", "pin", "queue"}[random.IntN(3)], []string{"", "1", "2", "A-1"}[random.IntN(4)]
			both := func(do func(*cad.Reader) ([]cad.Conflict, error)) {
				t.Helper()
				told1, err1 := do(&lives)
				told2, err2 := do(&restarts)
				require.Equal(t, told1, told2)
				require.Equal(t, err1, err2)
			}
			switch random.IntN(8) {
			case 0, 1:
				both(func(r *cad.Reader) ([]cad.Conflict, error) { return nil, r.Set(name, value) })
			case 2:
				both(func(r *cad.Reader) ([]cad.Conflict, error) { return nil, r.Revert(name) })
			case 3:
				both(func(r *cad.Reader) ([]cad.Conflict, error) { return r.Rebase(now) })
			case 4:
				both(func(r *cad.Reader) ([]cad.Conflict, error) { return r.Refresh(now) })
			case 5:
				cause := []error{nil, errors.New("no route")}[random.IntN(2)]
				both(func(r *cad.Reader) ([]cad.Conflict, error) {
					return nil, errors.Join(r.Fetch(name), r.Answer(name, cause))
				})
			case 6:
				freeze := random.IntN(2) == 0
				both(func(r *cad.Reader) ([]cad.Conflict, error) {
					if r.Thaw(); freeze {
						r.Freeze()
					}
					return nil, nil
				})
			case 7:
				by := newDraft(t, now, "a2", "case", value, "pin", value)
				if random.IntN(3) == 0 {
					by = lives.Draft
				}
				one, err1 := now.Save(by)
				if by == lives.Draft {
					two, err2 := now.Save(restarts.Draft)
					require.Equal(t, err1, err2)
					require.Equal(t, one.Sheet, two.Sheet)
				}
				if one.Sheet != now {
					sheets = append(sheets, one.Sheet)
				}
			}
			require.Equal(t, lives.View(nil), restarts.View(nil))
		}
	}
}

// FuzzRestoreReader: no panic, and what is accepted is a reader like any other.
func FuzzRestoreReader(f *testing.F) {
	s := save(f, newSheet(f), newDraft(f, newSheet(f), "a2", "case", "saved"))
	r := newReader(f, newSheet(f), "a1")
	require.NoError(f, r.Set("pin", "1"))
	require.NoError(f, r.Fetch("ssn"))
	f.Add([]byte(readerBytes(f, r, s)))
	f.Add([]byte(readerBytes(f, newReader(f, s, "a1"), s)))
	f.Add([]byte(`{"version":1,"interaction":"call-1","revision":1,"agent":"x","frozen":true,"edits":[{"name":"case","value":""}],"fetches":[{"name":"pin","state":"fetching"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := cad.RestoreReader(s, data)
		if err != nil {
			require.ErrorIs(t, err, cad.ErrSnapshot)
			require.Equal(t, cad.Reader{}, r)
			return
		}
		again := restored(t, r, s)
		require.Equal(t, r.View(nil), again.View(nil))
		require.Equal(t, readerBytes(t, r, s), readerBytes(t, again, s))
		_, err = r.Refresh(s)
		require.NoError(t, err)
		require.Equal(t, r.View(nil), restored(t, r, s).View(nil))
		if _, err = s.Save(r.Draft); err != nil {
			require.True(t, errors.Is(err, cad.ErrNothing) || errors.Is(err, cad.ErrStale), "%v", err)
		}
	})
}
