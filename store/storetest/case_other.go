package storetest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// Others, contexts and limits (duties 5 and 6). Every case looks at its end
// whether what was given and shown has been changed.

var otherCases = []testCase{
	{"others/together", 5, "records that are changed at the same time do not get into each other's way", func(g *game) {
		const writers = 16
		all := make([]state, writers)
		w := g.watch(g.life, nil)
		g.all(writers, func(i int) {
			x := none([]string{"agent", "contact"}[i%2], fmt.Sprint(i))
			for round := range 12 {
				x = g.set(x, some(200*round)...)
				g.load(x.key)
				if i%4 == 3 && round%4 == 3 {
					x = g.remove(x)
				}
			}
			all[i] = x
		})
		for _, x := range all {
			g.is(1, x)
		}
		w.tells(all...)
	}},
	{"others/unchanged", 5, "what was given to Commit, and what came from Load and Watch, stays as it was, whatever is made afterwards", func(g *game) {
		w := g.watch(g.life, nil)
		var all []state
		for i := range 10 {
			all = append(all, g.set(none("agent", fmt.Sprint(i)), some(500)...))
			g.is(3, all[i])
		}
		w.tells(all...)
		for range 5 {
			for i := range all {
				all[i] = g.set(all[i], 1, 2, 3)
			}
		}
		w.need()
		for i := range all {
			all[i] = g.remove(all[i])
		}
		w.tells(all...)
	}},
	{"contexts/ended", 6, "with a context that has ended a method returns, and the store is none the worse", func(g *game) {
		x := g.set(none("agent", "ann"))
		ended, end := context.WithCancel(g.life)
		end()
		for range 5 {
			g.call(ended, func(ctx context.Context) { _, _ = g.s.Load(ctx, x.key) })
			_, certain, err := g.try(ended, g.ask(x.key, x.rev, x.n+1, &value{}, false))
			if err == nil || certain {
				break // it was quicker, or somebody's conflict: either is right
			}
		}
		g.finds(&x)
		x = g.set(x)
		g.is(1, x)
	}},
	{"contexts/end", 6, "a commit whose context ends meanwhile returns, and was made or was not", func(g *game) {
		x := g.set(none("agent", "ann"))
		for i := range 20 {
			ctx, end := context.WithTimeout(g.life, time.Duration(i)*20*time.Microsecond)
			_, _, err := g.try(ctx, g.ask(x.key, x.rev, x.n+1, &value{}, false))
			end()
			if err != nil {
				g.finds(&x)
			}
			g.settles(&x)
		}
		g.is(1, x)
	}},
	{"limits/invalid", 6, "what has no key, or is too large, is invalid, and changes nothing", func(g *game) {
		x := g.set(none("agent", "ann"))
		long := strings.Repeat("k", store.MaxKey+1)
		for _, bad := range []struct {
			why  string
			key  store.Key
			was  store.Revision
			data []byte
		}{
			{"a key without a kind", store.Key{ID: "ann"}, 0, []byte("x")},
			{"a key without an id", store.Key{Kind: "agent"}, 0, []byte("x")},
			{"a kind that is too long", store.Key{Kind: long, ID: "ann"}, 0, []byte("x")},
			{"an id that is too long", store.Key{Kind: "agent", ID: long}, 0, []byte("x")},
			{"data that is too large", x.key, x.rev, make([]byte, store.MaxData+1)},
			{"a record without data", x.key, x.rev, []byte{}},
			{"removing what is not there", store.Key{Kind: "agent", ID: "bob"}, 0, nil},
		} {
			var err error
			g.call(g.life, func(ctx context.Context) { _, err = g.s.Commit(ctx, bad.key, bad.was, bad.data) })
			if !errors.Is(err, store.ErrInvalid) {
				g.broken(6, "%s was answered with: %v", bad.why, err)
			}
			if bad.key == x.key {
				continue
			}
			g.call(g.life, func(ctx context.Context) { _, err = g.s.Load(ctx, bad.key) })
			if err == nil {
				g.broken(6, "%s can be read", bad.why)
			}
		}
		g.is(6, x)
		g.watch(g.life, nil, x).tells(x, none("agent", "bob"))
	}},
	{"limits/largest", 6, "what is just small enough is kept", func(g *game) {
		key := store.Key{Kind: strings.Repeat("k", store.MaxKey), ID: strings.Repeat("ÿ", store.MaxKey/2)}
		x := g.set(state{key: key})
		const most = store.MaxData/4*3 - 300 // in base 64, with the rest of the value
		x = g.set(x, some(most)...)
		g.is(3, x)
		g.watch(g.life, nil, x).tells(x)
	}},
}

// finds reads what became of a commit of which nobody knows: it is the state
// before, or the one that was asked for. It may still be made later.
func (g *game) finds(x *state) {
	g.until(3, x.key.String()+": the record was to be as it was, or as somebody wanted it", func() bool {
		v, rev, there, _ := g.load(x.key)
		if there && v.N >= x.n {
			x.n, x.rev = v.N, rev
			return true
		}
		return false
	})
}

// settles makes a new state over one of which it is not known whether it is the
// last: the same as set, which would take a later one of its own for made.
func (g *game) settles(x *state) {
	to := x.n + 2
	g.until(1, x.key.String()+": a record was to be changed", func() bool {
		now, _, err := g.try(g.life, g.ask(x.key, x.rev, to, &value{}, false))
		if err == nil {
			x.n, x.rev = to, now
			return true
		}
		g.finds(x)
		return x.n == to
	})
}
