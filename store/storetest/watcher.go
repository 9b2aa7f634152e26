package storetest

import (
	"context"
	"sync"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// watcher watches as a client does: when a watch breaks off it watches anew.
type watcher struct {
	g    *game
	slow func(store.Change) // called for each change, outside the lock; may be nil

	mu      sync.Mutex
	heard   map[store.Key]sight // what this watch has told
	must    []state             // what has to be told before Current
	current bool                // this watch has told what was there
	over    bool                // the goroutine has ended
}

// sight is what a watch has told last of a record.
type sight struct {
	n    int // the last state that was told
	gone bool
	late bool // it was told again after its end, by a creation that was late
}

// watch begins to watch, until the context or the case ends. there are records
// that exist already and are not removed meanwhile.
func (g *game) watch(ctx context.Context, slow func(store.Change), there ...state) *watcher {
	w := &watcher{g: g, slow: slow, must: there}
	g.beside(func() {
		defer func() { w.mu.Lock(); defer w.mu.Unlock(); w.over = true }()
		for ; ctx.Err() == nil; g.pause(time.Millisecond) {
			w.begin()
			for c, err := range g.s.Watch(ctx) {
				if err != nil {
					continue // it says that the watch is over
				}
				w.hear(c)
				if w.slow != nil {
					w.slow(c)
				}
			}
		}
	})
	return w
}

// need says anew what has to be told before Current.
func (w *watcher) need(there ...state) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.must = there
}

func (w *watcher) begin() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.heard, w.current = map[store.Key]sight{}, false
}

// hear judges a change.
func (w *watcher) hear(c store.Change) {
	w.mu.Lock()
	defer w.mu.Unlock()
	g := w.g
	last, told := w.heard[c.Key]
	switch {
	case c.Current:
		if c.Key != (store.Key{}) || c.Gone || c.Data != nil {
			g.broken(4, "the change with Current names a record")
		}
		if w.current {
			g.broken(4, "Current was told twice by one watch")
		}
		for _, x := range w.must {
			if _, told := w.heard[x.key]; !told {
				g.broken(4, "%v was there when the watch began, and was not told before Current", x.key)
			}
		}
		w.current = true
		return
	case c.Gone:
		if c.Data != nil {
			g.broken(4, "%v is gone, and was told with data", c.Key)
		}
		if told && !last.gone && !g.removalAsked(c.Key, last.n) {
			g.broken(4, "%v was told as gone, an older thing after a newer one: nobody has removed it since", c.Key)
		}
		w.heard[c.Key] = sight{n: last.n, gone: true, late: last.late}
		return
	}
	v, b := g.read(c.Key, c.Record, 4)
	g.judge(b)
	late := g.late(v, c.Revision)
	if told && !late && !last.late && (v.N < last.n || v.N == last.n && last.gone) {
		g.broken(4, "%v: state %d was told after state %d, or after its end", c.Key, v.N, last.n)
	}
	w.heard[c.Key] = sight{n: v.N, late: late}
}

// tells waits until everything is told as it is.
func (w *watcher) tells(all ...state) {
	w.g.until(4, "a watch was to tell what is so now", func() bool {
		w.mu.Lock()
		defer w.mu.Unlock()
		if !w.current {
			return false
		}
		for _, x := range all {
			s, told := w.heard[x.key]
			if x.rev == 0 && told && !s.gone && !s.late || x.rev != 0 && (!told || s.gone || s.n != x.n) {
				return false
			}
		}
		return true
	})
}

// ends waits until the watch has ended.
func (w *watcher) ends() {
	w.g.until(6, "a watch was to end with its context", func() bool {
		w.mu.Lock()
		defer w.mu.Unlock()
		return w.over
	})
}
