package store

import (
	"context"
	"iter"
	"sync"
)

// Memory is a store in memory: everything that it keeps ends with the process.
// It is for tests, and for a Center that takes over from another one in the same
// process. It keeps every duty of the package comment, is never late and never
// fails; Load and Watch give the bytes that Commit was given (duty 5). It may be
// used by several goroutines at once. The zero value is an empty store.
type Memory struct {
	shards   [shards]shard
	watchers Watchers
}

// NewMemory makes an empty store.
func NewMemory() *Memory { return new(Memory) }

// shards is enough that commits of different records seldom meet.
const shards = 64

// shard holds the records of some keys. The revision counter is the shard's and
// not the record's, so that a key which is made again gets none that it has had.
type shard struct {
	mu      sync.RWMutex
	last    Revision
	records map[Key]Record
}

// of is the shard of a key: FNV-1a, so that a run can be repeated.
func (m *Memory) of(key Key) *shard {
	h := uint32(2166136261)
	for _, part := range [...]string{key.Kind, key.ID} {
		for i := range len(part) {
			h = (h ^ uint32(part[i])) * 16777619
		}
		h *= 16777619
	}
	return &m.shards[(h^h>>16)%shards]
}

// Load gives the record as it is now.
func (m *Memory) Load(ctx context.Context, key Key) (Record, error) {
	if err := Check(key, 1, nil); err != nil {
		return Record{}, err
	}
	if err := ctx.Err(); err != nil {
		return Record{}, err
	}
	return m.load(key)
}

func (m *Memory) load(key Key) (Record, error) {
	s := m.of(key)
	s.mu.RLock()
	defer s.mu.RUnlock()
	r, there := s.records[key]
	if !there {
		return Record{}, ErrMissing
	}
	return r, nil
}

// Commit changes a record: its outcomes are certain, except that of a context
// which had ended before.
func (m *Memory) Commit(ctx context.Context, key Key, was Revision, data []byte) (Revision, error) {
	if err := Check(key, was, data); err != nil {
		return 0, err
	}
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	now, err := m.of(key).commit(key, was, data)
	if err == nil {
		m.watchers.Changed(key)
	}
	return now, err
}

func (s *shard) commit(key Key, was Revision, data []byte) (Revision, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.records[key].Revision != was {
		return 0, ErrConflict
	}
	if data == nil {
		delete(s.records, key)
		return 0, nil
	}
	s.last++
	if s.records == nil { // of a zero Memory
		s.records = map[Key]Record{}
	}
	s.records[key] = Record{Key: key, Revision: s.last, Data: data}
	return s.last, nil
}

// Watch tells what is there, sorted by key, and then what changes, in the order
// in which it has first changed. Its last word is the context's error.
func (m *Memory) Watch(ctx context.Context) iter.Seq2[Change, error] {
	return m.watchers.Watch(ctx, m.keys, m.load)
}

// keys are those of every record.
func (m *Memory) keys() ([]Key, error) {
	var all []Key
	for i := range m.shards {
		s := &m.shards[i]
		s.mu.RLock()
		for k := range s.records {
			all = append(all, k)
		}
		s.mu.RUnlock()
	}
	return all, nil
}

// Len is how many records there are.
func (m *Memory) Len() int {
	n := 0
	for i := range m.shards {
		s := &m.shards[i]
		s.mu.RLock()
		n += len(s.records)
		s.mu.RUnlock()
	}
	return n
}
