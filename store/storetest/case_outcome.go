package storetest

import (
	"context"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// Outcomes and reading (duties 2 and 3).

var outcomeCases = []testCase{
	{"outcomes/conflict-is-certain", 2, "what was answered with a conflict is never made, also not later", func(g *game) {
		x := g.set(none("agent", "ann"))
		for range 5 {
			old := x
			x = g.set(x)
			g.refused(x.key, old.rev, 99, &value{})
			g.refused(x.key, 0, 99, &value{})
		}
		g.pause(g.quiet)
		g.is(1, x)
		w := g.watch(g.life, nil, x)
		w.tells(x)
	}},
	{"outcomes/survives", 2, "what was made is there after the store is opened again, and what was removed is not", func(g *game) {
		if g.reopen == nil {
			g.skip("the harness has no Reopen")
		}
		kept := g.set(g.set(none("agent", "ann")), some(3000)...)
		gone := g.remove(g.set(none("agent", "bob")))
		g.again()
		g.is(2, kept)
		g.is(2, gone)
		kept = g.set(kept)
		g.again()
		g.is(2, kept)
	}},
	{"outcomes/revisions-survive", 1, "a store that is opened again gives no revision that it has given before", func(g *game) {
		if g.reopen == nil {
			g.skip("the harness has no Reopen")
		}
		x := g.set(g.set(none("agent", "ann")))
		for range 3 {
			old := x
			x = g.remove(x)
			g.again()
			x = g.set(x)
			g.refused(x.key, old.rev, 99, &value{})
		}
		g.is(1, x)
	}},
	{"outcomes/watch-after-reopening", 4, "a store that is opened again tells what is there", func(g *game) {
		if g.reopen == nil {
			g.skip("the harness has no Reopen")
		}
		a, b := g.set(none("agent", "ann")), g.set(none("agent", "bob"))
		b = g.remove(b)
		g.again()
		w := g.watch(g.life, nil, a)
		w.tells(a, b)
		a = g.set(a)
		w.tells(a, b)
	}},
	{"reading/missing", 3, "what was never there is missing", func(g *game) {
		g.is(3, none("agent", "ann"))
		g.set(none("agent", "ann"))
		g.is(3, none("contact", "ann"))
	}},
	{"reading/bytes", 3, "what is read is what was committed, byte by byte, whatever the bytes are", func(g *game) {
		x := none("contact", "c1")
		for _, size := range []int{0, 1, 100, 255, 256, 3000, 4096, 70_000} {
			x = g.set(x, some(size)...)
			g.is(3, x)
		}
	}},
	{"reading/beside", 3, "who reads beside a writer reads nothing that was not committed, and in the end what was committed last", func(g *game) {
		x := g.set(none("contact", "c1"))
		key, written := x.key, make(chan struct{})
		g.is(3, x)
		g.beside(func() {
			defer close(written)
			for i := range 100 {
				if i%10 == 9 {
					x = g.remove(x)
				}
				x = g.set(x, some(10*i)...)
			}
		})
		g.all(4, func(int) {
			for {
				g.load(key)
				select {
				case <-written:
					return
				case <-g.failed:
					return
				default:
				}
			}
		})
		g.is(3, x)
	}},
}

// some are bytes of all kinds.
func some(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(i * 7)
	}
	return b
}

// again opens the store again.
func (g *game) again() {
	var s store.Store
	g.call(g.life, func(context.Context) { s = g.reopen(g.s) })
	g.s = s
}
