package cad_test

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/cad"
)

var update = flag.Bool("update", false, "write the snapshots of a new version, once")

// kept is a sheet as a version of this package wrote it, perhaps a reader beside
// it, and what could be seen of them then.
type kept struct {
	Name   string            `json:"name"`
	Means  map[string]string `json:"means"`
	Sheet  json.RawMessage   `json:"sheet"`
	Reader json.RawMessage   `json:"reader,omitempty"`
}

// versions is the last version of which there are snapshots. The file's number
// goes up when that of the sheet's or the reader's format does.
const versions = 1

// TestSnapshotsOfEveryVersion reads what every version has written, the present
// one included: an upgrade loses no value and no draft. testdata/snapshots-v1.json
// is what version 1 wrote, and is never written again, by -update or by hand: if
// this test fails, the code that reads is wrong. A change of the format is a new
// version, with a file of its own, which -update writes if it is not there; the
// test of the older files stays. docs/COMPATIBILITY.md says how.
func TestSnapshotsOfEveryVersion(t *testing.T) {
	for v := 1; v <= versions; v++ {
		path := fmt.Sprintf("testdata/snapshots-v%d.json", v)
		data, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) && v == versions && *update {
			data = keep(t)
			err = os.WriteFile(path, data, 0o644)
		}
		require.NoError(t, err, "a new version is written with -update, once")
		var list []kept
		require.NoError(t, json.Unmarshal(data, &list))
		require.GreaterOrEqual(t, len(list), 12)
		for _, k := range list {
			s, err := cad.Restore(k.Sheet)
			require.NoError(t, err, k.Name)
			now := meansOf(s)
			if v == versions {
				require.JSONEq(t, string(k.Sheet), bytesOf(t, s), "%s: the format has changed, and its version has not", k.Name)
			}
			if k.Reader != nil {
				r, err := cad.RestoreReader(s, k.Reader)
				require.NoError(t, err, k.Name)
				readerMeans(t, r, s, now)
				if v == versions && !strings.Contains(string(k.Reader), `"fetching"`) {
					require.JSONEq(t, string(k.Reader), readerBytes(t, r, s), "%s: the format has changed, and its version has not", k.Name)
				}
			}
			for what, was := range k.Means { // a later version may know more
				require.Equal(t, was, now[what], "%s: %s", k.Name, what)
			}
		}
	}
}

// keep is the file of the present version, a line for each sheet or reader.
func keep(t *testing.T) []byte {
	empty, err := cad.NewSheet(cad.Schema{}, "call-9", nil)
	require.NoError(t, err)
	start, s := newSheet(t), lived(t)
	var lines []string
	line := func(name string, now cad.Sheet, r *cad.Reader) {
		k := kept{Name: name, Means: meansOf(now), Sheet: json.RawMessage(bytesOf(t, now))}
		if r != nil {
			k.Reader = json.RawMessage(readerBytes(t, *r, now))
			readerMeans(t, restored(t, *r, now), now, k.Means)
		}
		data, err := json.Marshal(k)
		require.NoError(t, err)
		lines = append(lines, string(data))
	}
	reader := func(on cad.Sheet, does func(*cad.Reader)) *cad.Reader {
		r := newReader(t, on, "a1")
		does(&r)
		return &r
	}
	types := func(r *cad.Reader) {
		for _, pair := range [][2]string{{"case", "mine"}, {"visits", "-7"}, {"balance", "1.50"}, {"vip", "true"}, {"due", "2026-01-02T03:04:05Z"}, {"pin", "9999"}} {
			require.NoError(t, r.Set(pair[0], pair[1]))
		}
	}
	fetches := func(r *cad.Reader) {
		require.NoError(t, r.Fetch("pin"))
		require.NoError(t, r.Answer("pin", nil))
		require.NoError(t, r.Fetch("ssn"))
	}
	line("no variables", empty, nil)
	line("no variables, a reader", empty, reader(empty, func(*cad.Reader) {}))
	line("as the flow brought it", start, nil)
	line("a history", s, nil)
	line("nothing typed", s, reader(s, func(*cad.Reader) {}))
	line("typed in every type", s, reader(s, types))
	line("fetched, and being fetched", s, reader(s, fetches))
	line("a fetch that failed", s, reader(s, func(r *cad.Reader) {
		require.NoError(t, r.Fetch("ssn"))
		require.NoError(t, r.Answer("ssn", errors.New("no route")))
	}))
	line("typed and fetched", start, reader(start, func(r *cad.Reader) { types(r); fetches(r) }))
	line("frozen", s, reader(s, (*cad.Reader).Freeze))
	line("frozen and behind", s, reader(start, func(r *cad.Reader) { fetches(r); r.Freeze() }))
	line("behind, with what he will lose", s, reader(start, types))
	return []byte("[\n" + strings.Join(lines, ",\n") + "\n]\n")
}

// meansOf is what can be seen of a sheet, in words that are kept across
// versions.
func meansOf(s cad.Sheet) map[string]string {
	m := map[string]string{"interaction": s.Interaction(), "revision": fmt.Sprint(s.Revision())}
	for _, d := range s.Schema().Definitions() {
		v, _ := s.Saved(d.Name)
		m[d.Name+", definition"] = fmt.Sprintf("%q, %v, order %d, editable %v, secure %v", d.Label, d.Type, d.Order, d.Editable, d.Secure)
		m[d.Name+", saved"] = fmt.Sprintf("%q by %s in %d", v.Value.Text(), v.By, v.Revision)
	}
	return m
}

// readerMeans adds what an agent sees, and what the latest sheet would take from
// him.
func readerMeans(t *testing.T, r cad.Reader, latest cad.Sheet, m map[string]string) {
	m["agent"], m["frozen"] = r.Agent(), fmt.Sprint(r.Frozen())
	for _, f := range r.View(nil) {
		m[f.Name+", shown"] = fmt.Sprintf("%q, saved %q in %d by %s, edited %v, %v", f.Value.Text(), f.Saved.Text(), f.Revision, f.By, f.Edited, f.Visibility)
	}
	lost, err := r.Refresh(latest)
	require.NoError(t, err)
	m["lost"] = fmt.Sprint(names(lost))
}
