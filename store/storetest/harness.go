package storetest

import (
	"testing"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// Harness is how a host gives the kit his store.
type Harness struct {
	// New makes a store without records for one case. What has to be closed is
	// closed with t.Cleanup.
	New func(t *testing.T) store.Store

	// Reopen closes what New or Reopen gave and opens it again, as a new process
	// would. nil skips the cases about a store that survives.
	Reopen func(t *testing.T, s store.Store) store.Store

	// Patience is how long the kit tries again what has failed, and waits for what
	// must come. 0: five seconds.
	Patience time.Duration

	// Quiet is how long the kit waits for what must not come. 0: 50 ms.
	Quiet time.Duration
}

// Run plays every case of the kit, each as a subtest on a line of its own. A
// failure names the duty that is broken and quotes it, says what the case shows,
// and lists what was asked and told.
func Run(t *testing.T, h Harness) {
	t.Helper()
	if h.Patience <= 0 {
		h.Patience = 5 * time.Second
	}
	if h.Quiet <= 0 {
		h.Quiet = 50 * time.Millisecond
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var reopen func(store.Store) store.Store
			if h.Reopen != nil {
				reopen = func(s store.Store) store.Store { return h.Reopen(t, s) }
			}
			if skipped := c.on(t, h.New(t), reopen, h.Patience, h.Quiet); skipped != "" {
				t.Skip(skipped)
			}
		})
	}
}

// reporter is the little of a testing.T that a case needs, so that the kit's own
// tests can see it fail.
type reporter interface {
	Errorf(format string, args ...any)
}

// testCase is one case of the kit.
type testCase struct {
	name string
	duty duty   // the one it is about; what it stumbles over on the way names its own
	why  string // what it shows
	play func(*game)
}

// on plays the case, and says why it was skipped, if it was.
func (c testCase) on(t reporter, s store.Store, reopen func(store.Store) store.Store, patience, quiet time.Duration) (skipped string) {
	g := newGame(t, c, s, reopen, patience, quiet)
	defer func() {
		p := recover()
		g.end()
		if p != nil && p != over {
			panic(p)
		}
		skipped = g.skipped
	}()
	c.play(g)
	g.rest()
	g.untouched()
	return ""
}

// over ends a case at the first thing that is broken: what it stands on is not so.
var over = new(struct{ byte })
