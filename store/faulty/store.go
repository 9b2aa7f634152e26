package faulty

import (
	"context"
	"errors"
	"iter"
	"slices"
	"sync"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// Config says how a store misbehaves. The zero Config is a store that does so only
// where a fault is planted, and when it is away or full.
type Config struct {
	Seed  uint64
	Rates Rates

	// Delay is how late a late request and a late change are. 0: 10 ms.
	Delay time.Duration

	// Hang lets a call wait for its context while the store is away, instead of
	// failing at once. A watch is then silent, and does not end.
	Hang bool
}

// Store is a store that misbehaves. It keeps the contract as long as the store
// inside does, and may be used by several goroutines at once.
type Store struct {
	inner store.Store
	delay time.Duration
	hang  bool
	plan  plan
	past  past
	line  line

	mu   sync.Mutex
	late []*late // in the order in which they were sent
}

// late is a request that is still on its way.
type late struct {
	timer *time.Timer
	made  func()
}

// New makes inner misbehave.
func New(inner store.Store, cfg Config) *Store {
	if cfg.Delay <= 0 {
		cfg.Delay = 10 * time.Millisecond
	}
	return &Store{
		inner: inner, delay: cfg.Delay, hang: cfg.Hang,
		plan: plan{seed: cfg.Seed, rates: cfg.Rates},
		line: line{gone: make(chan struct{})},
	}
}

// Plant makes a fault strike once. A stale load waits for a load that has a past.
// A fault of no kind is not planted.
func (s *Store) Plant(f Fault) {
	if f.Kind.method() == noMethod {
		return
	}
	s.plan.mu.Lock()
	defer s.plan.mu.Unlock()
	f.Nth = max(f.Nth, 1)
	s.plan.planted = append(s.plan.planted, f)
}

// Struck is how often a kind has struck, planted or by chance.
func (s *Store) Struck(k Kind) int {
	s.plan.mu.Lock()
	defer s.plan.mu.Unlock()
	if int(k) >= Kinds {
		return 0
	}
	return s.plan.struck[k]
}

// Settle carries out every late request now, one after the other.
func (s *Store) Settle() {
	s.mu.Lock()
	all := slices.Clone(s.late)
	s.mu.Unlock()
	for _, l := range all {
		l.made()
	}
}

// Load reads a record, or fails to.
func (s *Store) Load(ctx context.Context, key store.Key) (store.Record, error) {
	if err := store.Check(key, 1, nil); err != nil {
		return store.Record{}, err
	}
	if err := s.there(ctx, key); err != nil {
		return store.Record{}, err
	}
	before, past := s.past.before(key)
	switch s.plan.fate(loads, key, func(k Kind) bool { return k != StaleLoad || past }) {
	case LoadFails:
		return store.Record{}, &Error{Why: LoadFails.String(), Key: key}
	case StaleLoad:
		if before.Revision == 0 {
			return store.Record{}, store.ErrMissing
		}
		return before, nil
	}
	r, err := s.inner.Load(ctx, key)
	switch {
	case err == nil:
		s.past.sees(r)
	case errors.Is(err, store.ErrMissing):
		s.past.sees(store.Record{Key: key})
	}
	return r, err
}

// Commit changes a record, or does not, and says so or not.
func (s *Store) Commit(ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
	if err := store.Check(key, was, data); err != nil {
		return 0, err
	}
	if err := s.there(ctx, key); err != nil {
		return 0, err
	}
	if s.line.full.Load() {
		return 0, &Error{Why: "full", Key: key}
	}
	switch k := s.plan.fate(commits, key, always); k {
	case FalseConflict:
		return 0, store.ErrConflict
	case LostRequest:
		return 0, &Error{Why: k.String(), Key: key}
	case LateRequest:
		s.later(key, was, data)
		return 0, &Error{Why: k.String(), Key: key}
	case LostAnswer:
		s.commit(ctx, key, was, data)
		return 0, &Error{Why: k.String(), Key: key}
	}
	return s.commit(ctx, key, was, data)
}

func always(Kind) bool { return true }

func (s *Store) commit(ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
	now, err := s.inner.Commit(ctx, key, was, data)
	if err == nil {
		s.past.sees(store.Record{Key: key, Revision: now, Data: data})
	}
	return now, err
}

// later sends a commit on its way. It has left its sender, and does not end with
// his context.
func (s *Store) later(key store.Key, was store.Revision, data []byte) {
	l := new(late)
	l.made = sync.OnceFunc(func() {
		s.commit(context.Background(), key, was, data)
		s.mu.Lock()
		defer s.mu.Unlock()
		s.late = slices.DeleteFunc(s.late, func(x *late) bool { return x == l })
		l.timer.Stop()
	})
	s.mu.Lock()
	defer s.mu.Unlock()
	s.late = append(s.late, l)
	l.timer = time.AfterFunc(s.delay, l.made)
}

// Watch tells what the store inside tells, in its order.
func (s *Store) Watch(ctx context.Context) iter.Seq2[store.Change, error] {
	return func(yield func(store.Change, error) bool) {
		if err := s.watch(ctx, yield); err != nil {
			yield(store.Change{}, err)
		}
	}
}

// watch gives nil when who ranges has left the loop.
func (s *Store) watch(outer context.Context, yield func(store.Change, error) bool) error {
	if err := s.there(outer, store.Key{}); err != nil {
		return err
	}
	ctx, end := context.WithCancelCause(outer)
	defer end(nil)
	if !s.hang {
		gone := s.goes()
		go func() {
			select {
			case <-gone:
				end(&Error{Why: "away"})
			case <-ctx.Done():
			}
		}()
	}
	for c, err := range s.inner.Watch(ctx) {
		if err == nil {
			err = s.there(outer, c.Key)
		}
		if err != nil && ctx.Err() != nil {
			err = context.Cause(ctx)
		}
		if err != nil {
			return err
		}
		// Current is told once (duty 4).
		switch k := s.plan.fate(watches, c.Key, func(k Kind) bool { return k != RepeatedChange || !c.Current }); k {
		case WatchBreaks:
			return &Error{Why: k.String(), Key: c.Key}
		case LateChange:
			if err := s.wait(ctx); err != nil {
				return err
			}
		case RepeatedChange:
			if !yield(c, nil) {
				return nil
			}
		}
		if !yield(c, nil) {
			return nil
		}
	}
	return context.Cause(ctx)
}

func (s *Store) wait(ctx context.Context) error {
	late := time.NewTimer(s.delay)
	defer late.Stop()
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-late.C:
		return nil
	}
}
