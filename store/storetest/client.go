package storetest

import (
	"context"
	"errors"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// call makes one call, and sees that it returns soon after its context has ended.
// The life of the game is a context that lasts for the patience of the kit.
func (g *game) call(ctx context.Context, f func(context.Context)) {
	var end context.CancelFunc
	if ctx == g.life {
		ctx, end = context.WithTimeout(g.life, g.patience)
		defer end()
	}
	done := make(chan struct{})
	go func() { defer close(done); f(ctx) }()
	select {
	case <-done:
		return
	case <-ctx.Done():
	}
	late := time.NewTimer(g.patience)
	defer late.Stop()
	select {
	case <-done:
	case <-late.C:
		g.broken(6, "a method did not return within %v of the end of its context", g.patience)
	}
}

// try commits once, and judges the answer. certain is a conflict.
func (g *game) try(ctx context.Context, a *attempt) (now store.Revision, certain bool, err error) {
	g.call(ctx, func(ctx context.Context) { now, err = g.s.Commit(ctx, a.key, a.was, a.given) })
	certain = errors.Is(err, store.ErrConflict)
	g.judge(g.answered(a, now, err, certain))
	if errors.Is(err, store.ErrInvalid) {
		g.broken(6, "%v: what is valid was answered with %v", a.key, err)
	}
	return now, certain, err
}

// load reads once. there says whether there is a record, as far as is known.
func (g *game) load(key store.Key) (v value, rev store.Revision, there, known bool) {
	var r store.Record
	var err error
	g.call(g.life, func(ctx context.Context) { r, err = g.s.Load(ctx, key) })
	switch {
	case errors.Is(err, store.ErrMissing):
		return value{}, 0, false, true
	case err != nil:
		return value{}, 0, false, false
	}
	v, b := g.read(key, r, 3)
	g.judge(b)
	return v, r.Revision, true, true
}

// until tries again until something is so; for as long as it is patient.
func (g *game) until(d duty, why string, so func() bool) {
	late := time.Now().Add(g.patience)
	for wait := 10 * time.Microsecond; !so(); wait = min(2*wait, 5*time.Millisecond) {
		g.check()
		if time.Now().After(late) {
			g.broken(d, "%s, and in %v it was not so", why, g.patience)
		}
		g.pause(wait)
	}
}

// pause lets time pass, unless the case ends.
func (g *game) pause(d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-g.failed:
	}
}

// state is a record as the case knows it to be.
type state struct {
	key store.Key
	rev store.Revision // 0: it is not there
	n   int            // the number of the state
}

// none is a record that was never there.
func none(kind, id string) state { return state{key: store.Key{Kind: kind, ID: id}} }

// set puts a new state in the place of one that nobody else changes, and is not
// content before that is so. pad is what is kept beside.
func (g *game) set(x state, pad ...byte) state { return g.setAs(1, x, pad...) }

// setAs is set, in a case where it is about another duty when it comes to nothing.
func (g *game) setAs(d duty, x state, pad ...byte) state {
	next := state{key: x.key, n: x.n + 1}
	was := x.rev
	g.until(d, x.key.String()+": a record whose revision was named was to be changed", func() bool {
		now, _, err := g.try(g.life, g.ask(x.key, was, next.n, &value{Pad: pad}, false))
		if err == nil {
			next.rev = now
			return true
		}
		v, rev, there, _ := g.load(x.key) // the answer may have been lost
		if there && x.rev == 0 && v.N < next.n && g.lateNow(v, rev) {
			was = rev // in the place of what has come late
		}
		next.rev = rev
		return there && v.N == next.n
	})
	g.want(next.key, next.rev)
	return next
}

// remove is set, for a removal. That a record is missing may be old news, so it
// is believed when it is heard several times.
func (g *game) remove(x state) state {
	next := state{key: x.key, n: x.n + 1}
	missing := 0
	g.until(1, x.key.String()+": a record whose revision was named was to be removed", func() bool {
		if _, _, err := g.try(g.life, g.ask(x.key, x.rev, next.n, nil, false)); err == nil {
			return true
		}
		v, rev, there, known := g.load(x.key)
		switch {
		case there && rev != x.rev && g.lateNow(v, rev):
			return true // removed, and then something has come late
		case known && !there:
			missing++
		default:
			missing = 0
		}
		return missing > 10
	})
	return next
}

// refused commits against a revision that is gone, until the answer is certain. v
// nil removes.
func (g *game) refused(key store.Key, was store.Revision, n int, v *value) {
	g.until(1, key.String()+": a commit against a revision that is gone was to be a conflict", func() bool {
		var next *value
		if v != nil {
			next = &value{Pad: v.Pad}
		}
		_, certain, _ := g.try(g.life, g.ask(key, was, n, next, true))
		return certain
	})
}

// is reads until the state is the one that it must be.
func (g *game) is(d duty, x state) {
	g.until(d, x.key.String()+": the record was to be as it was made", func() bool {
		v, rev, there, known := g.load(x.key)
		if x.rev == 0 {
			return known && !there || there && g.lateNow(v, rev)
		}
		return there && v.N == x.n && rev == x.rev
	})
}
