package cad_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/cad"
)

// lived is a sheet with a history.
func lived(t testing.TB) cad.Sheet {
	s := newSheet(t)
	s = save(t, s, newDraft(t, s, "a1", "case", "one", "pin", "0815"))
	s = save(t, s, newDraft(t, s, "a2", "case", "<two> \u2028 \ufffd"))
	s = save(t, s, newDraft(t, s, "a2", "case", "three"))
	s, err := s.Put(map[string]string{"visits": "\xff\x00 odd", "balance": strings.Repeat("é", 400)})
	require.NoError(t, err)
	return s
}

func TestSnapshot(t *testing.T) {
	s := lived(t)
	data := bytesOf(t, s)
	back, err := cad.Restore([]byte(data))
	require.NoError(t, err)
	require.Equal(t, s, back)
	require.Equal(t, data, bytesOf(t, back))
	require.Contains(t, data, "0815", "a snapshot is the one thing that has the secure values")

	// A restored sheet behaves as the original: one of a2's saves on the other
	// is no reason to take his draft from him, a1's older draft loses.
	for _, on := range []cad.Sheet{s, back} {
		first := save(t, newSheet(t), newDraft(t, newSheet(t), "a1", "case", "one", "pin", "0815"))
		mine, theirs := newDraft(t, first, "a2", "case", "mine"), newDraft(t, first, "a3", "case", "theirs")
		told, err := mine.Rebase(on)
		require.NoError(t, err)
		require.Empty(t, told)
		told, err = theirs.Rebase(on)
		require.NoError(t, err)
		require.Len(t, told, 1)
	}

	var spaced bytes.Buffer
	require.NoError(t, json.Indent(&spaced, []byte(data), " ", "\t"))
	back, err = cad.Restore(spaced.Bytes())
	require.NoError(t, err)
	require.Equal(t, s, back)

	var any map[string]any
	require.NoError(t, json.Unmarshal([]byte(data), &any))
	sorted, err := json.Marshal(any)
	require.NoError(t, err)
	back, err = cad.Restore(sorted)
	require.NoError(t, err, "in another order")
	require.Equal(t, s, back)
}

// TestSnapshotFormat is what version 1 looks like: later versions must read it.
func TestSnapshotFormat(t *testing.T) {
	const version1 = `{"version":1,"interaction":"call-1","revision":3,"variables":[` +
		`{"name":"case","label":"Case number","type":"String","order":1,"editable":true,"secure":false,"value":"A-2","revision":3,"other":1,"by":"a2"},` +
		`{"name":"pin","label":"PIN","type":"Integer","order":2,"editable":false,"secure":true,"bytes":"/w==","revision":0,"other":0,"by":"system"}]}`
	s, err := cad.Restore([]byte(version1))
	require.NoError(t, err)
	require.Equal(t, version1, bytesOf(t, s))
	require.Equal(t, "\xff", text(t, s, "pin"))

	// Every edit makes garbage of it.
	for _, edit := range [][2]string{
		{`"version":1`, `"version":2`},
		{`"version":1`, `"Version":1`},
		{`"version":1,`, ``},
		{`"version":1`, `"version":1,"version":1`},
		{`"interaction":"call-1"`, `"interaction":""`},
		{`"interaction":"call-1"`, `"interaction":7`},
		{`"interaction":"call-1"`, "\"interaction\":\"\xff\""},
		{`"revision":3,"variables"`, `"revision":2,"variables"`},
		{`"revision":3,"variables"`, `"revision":4,"variables"`},
		{`"revision":3`, `"revision":-1`},
		{`"variables"`, `"more":1,"variables"`},
		{`"variables"`, `"name":"x","variables"`},
		{`"name":"case"`, `"name":"case","version":1`},
		{`"variables":[`, `"variables":[null,`},
		{`"variables":[`, `"variables":[[],`},
		{`"name":"case"`, `"name":"pin"`},
		{`"name":"case"`, `"name":""`},
		{`"name":"case"`, `"name":"case","name":"case"`},
		{`"name":"case"`, `"NAME":"case"`},
		{`"name":"case"`, `"name":"a\u202e"`},
		{`"label":"PIN"`, `"label":""`},
		{`"type":"Integer"`, `"type":"integer"`},
		{`"type":"Integer"`, `"type":1`},
		{`"order":2`, `"order":0`},
		{`"value":"A-2",`, ``},
		{`"value":"A-2"`, `"value":"A-2","bytes":"/w=="`},
		{`"value":"A-2"`, `"value":null`},
		{`"value":"A-2"`, `"value":4111111111111111`},
		{`"bytes":"/w=="`, `"bytes":"YQ=="`},
		{`"bytes":"/w=="`, `"bytes":"!"`},
		{`"bytes":"/w=="`, `"bytes":[255]`},
		{`"revision":0,"other":0`, `"revision":0,"other":1`},
		{`"other":1`, `"other":3`},
		{`"other":1`, `"other":-1`},
		{`"by":"a2"`, `"by":""`},
		{`"by":"system"`, `"by":"a1"`},
		{`"by":"system"}]}`, `"by":"system"}]}{}`},
		{`"by":"system"}]}`, `"by":"system"}]}x`},
		{`"by":"system"}]}`, `"by":"system"}]`},
	} {
		require.Contains(t, version1, edit[0])
		s, err := cad.Restore([]byte(strings.Replace(version1, edit[0], edit[1], 1)))
		require.ErrorIs(t, err, cad.ErrSnapshot, "%v", edit)
		require.Equal(t, cad.Sheet{}, s)
		require.NotContains(t, err.Error(), "A-2")
		require.NotContains(t, err.Error(), "4111")
	}
	for _, data := range []string{"", "null", "{}", "[]", "1", `"x"`, strings.Repeat("[", 100_000), strings.Repeat(`{"variables":`, 100_000)} {
		_, err := cad.Restore([]byte(data))
		require.ErrorIs(t, err, cad.ErrSnapshot)
	}
}

