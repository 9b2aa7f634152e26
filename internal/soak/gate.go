package soak

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"

	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// errCut is what a centre that is cut off hears of its store and its switch.
var errCut = errors.New("soak: cut off")

// moment is when a centre is to be killed.
type moment uint8

const (
	atOnce moment = iota
	beforeCommit
	afterCommit
	beforeCommand
	afterCommand
	moments
)

var momentWords = [moments]string{"at once", "before commit", "after commit", "before command", "after command"}

// gate stands between one centre and the world. When the moment has come
// nothing passes it any more, in either direction: what is under way beyond it
// goes on, and nobody hears of it, as when a process dies.
type gate struct {
	cancel context.CancelFunc
	dead   chan struct{} // closed when it is shut

	mu       sync.Mutex
	shut     bool
	when     moment
	left     int // how many commits or commands until then; 0: no moment is set
	commits  int
	commands int
	why      string // when it was shut, in words
}

func newGate(cancel context.CancelFunc) *gate {
	return &gate{cancel: cancel, dead: make(chan struct{})}
}

// arm sets the moment: the n-th commit or command from now.
func (g *gate) arm(when moment, n int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if when == atOnce {
		g.kill("at once")
		return
	}
	g.when, g.left = when, n
}

// kill shuts the gate. The caller holds the lock.
func (g *gate) kill(why string) {
	if g.shut {
		return
	}
	g.shut, g.why = true, why
	close(g.dead)
	g.cancel()
}

// pass lets one commit or command through, or not. Whoever passes calls done
// with what it was afterwards.
func (g *gate) pass(before, after moment, count *int, name string) (done func() error, err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.shut {
		return nil, errCut
	}
	*count++
	n := *count
	last := false
	if g.left > 0 && (g.when == before || g.when == after) {
		g.left--
		if last = g.left == 0; last && g.when == before {
			g.kill(fmt.Sprintf("%s %d, %s", momentWords[before], n, name))
			return nil, errCut
		}
	}
	return func() error {
		g.mu.Lock()
		defer g.mu.Unlock()
		if last {
			g.kill(fmt.Sprintf("%s %d, %s", momentWords[after], n, name))
		}
		if g.shut {
			return errCut
		}
		return nil
	}, nil
}

func (g *gate) isShut() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.shut
}

// gatedStore is a store as one centre has it.
type gatedStore struct {
	*gate
	store.Store
}

func (s gatedStore) Load(ctx context.Context, key store.Key) (store.Record, error) {
	if s.isShut() {
		return store.Record{}, errCut
	}
	return s.Store.Load(ctx, key)
}

func (s gatedStore) Commit(ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
	done, err := s.pass(beforeCommit, afterCommit, &s.commits, "of "+key.String())
	if err != nil {
		return 0, err
	}
	rev, err := s.Store.Commit(ctx, key, was, data)
	if cut := done(); cut != nil {
		return 0, cut
	}
	return rev, err
}

func (s gatedStore) Watch(ctx context.Context) iter.Seq2[store.Change, error] {
	return func(yield func(store.Change, error) bool) {
		for c, err := range s.Store.Watch(ctx) {
			if s.isShut() {
				yield(store.Change{}, errCut)
				return
			}
			if !yield(c, err) {
				return
			}
		}
	}
}

// gatedAdapter is a switch as one centre has it.
type gatedAdapter struct {
	*gate
	telephony.Adapter
}

func (a gatedAdapter) Do(ctx context.Context, c telephony.Command) error {
	done, err := a.pass(beforeCommand, afterCommand, &a.commands, c.Verb.String()+" of "+string(c.Call))
	if err != nil {
		return err
	}
	err = a.Adapter.Do(ctx, c)
	if cut := done(); cut != nil {
		return cut
	}
	return err
}

func (a gatedAdapter) Run(ctx context.Context, sink func(telephony.Event) error) error {
	return a.Adapter.Run(ctx, func(e telephony.Event) error {
		if a.isShut() {
			return errCut
		}
		if err := sink(e); err != nil {
			return err
		}
		if a.isShut() { // nobody has heard that it was taken
			return errCut
		}
		return nil
	})
}

func (a gatedAdapter) Live(ctx context.Context) iter.Seq2[telephony.Live, error] {
	return func(yield func(telephony.Live, error) bool) {
		if a.isShut() {
			yield(telephony.Live{}, errCut)
			return
		}
		a.Adapter.Live(ctx)(yield)
	}
}
