package store_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

var (
	ann = store.Key{Kind: "agent", ID: "ann"}
	bob = store.Key{Kind: "agent", ID: "bob"}
	c1  = store.Key{Kind: "contact", ID: "c1"}
)

// put commits, and the test ends when it is not made.
func put(t *testing.T, s store.Store, key store.Key, was store.Revision, data string) store.Revision {
	t.Helper()
	now, err := s.Commit(t.Context(), key, was, []byte(data))
	require.NoError(t, err)
	return now
}

// told is a change in one word.
func told(c store.Change, err error) string {
	switch {
	case err != nil:
		return err.Error()
	case c.Current:
		return "current"
	case c.Gone:
		return c.Key.String() + " gone"
	}
	return c.Key.String() + "=" + string(c.Data)
}

func TestMemoryComparesAndSets(t *testing.T) {
	m, ctx := store.NewMemory(), t.Context()
	_, err := m.Load(ctx, ann)
	require.ErrorIs(t, err, store.ErrMissing)
	first := put(t, m, ann, 0, "1")
	_, err = m.Commit(ctx, ann, 0, []byte("again"))
	require.ErrorIs(t, err, store.ErrConflict)
	second := put(t, m, ann, first, "2")
	require.NotEqual(t, first, second)
	_, err = m.Commit(ctx, ann, first, nil)
	require.ErrorIs(t, err, store.ErrConflict)
	got, err := m.Load(ctx, ann)
	require.NoError(t, err)
	require.Equal(t, store.Record{Key: ann, Revision: second, Data: []byte("2")}, got)
	require.Equal(t, 1, m.Len())

	gone, err := m.Commit(ctx, ann, second, nil)
	require.NoError(t, err)
	require.Zero(t, gone)
	require.Zero(t, m.Len())
	third := put(t, m, ann, 0, "3")
	require.NotContains(t, []store.Revision{0, first, second}, third, "no revision comes twice, also not after a removal")
}

func TestCheckSaysWhatIsInvalid(t *testing.T) {
	long := strings.Repeat("x", store.MaxKey+1)
	for name, x := range map[string]struct {
		key  store.Key
		was  store.Revision
		data []byte
	}{
		"no kind":         {store.Key{ID: "ann"}, 1, []byte("x")},
		"no id":           {store.Key{Kind: "agent"}, 1, []byte("x")},
		"long kind":       {store.Key{Kind: long, ID: "ann"}, 1, []byte("x")},
		"long id":         {store.Key{Kind: "agent", ID: long}, 1, []byte("x")},
		"much data":       {ann, 1, make([]byte, store.MaxData+1)},
		"nothing to keep": {ann, 1, []byte{}},
		"nothing to lose": {ann, 0, nil},
	} {
		t.Run(name, func(t *testing.T) {
			m := store.NewMemory()
			_, err := m.Commit(t.Context(), x.key, x.was, x.data)
			require.ErrorIs(t, err, store.ErrInvalid)
			require.NotContains(t, err.Error(), long)
		})
	}
	m := store.NewMemory()
	_, err := m.Load(t.Context(), store.Key{})
	require.ErrorIs(t, err, store.ErrInvalid)
	short := store.Key{Kind: long[1:], ID: long[1:]}
	_, err = m.Commit(t.Context(), short, 0, make([]byte, store.MaxData))
	require.NoError(t, err, "what is just small enough is kept")
}

func TestMemoryTellsWatchersWhatIsThereAndWhatChanges(t *testing.T) {
	m := store.NewMemory()
	contact := put(t, m, c1, 0, "a")
	one := put(t, m, bob, 0, "b")
	agent := put(t, m, ann, 0, "c")
	ctx, end := context.WithCancel(t.Context())
	next, stop := iter.Pull2(m.Watch(ctx))
	defer stop()
	take := func() string { c, err, _ := next(); return told(c, err) }

	require.Equal(t, "agent/ann=c", take())
	two := put(t, m, bob, one, "b2") // before it is told: what is there is what is there then
	require.Equal(t, "agent/bob=b2", take())
	contact = put(t, m, c1, contact, "a2")
	require.Equal(t, "contact/c1=a2", take())
	require.Equal(t, "current", take())

	for i := range 100 { // of what nobody reads only the last is told
		two = put(t, m, bob, two, fmt.Sprint(i))
	}
	_, err := m.Commit(ctx, ann, agent, nil)
	require.NoError(t, err)
	require.Equal(t, "agent/bob=99", take())
	require.Equal(t, "agent/ann gone", take())
	put(t, m, c1, contact, "a3")
	end()
	require.Equal(t, "context canceled", take(), "what has not been told when the context ends is not told")
	_, _, more := next()
	require.False(t, more)
}

