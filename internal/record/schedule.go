package record

import (
	"container/heap"
	"context"
	"sync"
	"time"
)

// Schedule drives all deadlines with one timer. A deadline is only ever a
// reason to look: whoever is woken asks the record whether anything is due, so
// an entry that has become pointless does no harm.
type Schedule[K comparable] struct {
	mu   sync.Mutex
	due  map[K]time.Time // the earliest wake-up that is in the heap
	heap wakes[K]
	poke chan struct{}
	now  func() time.Time
}

// NewSchedule makes an empty schedule for a clock.
func NewSchedule[K comparable](now func() time.Time) *Schedule[K] {
	return &Schedule[K]{due: map[K]time.Time{}, poke: make(chan struct{}, 1), now: now}
}

// Wake asks for key to be woken at that time, or before if that was asked
// already.
func (s *Schedule[K]) Wake(key K, at time.Time) {
	s.mu.Lock()
	if old, ok := s.due[key]; ok && !at.Before(old) {
		s.mu.Unlock()
		return
	}
	s.due[key] = at
	heap.Push(&s.heap, wake[K]{at, key})
	first := s.heap[0].key == key
	s.mu.Unlock()
	if first {
		select {
		case s.poke <- struct{}{}:
		default:
		}
	}
}

// Run wakes keys until ctx ends. fire must not block for long; in it the key
// can be scheduled anew.
func (s *Schedule[K]) Run(ctx context.Context, fire func(K)) {
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	for {
		now := s.now()
		next := time.Hour
		for {
			s.mu.Lock()
			if len(s.heap) == 0 {
				s.mu.Unlock()
				break
			}
			w := s.heap[0]
			if wait := w.at.Sub(now); wait > 0 {
				next = min(next, wait)
				s.mu.Unlock()
				break
			}
			heap.Pop(&s.heap)
			current := s.due[w.key].Equal(w.at)
			if current {
				delete(s.due, w.key)
			}
			s.mu.Unlock()
			if current {
				fire(w.key)
			}
			if ctx.Err() != nil {
				return
			}
		}
		timer.Reset(next)
		select {
		case <-ctx.Done():
			return
		case <-s.poke:
		case <-timer.C:
		}
	}
}

type wake[K comparable] struct {
	at  time.Time
	key K
}

type wakes[K comparable] []wake[K]

func (w wakes[K]) Len() int           { return len(w) }
func (w wakes[K]) Less(i, j int) bool { return w[i].at.Before(w[j].at) }
func (w wakes[K]) Swap(i, j int)      { w[i], w[j] = w[j], w[i] }
func (w *wakes[K]) Push(x any)        { *w = append(*w, x.(wake[K])) }
func (w *wakes[K]) Pop() any {
	old := *w
	x := old[len(old)-1]
	*w = old[:len(old)-1]
	return x
}
