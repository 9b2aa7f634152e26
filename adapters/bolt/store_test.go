package bolt_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/adapters/bolt"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/store/faulty"
	"github.com/seed-6cc70c2f/callcontrol/store/storetest"
)

var (
	ann = store.Key{Kind: "agent", ID: "ann"}
	bob = store.Key{Kind: "agent", ID: "bob"}
)

// open opens a store that is closed at the end of the test.
func open(t *testing.T, path string) *bolt.Store {
	t.Helper()
	s, err := bolt.Open(path, bolt.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

func file(t *testing.T) string { return filepath.Join(t.TempDir(), "centre.db") }

// put commits what must be made.
func put(t *testing.T, s store.Store, key store.Key, was store.Revision, data string) store.Revision {
	t.Helper()
	now, err := s.Commit(t.Context(), key, was, []byte(data))
	require.NoError(t, err)
	return now
}

// is is what a record holds.
func is(t *testing.T, s store.Store, key store.Key) string {
	t.Helper()
	r, err := s.Load(t.Context(), key)
	if errors.Is(err, store.ErrMissing) {
		return "nothing"
	}
	require.NoError(t, err)
	return string(r.Data)
}

func TestConformance(t *testing.T) {
	paths := map[store.Store]string{}
	storetest.Run(t, storetest.Harness{
		New: func(t *testing.T) store.Store {
			path := file(t)
			s := open(t, path)
			paths[s] = path
			return s
		},
		Reopen: func(t *testing.T, s store.Store) store.Store {
			path := paths[s]
			require.NoError(t, s.(*bolt.Store).Close())
			again := open(t, path)
			paths[again] = path
			return again
		},
	})
}

// The disk behind a line on its worst day.
func TestConformanceBehindFaults(t *testing.T) {
	storetest.Run(t, storetest.Harness{New: func(t *testing.T) store.Store {
		return faulty.New(open(t, file(t)), faulty.Config{Seed: 1, Rates: faulty.All(0.03), Delay: 2 * time.Millisecond})
	}})
}

func TestAFileIsOpenOnce(t *testing.T) {
	path := file(t)
	s := open(t, path)
	put(t, s, ann, 0, "1")
	began := time.Now()
	_, err := bolt.Open(path, bolt.Options{LockTimeout: 200 * time.Millisecond})
	require.ErrorIs(t, err, bolt.ErrLocked)
	require.GreaterOrEqual(t, time.Since(began), 100*time.Millisecond)
	require.NoError(t, s.Close())
	require.Equal(t, "1", is(t, open(t, path), ann))
}

func TestANewFileIsForItsOwner(t *testing.T) {
	path := file(t)
	open(t, path)
	info, err := os.Stat(path)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode())
	_, err = bolt.Open(filepath.Join(filepath.Dir(path), "nowhere", "centre.db"), bolt.Options{})
	require.ErrorIs(t, err, os.ErrNotExist)
}

func TestClose(t *testing.T) {
	s := open(t, file(t))
	put(t, s, ann, 0, "1")
	var last error
	var crew sync.WaitGroup
	told := make(chan struct{})
	crew.Go(func() {
		for c, err := range s.Watch(context.Background()) {
			if last = err; c.Current {
				close(told)
			}
		}
	})
	<-told
	require.NoError(t, s.Close())
	crew.Wait()
	require.ErrorIs(t, last, bolt.ErrClosed)
	_, err := s.Load(t.Context(), ann)
	require.ErrorIs(t, err, bolt.ErrClosed)
	_, err = s.Commit(t.Context(), ann, 0, []byte("2"))
	require.ErrorIs(t, err, bolt.ErrClosed)
	for _, err := range s.Watch(t.Context()) {
		require.ErrorIs(t, err, bolt.ErrClosed)
	}
	require.NoError(t, s.Close(), "again")
}

// What has been taken before Close is carried out, and nobody hangs.
func TestCloseWhileCommitting(t *testing.T) {
	path := file(t)
	s, err := bolt.Alone(path) // so that some still wait when it is closed
	require.NoError(t, err)
	var crew sync.WaitGroup
	var mu sync.Mutex
	made := map[store.Key]bool{}
	for i := range 32 {
		crew.Go(func() {
			for n := 0; ; n++ {
				key := store.Key{Kind: "contact", ID: fmt.Sprintf("%d-%d", i, n)}
				if _, err := s.Commit(context.Background(), key, 0, []byte("x")); err != nil {
					if !errors.Is(err, bolt.ErrClosed) {
						t.Error(err)
					}
					return
				}
				mu.Lock()
				made[key] = true
				mu.Unlock()
			}
		})
	}
	for enough := false; !enough; {
		mu.Lock()
		enough = len(made) > 64
		mu.Unlock()
	}
	require.NoError(t, s.Close())
	crew.Wait()
	again := open(t, path)
	for key := range made {
		require.Equal(t, "x", is(t, again, key))
	}
}

// One conflict in a group does not fail the others, and the later of two commits
// for one record is the conflict.
func TestAGroupHasManyOutcomes(t *testing.T) {
	s := open(t, file(t))
	one := put(t, s, ann, 0, "1")
	var crew sync.WaitGroup
	var mu sync.Mutex
	outcomes := map[string]int{}
	note := func(what string, err error) {
		mu.Lock()
		defer mu.Unlock()
		switch {
		case err == nil:
			outcomes[what+" made"]++
		case errors.Is(err, store.ErrConflict):
			outcomes[what+" conflict"]++
		default:
			t.Error(err)
		}
	}
	for i := range 64 {
		crew.Go(func() {
			_, err := s.Commit(t.Context(), ann, one, []byte("2"))
			note("ann", err)
		})
		crew.Go(func() {
			_, err := s.Commit(t.Context(), store.Key{Kind: "contact", ID: fmt.Sprint(i)}, 0, []byte("x"))
			note("contact", err)
		})
	}
	crew.Wait()
	require.Equal(t, map[string]int{"ann made": 1, "ann conflict": 63, "contact made": 64}, outcomes)
}

// A commit that waits is dropped when its context ends before its turn comes.
func TestWhoHasGoneIsNotCommittedFor(t *testing.T) {
	s := open(t, file(t))
	ended, end := context.WithCancel(t.Context())
	end()
	require.ErrorIs(t, bolt.Turn(s, ended, ann), context.Canceled)
	require.Equal(t, "nothing", is(t, s, ann))
	require.NoError(t, bolt.Turn(s, t.Context(), ann))
	require.Equal(t, "x", is(t, s, ann))
}

// While a commit is being synced, loads give what was there before: nobody reads
// what a failure of the power would undo.
func TestNobodyReadsWhatIsNotSynced(t *testing.T) {
	s := open(t, file(t))
	one := put(t, s, ann, 0, "1")
	put(t, s, bob, 0, "1")
	done := bolt.Syncing(s, store.Record{Key: ann, Revision: one, Data: []byte("before")}, store.Record{Key: bob})
	require.Equal(t, "before", is(t, s, ann))
	require.Equal(t, "nothing", is(t, s, bob))
	done()
	require.Equal(t, "1", is(t, s, ann))
	require.Equal(t, "1", is(t, s, bob))
}
