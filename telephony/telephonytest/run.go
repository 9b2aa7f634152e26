package telephonytest

import (
	"testing"
	"time"
)

// Run plays every case of the kit, each as a subtest on a line of its own. A
// failure names the duty that is broken and quotes it, says what the case
// shows, and lists what was commanded and told. A case that needs what the
// adapter or its people do not have is skipped, and says what that is.
func Run(t *testing.T, h Harness) {
	t.Helper()
	if h.Patience <= 0 {
		h.Patience = 2 * time.Second
	}
	if h.Quiet <= 0 {
		h.Quiet = 50 * time.Millisecond
	}
	if h.Wrap == nil {
		h.Wrap = func(t *testing.T, play func(*testing.T)) { play(t) }
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var skipped string // in a bubble the outer test would not know
			h.Wrap(t, func(t *testing.T) {
				skipped = c.on(t, h.New(t), h.Patience, h.Quiet)
			})
			if skipped != "" {
				t.Skip(skipped)
			}
		})
	}
}

// reporter is the little of a testing.T that a case needs, so that the kit's
// own tests can see it fail.
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
func (c testCase) on(t reporter, l Line, patience, quiet time.Duration) (skipped string) {
	g := newGame(t, c, l, patience, quiet)
	defer func() { // first the adapter comes to rest, whatever ended the case
		p := recover()
		g.close()
		if p != nil && p != over {
			panic(p)
		}
		skipped = g.skipped
	}()
	c.play(g)
	return ""
}

// over ends a case at the first thing that is broken, and when it is skipped:
// what it stands on is not so.
var over = new(struct{ byte })
