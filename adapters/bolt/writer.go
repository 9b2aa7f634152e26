package bolt

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	bbolt "go.etcd.io/bbolt"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// request is a commit that waits.
type request struct {
	ctx  context.Context
	key  store.Key
	was  store.Revision
	data []byte

	done chan struct{} // closed when the outcome is there
	now  store.Revision
	err  error
}

// queue holds the commits that wait for the one transaction that there can be.
type queue struct {
	mu    sync.Mutex
	all   []*request
	ended bool
	more  chan struct{}
	most  int // how many go into one transaction; 0: mostData bounds them
}

// mostData bounds a transaction, in bytes, and so how long the next one waits.
const mostData = 16 << 20

// add says whether the request was taken: not when the store is closed.
func (q *queue) add(r *request) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if !q.ended {
		q.all = append(q.all, r)
	}
	q.wake()
	return !q.ended
}

func (q *queue) end() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.ended = true
	q.wake()
}

func (q *queue) wake() {
	select {
	case q.more <- struct{}{}:
	default:
	}
}

// take waits for commits, and gives none when the store is closed and all are done.
func (q *queue) take() []*request {
	for {
		if group, ended := q.group(); len(group) > 0 || ended {
			return group
		}
		<-q.more
	}
}

func (q *queue) group() (group []*request, ended bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	n, size := 0, 0
	for n < len(q.all) && (q.most == 0 || n < q.most) && size < mostData {
		size += len(q.all[n].data)
		n++
	}
	group = q.all[:n:n]
	if q.all = q.all[n:]; len(q.all) == 0 {
		q.all = nil
	}
	return group, q.ended
}

// run is the writer: the engine lets only one write, so one goroutine does, and
// nobody else waits for the engine's lock with a context that he cannot heed.
func (s *Store) run() {
	defer close(s.done)
	for {
		group := s.queue.take()
		if len(group) == 0 {
			return
		}
		made := s.write(group)
		for _, r := range made {
			s.watchers.Changed(r.key)
		}
		for _, r := range group {
			close(r.done)
		}
		if len(group) > 1 {
			runtime.Gosched() // who was answered may have more to commit: one transaction for all
		}
	}
}

// write carries out a group in one transaction, sets the outcome of each, and
// gives those that were made. A conflict is certain even if the transaction fails
// then: what it names is not tried again.
func (s *Store) write(group []*request) []*request {
	if err := s.stop(nil); err != nil {
		fail(group, err)
		return nil
	}
	var made []*request
	err := guarded(func() error {
		tx, err := s.db.Begin(true)
		if err != nil {
			return err
		}
		defer tx.Rollback() // does nothing after a commit
		before := map[store.Key]store.Record{}
		for _, r := range group {
			if r.apply(tx.Bucket(records), before) {
				made = append(made, r)
			}
		}
		if len(made) == 0 {
			return nil
		}
		s.sync(before)
		return tx.Commit()
	})
	if err == nil {
		s.sync(nil)
		return made
	}
	failed := fmt.Errorf("bolt: commit: %w", err)
	if harmless(err) {
		s.sync(nil)
	} else {
		failed = s.stop(failed)
		s.watchers.End(failed)
	}
	fail(group, failed)
	return nil
}

// apply says whether a request is part of the transaction, and notes once for
// each key what was there before.
func (r *request) apply(b *bbolt.Bucket, before map[store.Key]store.Record) bool {
	if r.err = r.ctx.Err(); r.err != nil { // who asked has gone already
		return false
	}
	k := encodeKey(r.key)
	rev, data, err := decodeValue(k, b.Get(k))
	switch {
	case err != nil:
		r.err = err
		return false
	case rev != r.was:
		r.err = store.ErrConflict
		return false
	}
	if _, known := before[r.key]; !known {
		before[r.key] = record(r.key, rev, data)
	}
	if r.data == nil {
		r.err = b.Delete(k)
		return r.err == nil
	}
	next, err := b.NextSequence() // kept in the file: no revision comes again
	if err == nil {
		err = b.Put(k, encodeValue(k, store.Revision(next), r.data))
	}
	r.now, r.err = store.Revision(next), err
	return err == nil
}

// fail is the outcome of those that have no other yet.
func fail(group []*request, err error) {
	for _, r := range group {
		if r.err == nil {
			r.now, r.err = 0, err
		}
	}
}

// sync notes what loads give while a commit is being synced.
func (s *Store) sync(before map[store.Key]store.Record) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.syncing = before
}

// stop stops the store for good with a first error, and says whether it has.
func (s *Store) stop(err error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopped == nil && err != nil {
		s.stopped = fmt.Errorf("%w: %w", ErrStopped, err)
	}
	return s.stopped
}
