package bolt_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
	bbolt "go.etcd.io/bbolt"

	"github.com/seed-6cc70c2f/callcontrol/adapters/bolt"
	"github.com/seed-6cc70c2f/callcontrol/store"
)

// data is as large as the record of an interaction.
var data = bytes.Repeat([]byte("x"), 3000)

// crew lets so many goroutines do b.N things between them.
func crew(b *testing.B, size int, do func(who, n int) error) {
	b.Helper()
	var next atomic.Int64
	var all sync.WaitGroup
	b.ResetTimer()
	for who := range size {
		all.Go(func() {
			for n := next.Add(1); n <= int64(b.N); n = next.Add(1) {
				if err := do(who, int(n)); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
	b.StopTimer()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "commits/s")
}

// BenchmarkEngine is what the engine can do by itself: one key for each
// transaction, and its own Batch.
func BenchmarkEngine(b *testing.B) {
	for _, batch := range []bool{false, true} {
		for _, size := range []int{1, 8, 64, 512} {
			if !batch && size > 1 {
				continue // there is one writer, whoever calls
			}
			name := fmt.Sprintf("Update/%d", size)
			if batch {
				name = fmt.Sprintf("Batch/%d", size)
			}
			b.Run(name, func(b *testing.B) {
				db, err := bbolt.Open(filepath.Join(b.TempDir(), "raw.db"), 0o600, &bbolt.Options{FreelistType: bbolt.FreelistMapType})
				require.NoError(b, err)
				defer db.Close()
				bucket := []byte("b")
				require.NoError(b, db.Update(func(tx *bbolt.Tx) error { _, err := tx.CreateBucket(bucket); return err }))
				crew(b, size, func(who, n int) error {
					key := binary.BigEndian.AppendUint32(nil, uint32(n%2000))
					put := func(tx *bbolt.Tx) error { return tx.Bucket(bucket).Put(key, data) }
					if batch {
						return db.Batch(put)
					}
					return db.Update(put)
				})
			})
		}
	}
}

// BenchmarkCommit is this store: each goroutine changes records of its own, 2,000
// between them.
func BenchmarkCommit(b *testing.B) {
	for _, way := range []struct {
		name string
		open func(string) (*bolt.Store, error)
	}{
		{"group", func(path string) (*bolt.Store, error) { return bolt.Open(path, bolt.Options{}) }},
		{"alone", bolt.Alone},
	} {
		for _, size := range []int{1, 8, 64, 512} {
			b.Run(fmt.Sprintf("%s/%d", way.name, size), func(b *testing.B) {
				s, err := way.open(filepath.Join(b.TempDir(), "centre.db"))
				require.NoError(b, err)
				defer s.Close()
				each := max(2000/size, 1)
				revs := make([][]store.Revision, size)
				for who := range revs {
					revs[who] = make([]store.Revision, each)
				}
				crew(b, size, func(who, n int) (err error) {
					rev := &revs[who][n%each]
					key := store.Key{Kind: "interaction", ID: fmt.Sprintf("%d-%d", who, n%each)}
					*rev, err = s.Commit(context.Background(), key, *rev, data)
					return err
				})
			})
		}
	}
}

// BenchmarkLoad is a read of one of 2,000 records.
func BenchmarkLoad(b *testing.B) {
	s, err := bolt.Open(filepath.Join(b.TempDir(), "centre.db"), bolt.Options{})
	require.NoError(b, err)
	defer s.Close()
	var all sync.WaitGroup
	for i := range 2000 {
		all.Go(func() {
			_, err := s.Commit(context.Background(), store.Key{Kind: "interaction", ID: fmt.Sprint(i)}, 0, data)
			if err != nil {
				b.Error(err)
			}
		})
	}
	all.Wait()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		_, err := s.Load(context.Background(), store.Key{Kind: "interaction", ID: fmt.Sprint(i % 2000)})
		if err != nil {
			b.Fatal(err)
		}
	}
}
