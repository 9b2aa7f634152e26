package bolt

import (
	"context"
	"iter"

	bbolt "go.etcd.io/bbolt"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// Load reads a record as it is on the disk.
func (s *Store) Load(ctx context.Context, key store.Key) (store.Record, error) {
	if err := store.Check(key, 1, nil); err != nil {
		return store.Record{}, err
	}
	if err := ctx.Err(); err != nil {
		return store.Record{}, err
	}
	return s.load(key)
}

// load gives what was there before, as long as the commit that changes it is being
// synced: the engine shows a commit a little earlier than it is safe, and who has
// read what then was lost has read what was never committed (duty 3).
func (s *Store) load(key store.Key) (r store.Record, err error) {
	err = guarded(func() error {
		return s.db.View(func(tx *bbolt.Tx) error {
			k := encodeKey(key)
			rev, data, err := decodeValue(k, tx.Bucket(records).Get(k))
			r = record(key, rev, data)
			return err
		})
	})
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopped != nil {
		return store.Record{}, s.stopped
	}
	if before, syncing := s.syncing[key]; syncing {
		r, err = before, nil
	}
	if err != nil {
		return store.Record{}, using(err)
	}
	if r.Revision == 0 {
		return store.Record{}, store.ErrMissing
	}
	return r, nil
}

// Commit changes a record, and has synced the file when it returns nil. Commits
// that arrive while the file is being synced for others go into the next
// transaction together; each has its own outcome.
func (s *Store) Commit(ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
	if err := store.Check(key, was, data); err != nil {
		return 0, err
	}
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	r := &request{ctx: ctx, key: key, was: was, data: data, done: make(chan struct{})}
	if !s.queue.add(r) {
		return 0, ErrClosed
	}
	select {
	case <-r.done:
		return r.now, r.err
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

// Watch tells what is there, sorted by key, and then what changes once it is on
// the disk. Its last word is an error: the context's, ErrClosed, or why it could
// not read.
func (s *Store) Watch(ctx context.Context) iter.Seq2[store.Change, error] {
	return s.watchers.Watch(ctx, s.keys, s.load)
}

func (s *Store) keys() (all []store.Key, err error) {
	err = guarded(func() error {
		return s.db.View(func(tx *bbolt.Tx) error {
			return tx.Bucket(records).ForEach(func(k, _ []byte) error {
				key, err := decodeKey(k)
				all = append(all, key)
				return err
			})
		})
	})
	return all, using(err)
}