// A record that goes while the list of what is there is told was never told, and
// is not told as gone.
func TestWatchIsSilentAboutWhatItNeverTold(t *testing.T) {
	m := store.NewMemory()
	put(t, m, ann, 0, "a")
	one := put(t, m, bob, 0, "b")
	next, stop := iter.Pull2(m.Watch(t.Context()))
	defer stop()
	c, err, _ := next()
	require.Equal(t, "agent/ann=a", told(c, err))
	_, err = m.Commit(t.Context(), bob, one, nil)
	require.NoError(t, err)
	c, err, _ = next()
	require.Equal(t, "current", told(c, err))
}

func TestWatchWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := store.NewMemory()
		var all []string
		ctx, end := context.WithCancel(t.Context())
		var crew sync.WaitGroup
		crew.Go(func() {
			for c, err := range m.Watch(ctx) {
				all = append(all, told(c, err))
			}
		})
		synctest.Wait()
		one := put(t, m, ann, 0, "1")
		synctest.Wait()
		put(t, m, ann, one, "2")
		synctest.Wait()
		end()
		crew.Wait()
		require.Equal(t, []string{"current", "agent/ann=1", "agent/ann=2", "context canceled"}, all)
	})
}

func TestEndBreaksOffEveryWatch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var w store.Watchers
		none := func() ([]store.Key, error) { return nil, nil }
		load := func(store.Key) (store.Record, error) { return store.Record{}, store.ErrMissing }
		var last error
		var crew sync.WaitGroup
		crew.Go(func() {
			for _, err := range w.Watch(t.Context(), none, load) {
				last = err
			}
		})
		synctest.Wait()
		closed := errors.New("closed")
		w.End(closed)
		w.End(errors.New("closed again"))
		crew.Wait()
		require.Equal(t, closed, last)
		w.Changed(ann) // by a commit that was under way
		for c, err := range w.Watch(t.Context(), none, load) {
			require.Equal(t, closed, err, "%v", c)
		}
	})
}

// What a store cannot read ends the watch with the store's error.
func TestWatchEndsWithTheStoresError(t *testing.T) {
	broken := errors.New("disk on fire")
	var w store.Watchers
	for name, x := range map[string]struct {
		keys func() ([]store.Key, error)
		load func(store.Key) (store.Record, error)
	}{
		"keys": {func() ([]store.Key, error) { return nil, broken }, nil},
		"load": {func() ([]store.Key, error) { return []store.Key{ann}, nil },
			func(store.Key) (store.Record, error) { return store.Record{}, broken }},
	} {
		var all []string
		for c, err := range w.Watch(t.Context(), x.keys, x.load) {
			all = append(all, told(c, err))
		}
		require.Equal(t, []string{"disk on fire"}, all, name)
	}
}

// A watcher who does not read holds one entry for each record, and one who has
// left the loop, in whatever way, holds none.
func TestAWatchIsBoundedAndLeft(t *testing.T) {
	m := store.NewMemory()
	next, stop := iter.Pull2(m.Watch(t.Context()))
	_, _, _ = next()
	one, two := put(t, m, ann, 0, "x"), put(t, m, bob, 0, "x")
	for range 100 {
		one, two = put(t, m, ann, one, "x"), put(t, m, bob, two, "x")
	}
	watches, entries := m.Watching()
	require.Equal(t, [2]int{1, 2}, [2]int{watches, entries})
	stop()
	require.Panics(t, func() {
		for range m.Watch(t.Context()) {
			panic("in the middle of it")
		}
	})
	watches, _ = m.Watching()
	require.Zero(t, watches)
	data := []byte("1")
	require.Zero(t, testing.AllocsPerRun(100, func() {
		one, _ = m.Commit(context.Background(), ann, one, data)
	}), "a commit that nobody watches")
}

// Records do not wait for one another, and counting in one loses nothing.
func TestMemoryCounts(t *testing.T) {
	m, ctx := store.NewMemory(), t.Context()
	put(t, m, ann, 0, "\x00\x00")
	var crew sync.WaitGroup
	for range 8 {
		crew.Go(func() {
			for n := 0; n < 100; {
				r, err := m.Load(ctx, ann)
				if err != nil {
					t.Error(err)
					return
				}
				sum := int(r.Data[0])<<8 + int(r.Data[1]) + 1
				if _, err = m.Commit(ctx, ann, r.Revision, []byte{byte(sum >> 8), byte(sum)}); err == nil {
					n++
				}
			}
		})
	}
	crew.Wait()
	r, err := m.Load(ctx, ann)
	require.NoError(t, err)
	require.Equal(t, []byte{800 >> 8, 800 & 255}, r.Data)
}
