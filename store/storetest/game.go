package storetest

import (
	"context"
	"strings"
	"sync"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// game is one case being played: the kit as a client that takes nothing for
// granted. It tries again what nobody knows, and what failed without a reason.
type game struct {
	t        reporter
	testCase testCase
	s        store.Store
	reopen   func(store.Store) store.Store
	patience time.Duration
	quiet    time.Duration
	*ledger

	life    context.Context // ends with the case
	stop    context.CancelFunc
	crew    sync.WaitGroup
	once    sync.Once
	failed  chan struct{} // closed at the first breach
	skipped string
}

func newGame(t reporter, c testCase, s store.Store, reopen func(store.Store) store.Store, patience, quiet time.Duration) *game {
	g := &game{t: t, testCase: c, s: s, reopen: reopen, patience: patience, quiet: quiet, ledger: newLedger(), failed: make(chan struct{})}
	g.life, g.stop = context.WithCancel(context.Background())
	return g
}

// broken reports the first breach, and ends the goroutine that has found it.
func (g *game) broken(d duty, format string, args ...any) {
	g.judge(breaks(d, format, args...))
}

func (g *game) judge(b *breach) {
	if b == nil {
		return
	}
	g.once.Do(func() {
		g.t.Errorf("%s\nbroken: %s\n%s\n  shows: %s\n%s", g.testCase.name, b.how, b.duty.quote(), g.testCase.why, strings.Join(g.story(), "\n"))
		close(g.failed)
	})
	panic(over)
}

// skip ends the case.
func (g *game) skip(why string) {
	g.skipped = why
	panic(over)
}

// beside plays something beside the case; what it finds broken ends the case.
func (g *game) beside(f func()) {
	g.crew.Go(func() {
		defer func() {
			if p := recover(); p != nil && p != over {
				panic(p)
			}
		}()
		f()
	})
}

// all plays something n times at once, and waits for it.
func (g *game) all(n int, f func(i int)) {
	var crew sync.WaitGroup
	for i := range n {
		crew.Add(1)
		g.beside(func() {
			defer crew.Done()
			f(i)
		})
	}
	done := make(chan struct{})
	go func() { crew.Wait(); close(done) }()
	<-done
	g.check()
}

// check ends this goroutine too when something is broken.
func (g *game) check() {
	select {
	case <-g.failed:
		panic(over)
	default:
	}
}

// end stops what is under way, and waits for it; what hangs is left behind, for
// it has been reported.
func (g *game) end() {
	g.stop()
	done := make(chan struct{})
	go func() { g.crew.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(g.patience):
	}
}

// rest waits for what was begun beside the case, such as the ends of watches.
func (g *game) rest() {
	g.end()
	g.check()
}

// untouched looks at everything that was given and shown (duty 5).
func (g *game) untouched() { g.judge(g.ledger.untouched()) }
