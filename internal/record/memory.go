package record

import (
	"context"
	"hash/maphash"
	"sync"
	"sync/atomic"
)

// shards is how many parts a memory has, each with a lock of its own, so that
// many goroutines seldom meet.
const shards = 64

// Memory is a Table in memory: what it holds ends with the process.
type Memory[K comparable, V any] struct {
	seed  maphash.Seed
	rev   func(*V) Revision
	parts [shards]part[K, V]
}

type part[K comparable, V any] struct {
	mu   sync.RWMutex
	rows map[K]*atomic.Pointer[V]
	_    [32]byte // two parts do not share a cache line
}

// NewMemory makes an empty table; rev tells a record's revision.
func NewMemory[K comparable, V any](rev func(*V) Revision) *Memory[K, V] {
	m := &Memory[K, V]{seed: maphash.MakeSeed(), rev: rev}
	for i := range m.parts {
		m.parts[i].rows = map[K]*atomic.Pointer[V]{}
	}
	return m
}

func (m *Memory[K, V]) part(key K) *part[K, V] {
	return &m.parts[maphash.Comparable(m.seed, key)%shards]
}

// Load is Table's.
func (m *Memory[K, V]) Load(_ context.Context, key K) (*V, error) {
	p := m.part(key)
	p.mu.RLock()
	row := p.rows[key]
	p.mu.RUnlock()
	if row != nil {
		if v := row.Load(); v != nil {
			return v, nil
		}
	}
	return nil, ErrMissing
}

// Commit is Table's. It never answers ErrUnknown.
func (m *Memory[K, V]) Commit(_ context.Context, key K, v *V, gone bool) error {
	p := m.part(key)
	if m.rev(v) > 1 && !gone { // a record that is there: only its own place is touched
		p.mu.RLock()
		row := p.rows[key]
		p.mu.RUnlock()
		if row != nil {
			if old := row.Load(); old != nil && m.rev(old)+1 == m.rev(v) && row.CompareAndSwap(old, v) {
				return nil
			}
		}
		return ErrConflict
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	row, have := p.rows[key], Revision(0)
	var old *V
	if row != nil {
		old = row.Load()
		have = m.rev(old)
	}
	switch {
	case have+1 != m.rev(v):
		return ErrConflict
	case row == nil:
		row = new(atomic.Pointer[V])
		row.Store(v)
		p.rows[key] = row
	case !row.CompareAndSwap(old, nil):
		return ErrConflict
	default:
		delete(p.rows, key)
	}
	return nil
}
