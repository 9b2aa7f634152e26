package cad_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/cad"
)

// FuzzDraft plays two agents, one of them with two tabs, and the flow, over one
// interaction: they type, revert, save, and hear of each other's saves late,
// twice and out of order; saves fail, or arrive and are not acknowledged. An
// oracle keeps every value that was ever saved, and says what each draft must
// hold: a draft never loses an edit that nobody else made, and loses each that
// somebody else did make, and says so.
func FuzzDraft(f *testing.F) {
	f.Add([]byte{0x00, 0x01, 0x10, 0x02, 0x04, 0x00, 0x14, 0x00})                         // two agents type the same variable, both save
	f.Add([]byte{0x00, 0x01, 0x04, 0x02, 0x00, 0x02, 0x03, 0x00})                         // typed on while a save is under way
	f.Add([]byte{0x00, 0x01, 0x06, 0x01, 0x03, 0x00, 0x20, 0x05, 0x04, 0x00, 0x24, 0x00}) // the flow, and two tabs
	f.Add([]byte{0x00, 0x41, 0x10, 0x42, 0x14, 0x00, 0x02, 0x00, 0x04, 0x00, 0x04, 0x00}) // a secure variable
	f.Fuzz(func(t *testing.T, moves []byte) {
		play(t, moves[:min(len(moves), 400)])
	})
}

// TestDraftAgainstOracle is FuzzDraft over sequences that are the same each
// time, for runs without the fuzzer.
func TestDraftAgainstOracle(t *testing.T) {
	for seed := range uint64(500) {
		random := rand.New(rand.NewPCG(seed, 0))
		moves := make([]byte, 120)
		for i := range moves {
			moves[i] = byte(random.Uint32())
		}
		play(t, moves)
	}
}

func play(t *testing.T, moves []byte) {
	w := newWorld(t)
	for i := 0; i+1 < len(moves); i += 2 {
		w.move(t, moves[i], moves[i+1])
		w.check(t)
	}
}

var (
	worldNames  = []string{"a", "b", "secret"}
	worldValues = []string{"", "1", "2", "3"}
)

type world struct {
	sheets []cad.Sheet // every sheet that was committed
	saves  []saving    // the oracle's history; its position is the revision
	desks  [3]*desk    // the last two are tabs of one agent
}

// saving is one committed save: the values that it changed.
type saving struct {
	by     string
	values map[string]string
}

// desk is a draft, and what the oracle knows of it.
type desk struct {
	agent string
	draft cad.Draft
	seen  int // the revision that it is based on
	mine  map[string]string
}

func newWorld(t *testing.T) *world {
	schema, err := cad.NewSchema([]cad.Definition{
		{Name: "a", Editable: true}, {Name: "b", Editable: true}, {Name: "secret", Editable: true, Secure: true},
	})
	require.NoError(t, err)
	s, err := cad.NewSheet(schema, "call-1", nil)
	require.NoError(t, err)
	w := &world{sheets: []cad.Sheet{s}, saves: []saving{{cad.System, map[string]string{"a": "", "b": "", "secret": ""}}}}
	for i, agent := range []string{"a1", "a2", "a2"} {
		w.desks[i] = &desk{agent: agent, draft: newDraft(t, s, agent), mine: map[string]string{}}
	}
	return w
}

func (w *world) latest() cad.Sheet { return w.sheets[len(w.sheets)-1] }

// value is what the variable holds at a revision.
func (w *world) value(name string, rev int) string {
	for ; ; rev-- {
		if v, ok := w.saves[rev].values[name]; ok {
			return v
		}
	}
}

// since says whether the variable was saved after one revision and up to
// another, whether by anybody but the agent, and who was last.
func (w *world) since(name, agent string, after, until int) (touched, others bool, last string) {
	for _, s := range w.saves[after+1 : until+1] {
		if _, ok := s.values[name]; ok {
			touched, others, last = true, others || s.by != agent, s.by
		}
	}
	return touched, others, last
}

