package faulty

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// line is whether the store can be reached.
type line struct {
	mu   sync.Mutex
	back chan struct{} // nil while the store is there; closed when it is back
	gone chan struct{} // closed when it goes away
	full atomic.Bool
}

// Away takes the store away: until Back every method fails, or with Config.Hang
// waits, and so do the watches that are under way. A commit that is under way has
// its own outcome.
func (s *Store) Away() {
	l := &s.line
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.back == nil {
		l.back = make(chan struct{})
		close(l.gone)
	}
}

// Back ends Away. What has waited is carried out.
func (s *Store) Back() {
	l := &s.line
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.back != nil {
		close(l.back)
		l.back, l.gone = nil, make(chan struct{})
	}
}

// Full makes every commit fail, and not be made, as on a full disk; also those
// that remove. Full(false) ends it.
func (s *Store) Full(full bool) { s.line.full.Store(full) }

// there returns when the store can be reached, or says why not.
func (s *Store) there(ctx context.Context, key store.Key) error {
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		s.line.mu.Lock()
		back := s.line.back
		s.line.mu.Unlock()
		if back == nil {
			return nil
		}
		if !s.hang {
			return &Error{Why: "away", Key: key}
		}
		select {
		case <-ctx.Done():
		case <-back:
		}
	}
}

// goes is closed when the store goes away.
func (s *Store) goes() <-chan struct{} {
	s.line.mu.Lock()
	defer s.line.mu.Unlock()
	return s.line.gone
}
