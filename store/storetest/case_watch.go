package storetest

import (
	"context"
	"fmt"
	"sync/atomic"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// Watching (duty 4).

var watchCases = []testCase{
	{"watching/empty", 4, "of a store without records a watch tells Current, and nothing else", func(g *game) {
		g.watch(g.life, nil).tells()
	}},
	{"watching/there", 4, "what is there is told before Current", func(g *game) {
		var there []state
		for i := range 20 {
			there = append(there, g.set(none("agent", fmt.Sprint(i))))
		}
		gone := g.remove(g.set(none("agent", "gone")))
		g.watch(g.life, nil, there...).tells(append(there, gone)...)
	}},
	{"watching/changes", 4, "what is made, changed and removed is told to everybody who watches", func(g *game) {
		a, b := g.set(none("agent", "ann")), g.set(none("agent", "bob"))
		one, two := g.watch(g.life, nil, a, b), g.watch(g.life, nil, a, b)
		one.tells(a, b)
		two.tells(a, b)
		one.need()
		two.need() // bob goes
		c := g.set(none("contact", "c1"))
		a, b = g.set(g.set(a)), g.remove(b)
		one.tells(a, b, c)
		two.tells(a, b, c)
		b, c = g.set(b), g.remove(c)
		one.tells(a, b, c)
		two.tells(a, b, c)
	}},
	{"watching/never-backwards", 4, "of one record no watch tells an older state after a newer one, also when it begins in the midst of changes", func(g *game) {
		const keys, rounds = 4, 60
		all := make([]state, keys)
		watches := make([]*watcher, 4)
		early, late := watches[:2], watches[2:]
		for i := range early {
			early[i] = g.watch(g.life, nil)
			early[i].tells()
		}
		begun := make(chan struct{})
		g.beside(func() {
			defer close(begun)
			for i := range late {
				late[i] = g.watch(g.life, nil)
				late[i].tells()
			}
		})
		g.all(keys, func(i int) {
			x := none("agent", fmt.Sprint(i))
			for round := range rounds {
				if x.rev != 0 && round%7 == 6 {
					x = g.remove(x)
				} else {
					x = g.set(x)
				}
				if round%20 == 10 {
					early[0].tells(x) // else only the end might be told
				}
			}
			all[i] = x
		})
		<-begun
		g.check()
		for _, w := range watches {
			w.tells(all...)
		}
	}},
	{"watching/slow", 4, "a watcher who does not read keeps nobody from committing, and is told in the end how things are", func(g *game) {
		stuck, loose := make(chan struct{}), make(chan struct{})
		var once atomic.Bool
		w := g.watch(g.life, func(store.Change) {
			if once.CompareAndSwap(false, true) {
				close(stuck)
				select {
				case <-loose:
				case <-g.failed:
				}
			}
		})
		all := []state{none("agent", "ann"), none("agent", "bob"), none("contact", "c1")}
		select {
		case <-stuck:
		case <-g.failed:
			g.check()
		}
		for i := range 300 {
			x := &all[i%len(all)]
			done := make(chan struct{})
			next := *x
			g.beside(func() { defer close(done); next = g.setAs(4, *x, some(3000)...) })
			g.soon(4, "a watcher does not read, and a commit waits for him", done)
			*x = next
		}
		for i, x := range all {
			g.is(3, x)
			if i == 1 {
				all[i] = g.remove(x)
			}
		}
		close(loose)
		w.tells(all...)
	}},
	{"watching/within", 5, "every method can be called from within a watch", func(g *game) {
		x := g.set(none("agent", "ann"))
		beside := none("agent", "bob")
		done := make(chan struct{})
		var once atomic.Bool
		g.watch(g.life, func(store.Change) {
			if once.CompareAndSwap(false, true) {
				g.is(5, x)
				beside = g.setAs(5, beside)
				x = g.setAs(5, x)
				g.watch(g.life, nil, beside).tells(beside)
				close(done)
			}
		})
		g.soon(5, "a method was called from within a watch", done)
		g.is(3, x)
		g.is(3, beside)
	}},
	{"watching/left", 4, "who leaves a watch keeps nobody waiting", func(g *game) {
		x := g.set(none("agent", "ann"))
		for range 20 {
			done := make(chan struct{})
			g.beside(func() {
				defer close(done)
				for range g.s.Watch(g.life) {
					break
				}
			})
			g.soon(4, "somebody leaves a watch", done)
		}
		for range 20 {
			x = g.set(x)
		}
		g.watch(g.life, nil, x).tells(x)
	}},
	{"contexts/watch", 6, "a watch ends with its context, whether it waits or tells", func(g *game) {
		x := g.set(none("agent", "ann"))
		for _, busy := range []bool{false, true} {
			ctx, end := context.WithCancel(g.life)
			w := g.watch(ctx, nil, x)
			w.tells(x)
			if busy {
				x = g.set(x)
			}
			end()
			w.ends()
		}
		ended, end := context.WithCancel(g.life)
		end()
		done := make(chan struct{})
		g.beside(func() {
			defer close(done)
			for range g.s.Watch(ended) {
			}
		})
		g.soon(6, "a watch began with a context that had ended", done)
	}},
}

// soon waits for something that may not wait for anybody.
func (g *game) soon(d duty, what string, done <-chan struct{}) {
	ctx, end := context.WithTimeout(g.life, 2*g.patience)
	defer end()
	select {
	case <-done:
		g.check()
	case <-g.failed:
		g.check()
	case <-ctx.Done():
		g.broken(d, "%s; in %v it did not come to an end", what, 2*g.patience)
	}
}
