package callcontrol

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/callflow"

	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// kill says when a Center is to die: at the n-th commit or command of a play,
// before it is made or after. The Centers of one play share it.
type kill struct {
	at    int
	after bool

	mu    sync.Mutex
	n     int    // commits and commands so far
	point string // where it died
}

func (k *kill) between(s store.Store, a telephony.Adapter) *cut {
	return &cut{Store: s, Adapter: a, kill: k, made: map[string]int{}}
}

// cut is what stands between a Center and its surroundings. When it has died
// nothing of it gets through any more, in either direction.
type cut struct {
	store.Store
	telephony.Adapter
	kill *kill
	end  func()

	mu   sync.Mutex
	over bool
	made map[string]int // commits by kind of record since begin
}

var errDied = errors.New("it has died")

// passes lets one commit or command through, or is where the Center dies.
func (c *cut) passes(what string, do func() error) error {
	k := c.kill
	k.mu.Lock()
	k.n++
	here := k.n == k.at
	if here {
		k.point = what
	}
	k.mu.Unlock()
	if c.dead() {
		return errDied
	}
	if here && !k.after {
		c.die()
		return errDied
	}
	err := do()
	if here {
		c.die()
		return errDied
	}
	return err
}

func (c *cut) die() {
	c.mu.Lock()
	c.over = true
	c.mu.Unlock()
	c.end()
}

func (c *cut) dead() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.over
}

// begin notes that somebody asks for something; recorded whether it has got into
// a record of that kind.
func (c *cut) begin() {
	c.mu.Lock()
	c.made = map[string]int{}
	c.mu.Unlock()
}

func (c *cut) recorded(kind string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.made[kind] > 0
}

func (c *cut) Commit(ctx context.Context, key store.Key, was store.Revision, data []byte) (now store.Revision, err error) {
	err = c.passes("commit "+key.String(), func() error {
		now, err = c.Store.Commit(ctx, key, was, data)
		c.mu.Lock()
		if err == nil {
			c.made[key.Kind]++
		}
		c.mu.Unlock()
		return err
	})
	return now, err
}

func (c *cut) Load(ctx context.Context, key store.Key) (store.Record, error) {
	if c.dead() {
		return store.Record{}, errDied
	}
	return c.Store.Load(ctx, key)
}

func (c *cut) Watch(ctx context.Context) iter.Seq2[store.Change, error] { return c.Store.Watch(ctx) }

func (c *cut) Do(ctx context.Context, o telephony.Command) error {
	return c.passes("command "+o.Verb.String(), func() error { return c.Adapter.Do(ctx, o) })
}

func (c *cut) Run(ctx context.Context, sink func(telephony.Event) error) error {
	return c.Adapter.Run(ctx, func(ev telephony.Event) error {
		if c.dead() {
			return errDied
		}
		return sink(ev)
	})
}

// TestStoriesKilled plays stories on Centers that die: at every commit and every
// command of a play, just before it and just after it, another Center goes on
// with the records, and everything that the story expects is still so. Consult
// transfers are killed at every point of theirs; the others at a few, and
// everywhere with CALLCONTROL_KILLS=all.
func TestStoriesKilled(t *testing.T) {
	stories, err := callflow.Stories(callflow.Shipped())
	require.NoError(t, err)
	everywhere := os.Getenv("CALLCONTROL_KILLS") == "all"
	var kills atomic.Int64
	t.Cleanup(func() { t.Logf("%d kills", kills.Load()) })
	for i, s := range stories {
		t.Run(strings.TrimSuffix(s.File, ".story"), func(t *testing.T) {
			t.Parallel()
			counted := &kill{}
			require.NoError(t, playKilled(t, s, counted))
			step := 1
			if testing.Short() {
				step = counted.n
			} else if !everywhere && !strings.Contains(s.File, "consult-transfer") {
				step = max(1, counted.n/4)
			}
			for at := 1 + i%step; at <= counted.n; at += step {
				for _, after := range []bool{false, true} {
					k := &kill{at: at, after: after}
					kills.Add(1)
					if err := playKilled(t, s, k); err != nil {
						t.Fatalf("killed %s: %v", k, err)
					}
				}
			}
		})
	}
}

func (k *kill) String() string {
	when := "before"
	if k.after {
		when = "after"
	}
	return fmt.Sprintf("%s point %d (%s)", when, k.at, k.point)
}

func playKilled(t *testing.T, s *callflow.Story, k *kill) (err error) {
	t.Run(k.String(), func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			var v *venue
			defer func() {
				if v != nil {
					v.close()
				}
			}()
			err = s.PlayAt(func(cfg callflow.Config) (callflow.Venue, error) {
				var err error
				v, err = newVenue(t, cfg, at{line: near, stored: true, killed: k})
				return v, err
			}, nil)
		})
	})
	return err
}