// TestLastRevision: what Restore accepts leads to nothing that it would refuse.
func TestLastRevision(t *testing.T) {
	data := strings.ReplaceAll(bytesOf(t, save(t, newSheet(t), newDraft(t, newSheet(t), "a1", "case", "x"))), `"revision":1,`, `"revision":4503599627370496,`)
	s, err := cad.Restore([]byte(data))
	require.NoError(t, err)
	same, err := s.Put(map[string]string{"case": "y"})
	require.ErrorIs(t, err, cad.ErrRevision)
	require.Equal(t, s, same)
	r, err := s.Save(newDraft(t, s, "a1", "case", "y"))
	require.ErrorIs(t, err, cad.ErrRevision)
	require.Equal(t, s, r.Sheet)
	_, err = cad.Restore([]byte(strings.ReplaceAll(data, "4503599627370496", "4503599627370497")))
	require.ErrorIs(t, err, cad.ErrSnapshot)
}

// FuzzRestore: no panic, and what is accepted is a sheet like any other.
func FuzzRestore(f *testing.F) {
	f.Add([]byte(bytesOf(f, lived(f))))
	f.Add([]byte(bytesOf(f, newSheet(f))))
	f.Add([]byte(`{"version":1,"interaction":"c","revision":0,"variables":[]}`))
	f.Add([]byte(`{"version":1,"interaction":"c","revision":0,"variables":[{"name":"a","label":"a","type":"String","order":0,"editable":true,"secure":true,"bytes":"/w==","revision":0,"other":0,"by":"system"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := cad.Restore(data)
		if err != nil {
			require.ErrorIs(t, err, cad.ErrSnapshot)
			require.Equal(t, cad.Sheet{}, s)
			return
		}
		again, err := cad.Restore([]byte(bytesOf(t, s)))
		require.NoError(t, err)
		require.Equal(t, bytesOf(t, s), bytesOf(t, again))

		d := newDraft(t, s, "fuzz")
		for _, def := range s.Schema().Definitions() {
			if def.Editable && s.Revision() < 1<<52 {
				require.NoError(t, d.Set(def.Name, ""))
			}
		}
		r, err := s.Save(d)
		if err == nil {
			again, err = cad.Restore([]byte(bytesOf(t, r.Sheet)))
			require.NoError(t, err)
			require.Equal(t, bytesOf(t, r.Sheet), bytesOf(t, again))
		}
	})
}
