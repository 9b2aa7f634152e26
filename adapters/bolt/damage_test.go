package bolt_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	bbolt "go.etcd.io/bbolt"

	"github.com/seed-6cc70c2f/callcontrol/adapters/bolt"
	"github.com/seed-6cc70c2f/callcontrol/store"
)

// some is the content of a file with 200 records.
func some(t *testing.T) []byte {
	t.Helper()
	path := file(t)
	s, err := bolt.Open(path, bolt.Options{})
	require.NoError(t, err)
	for i := range 200 {
		put(t, s, store.Key{Kind: "contact", ID: fmt.Sprint(i)}, 0, string(bytes.Repeat([]byte{byte(i)}, 1000)))
	}
	require.NoError(t, s.Close())
	all, err := os.ReadFile(path)
	require.NoError(t, err)
	return all
}

// with opens a file with this content, and closes what opens.
func with(t *testing.T, content []byte) (*bolt.Store, error) {
	t.Helper()
	path := file(t)
	require.NoError(t, os.WriteFile(path, content, 0o600))
	s, err := bolt.Open(path, bolt.Options{LockTimeout: 50 * time.Millisecond})
	if err == nil {
		t.Cleanup(func() { _ = s.Close() })
		return s, nil
	}
	_, again := bolt.Open(path, bolt.Options{LockTimeout: 50 * time.Millisecond})
	require.NotErrorIs(t, again, bolt.ErrLocked, "what could not be opened is not kept open")
	return nil, err
}

func TestGarbageIsNoStore(t *testing.T) {
	dice := rand.NewChaCha8([32]byte{1})
	for _, size := range []int{1, 100, 4096, 16384, 100_000} {
		garbage := make([]byte, size)
		_, _ = dice.Read(garbage)
		_, err := with(t, garbage)
		require.ErrorIs(t, err, bolt.ErrCorrupt, "%d bytes", size)
		_, err = with(t, make([]byte, size))
		require.ErrorIs(t, err, bolt.ErrCorrupt, "%d zeros", size)
	}
}

func TestAFileThatWasCutOffIsDamaged(t *testing.T) {
	all := some(t)
	_, err := with(t, all)
	require.NoError(t, err)
	for _, size := range []int{100, 4096, 8192, 12288, 16384, len(all) / 4, len(all) / 3, len(all) / 2} {
		_, err := with(t, all[:size])
		require.ErrorIs(t, err, bolt.ErrCorrupt, "%d of %d bytes", size, len(all))
	}
}

// Whatever is damaged in the pages of a file, it is told or it does not matter:
// nobody reads what was never committed, and nothing panics.
func TestDamageIsFound(t *testing.T) {
	all := some(t)
	dice := rand.New(rand.NewPCG(1, 2))
	found := 0
	for range 150 {
		content := bytes.Clone(all)
		at := dice.IntN(len(content) - 64)
		for i := range 1 + dice.IntN(64) {
			content[at+i] = byte(dice.Uint32())
		}
		s, err := with(t, content)
		if err != nil {
			require.True(t, isOne(err, bolt.ErrCorrupt, bolt.ErrForeign), "%v", err)
			found++
			continue
		}
		for i := range 200 {
			r, err := s.Load(t.Context(), store.Key{Kind: "contact", ID: fmt.Sprint(i)})
			if err == nil {
				require.Equal(t, bytes.Repeat([]byte{byte(i)}, 1000), r.Data)
			}
		}
		_, _ = s.Commit(t.Context(), ann, 0, []byte("x"))
	}
	require.Greater(t, found, 50, "else the test damages nothing")
}

func TestAFileOfAnotherProgramIsLeftAlone(t *testing.T) {
	for name, make := range map[string]func(*bbolt.Tx) error{
		"foreign": func(tx *bbolt.Tx) error { _, err := tx.CreateBucket([]byte("songs")); return err },
		"newer": func(tx *bbolt.Tx) error {
			b, err := tx.CreateBucket([]byte("callcontrol"))
			require.NoError(t, err)
			_, err = tx.CreateBucket([]byte("records"))
			require.NoError(t, err)
			return b.Put([]byte("format"), []byte("2"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := file(t)
			db, err := bbolt.Open(path, 0o600, nil)
			require.NoError(t, err)
			require.NoError(t, db.Update(make))
			require.NoError(t, db.Close())
			before, err := os.ReadFile(path)
			require.NoError(t, err)
			_, err = bolt.Open(path, bolt.Options{})
			require.ErrorIs(t, err, bolt.ErrForeign)
			after, err := os.ReadFile(path)
			require.NoError(t, err)
			require.Equal(t, before, after)
		})
	}
}

func isOne(err error, any ...error) bool {
	for _, x := range any {
		if errors.Is(err, x) {
			return true
		}
	}
	return false
}