func (w *world) move(t *testing.T, op, arg byte) {
	d := w.desks[int(op>>4)%len(w.desks)]
	name, value := worldNames[int(arg>>6)%len(worldNames)], worldValues[arg&3]
	switch op & 7 {
	case 0, 1:
		require.NoError(t, d.draft.Set(name, value))
		if d.mine[name] = value; name != "secret" && value == w.value(name, d.seen) {
			delete(d.mine, name)
		}
	case 2:
		require.NoError(t, d.draft.Revert(name))
		delete(d.mine, name)
	case 3: // a sheet comes, perhaps an old one
		w.rebase(t, d, int(arg)%len(w.sheets))
	case 4, 5, 7: // saved; 5: the store fails; 7: it does not say that it was saved
		w.save(t, d, op&7)
	case 6:
		next, err := w.latest().Put(map[string]string{name: value})
		require.NoError(t, err)
		if w.value(name, len(w.saves)-1) == value {
			require.Equal(t, w.latest(), next)
			return
		}
		w.commit(t, next, saving{cad.System, map[string]string{name: value}})
	}
}

func (w *world) commit(t *testing.T, s cad.Sheet, done saving) {
	require.EqualValues(t, len(w.saves), s.Revision())
	w.sheets, w.saves = append(w.sheets, s), append(w.saves, done)
}

func (w *world) save(t *testing.T, d *desk, how byte) {
	now := len(w.saves) - 1
	write, saved, lost, stale := map[string]string{}, []string{}, []string{}, false
	for _, name := range slices.Sorted(maps.Keys(d.mine)) {
		touched, others, _ := w.since(name, d.agent, d.seen, now)
		switch mine := d.mine[name]; {
		case !touched:
			write[name] = mine
			saved = append(saved, name)
		case mine == w.value(name, now):
			saved = append(saved, name)
		case !others:
			stale = true
		default:
			lost = append(lost, name)
		}
	}
	r, err := w.latest().Save(d.draft)
	if stale {
		require.ErrorIs(t, err, cad.ErrStale)
		require.Equal(t, w.latest(), r.Sheet)
		return
	}
	require.ElementsMatch(t, saved, slices.Collect(r.Saved()))
	require.ElementsMatch(t, lost, names(slices.Collect(r.Conflicts())))
	if len(write) == 0 {
		require.Equal(t, w.latest(), r.Sheet)
		require.Equal(t, len(lost) == 0, err != nil)
	} else {
		require.NoError(t, err)
	}
	if how == 5 {
		return
	}
	if len(write) > 0 {
		w.commit(t, r.Sheet, saving{d.agent, write})
	}
	if how == 4 {
		w.rebase(t, d, len(w.sheets)-1)
	}
}

func (w *world) rebase(t *testing.T, d *desk, rev int) {
	told, err := d.draft.Rebase(w.sheets[rev])
	require.NoError(t, err)
	if rev <= d.seen {
		require.Empty(t, told)
		return
	}
	want := []string{}
	for name, mine := range maps.Clone(d.mine) {
		touched, others, last := w.since(name, d.agent, d.seen, rev)
		if !touched {
			continue
		}
		theirs := w.value(name, rev)
		if mine == theirs {
			delete(d.mine, name)
			continue
		}
		if !others {
			continue
		}
		delete(d.mine, name)
		want = append(want, name)
		at := slices.IndexFunc(told, func(c cad.Conflict) bool { return c.Variable == name })
		require.GreaterOrEqual(t, at, 0, "lost %s, and was not told", name)
		require.Equal(t, last, told[at].By)
		if name == "secret" {
			require.Empty(t, told[at].Base+told[at].Mine+told[at].Theirs)
		} else {
			require.Equal(t, []string{w.value(name, d.seen), mine, theirs}, []string{told[at].Base, told[at].Mine, told[at].Theirs})
		}
	}
	require.ElementsMatch(t, want, names(told))
	d.seen = rev
}

func names(told []cad.Conflict) []string {
	all := []string{}
	for _, c := range told {
		all = append(all, c.Variable)
	}
	return all
}

// check compares every draft, and the sheets, with the oracle.
func (w *world) check(t *testing.T) {
	for i, d := range w.desks {
		require.Equal(t, d.mine, edits(d.draft), "desk %d", i)
	}
	// Now and then an old sheet: it has not changed.
	for _, rev := range []int{len(w.sheets) - 1, (len(w.sheets) - 1) / 2} {
		for _, name := range worldNames {
			require.Equal(t, w.value(name, rev), text(t, w.sheets[rev], name), "%s at revision %d", name, rev)
		}
	}
}
