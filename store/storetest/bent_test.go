package storetest_test

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/store/storetest"
)

// bent is a store in memory with something broken. What is nil is as it is.
type bent struct {
	*store.Memory
	quit context.Context // ends with the case: what is stuck comes loose

	mu   *sync.Mutex
	seen map[store.Key]store.Record // what has to be remembered
	n    int
	one  chan struct{} // there is one thing in it, for whoever has to wait for others

	commit func(*bent, context.Context, store.Key, store.Revision, []byte) (store.Revision, error)
	load   func(*bent, context.Context, store.Key) (store.Record, error)
	watch  func(*bent, context.Context, func(store.Change, error) bool)
	reopen func(*bent) store.Store
}

func (b *bent) Commit(ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
	if b.commit != nil {
		return b.commit(b, ctx, key, was, data)
	}
	return b.Memory.Commit(ctx, key, was, data)
}

func (b *bent) Load(ctx context.Context, key store.Key) (store.Record, error) {
	if b.load != nil {
		return b.load(b, ctx, key)
	}
	return b.Memory.Load(ctx, key)
}

func (b *bent) Watch(ctx context.Context) iter.Seq2[store.Change, error] {
	if b.watch != nil {
		return func(yield func(store.Change, error) bool) { b.watch(b, ctx, yield) }
	}
	return b.Memory.Watch(ctx)
}

// count counts from 1.
func (b *bent) count() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.n++
	return b.n
}

// now is the revision that a record has, 0 for none.
func (b *bent) now(key store.Key) store.Revision {
	r, _ := b.Memory.Load(context.Background(), key)
	return r.Revision
}

// fault is one broken store.
type fault struct {
	name string
	duty int
	bent bent
	fail string // the cases that fail, at least; any other that fails names the same duty
	only string // the cases that are played; empty: all
}

// note is a reporter.
type note struct{ texts []string }

func (n *note) Errorf(format string, args ...any) {
	n.texts = append(n.texts, fmt.Sprintf(format, args...))
}

// play plays a case with a broken store, and gives what was reported.
func (f fault) play(t *testing.T, name string, patience time.Duration) []string {
	t.Helper()
	quit, end := context.WithCancel(context.Background())
	defer end()
	b := &bent{Memory: store.NewMemory(), quit: quit, mu: new(sync.Mutex), seen: map[store.Key]store.Record{}, one: make(chan struct{}, 1),
		commit: f.bent.commit, load: f.bent.load, watch: f.bent.watch, reopen: f.bent.reopen}
	b.one <- struct{}{}
	again := func(s store.Store) store.Store { return s }
	if b.reopen != nil {
		again = func(store.Store) store.Store { return b.reopen(b) }
	}
	var n note
	skipped := storetest.Play(&n, name, b, again, patience)
	require.Empty(t, skipped)
	return n.texts
}

// Each broken store fails, by the cases that are about what it breaks, and every
// failure quotes the duty that it breaks.
func TestBrokenStoresFail(t *testing.T) {
	for _, f := range broken {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel() // most of them wait
			must := map[string]bool{}
			for name := range strings.FieldsSeq(f.fail) {
				must[name] = true
			}
			for _, c := range storetest.Cases() {
				if f.only != "" && !strings.Contains(" "+f.only+" ", " "+c.Name+" ") {
					continue
				}
				quoted := fmt.Sprintf("\nduty %d, ", f.duty)
				said := f.play(t, c.Name, 200*time.Millisecond)
				if len(said) == 1 && !strings.Contains(said[0], quoted) { // the machine may have been busy
					said = f.play(t, c.Name, 3*time.Second)
				}
				for range 100 { // a watch may tell only the last of several changes, and so hide what would be seen
					if len(said) > 0 || !must[c.Name] || f.duty != 4 {
						break
					}
					said = f.play(t, c.Name, 200*time.Millisecond)
				}
				require.LessOrEqual(t, len(said), 1, "a case ends at the first thing that is broken")
				if must[c.Name] {
					require.NotEmpty(t, said, "%s does not see it", c.Name)
				}
				delete(must, c.Name)
				for _, text := range said {
					require.Contains(t, text, quoted, c.Name)
				}
			}
			require.Empty(t, must, "no such cases")
		})
	}
}

// A failure quotes the duty and tells what has happened.
func TestAFailureSaysWhy(t *testing.T) {
	said := broken[0].play(t, "set/new", time.Second)
	require.Len(t, said, 1)
	require.Equal(t, `set/new
broken: agent/ann: a commit that names revision 0 was made, and that one was not there any more
duty 1, compare and set: Commit changes a record only if its revision is still the one that the
  caller names, and does so as a whole. Of two commits that name the same one, one is made.
  shows: what is made is there; making it again, or over it, is a conflict
    commit agent/ann n=1 on 0: 1, <nil>
    read agent/ann n=1 at 1
    commit agent/ann n=9 on 0: 2, <nil>`, said[0])
}
