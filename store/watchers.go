package store

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"slices"
	"sync"
	"sync/atomic"
)

// Watchers is the watching half of an implementation (duty 4): who commits says
// which key has changed, and each watch reads that record when it comes to it.
// A watch holds at most one entry for a key, however often it changes, so a slow
// watcher is bounded and keeps nobody waiting.
//
// The zero Watchers is ready. It may be used by several goroutines at once.
type Watchers struct {
	all atomic.Pointer[[]*watch] // replaced, never changed: Changed takes no lock of its own
	mu  sync.Mutex               // held to replace it
	end error                    // set by End
}

// Changed tells every watch that a record has changed or gone. It is called after
// every commit that was made, as soon as a load gives what was committed and not
// before, and never blocks.
func (w *Watchers) Changed(key Key) {
	if all := w.all.Load(); all != nil {
		for _, x := range *all {
			x.add(key)
		}
	}
}

// End breaks off every watch, now and from now on, with an error: the store is
// closed. The first End counts.
func (w *Watchers) End(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.end != nil || err == nil {
		return
	}
	w.end = err
	if all := w.all.Load(); all != nil {
		for _, x := range *all {
			close(x.over)
		}
	}
}

// Watch is the Watch of a store whose keys gives every key that is there, in any
// order, and whose load gives a record as it is now, or ErrMissing. Both are
// called when somebody ranges, by his goroutine; an error of theirs ends the watch.
// So does the context, whose error is its last word.
func (w *Watchers) Watch(ctx context.Context, keys func() ([]Key, error), load func(Key) (Record, error)) iter.Seq2[Change, error] {
	return func(yield func(Change, error) bool) {
		x := &watch{changed: map[Key]struct{}{}, more: make(chan struct{}, 1), over: make(chan struct{})}
		err := w.join(x)
		defer w.leave(x) // whatever ends the loop, and also when its body panics
		if err == nil {
			err = x.tell(ctx, keys, load, yield)
		}
		if errors.Is(err, errOver) {
			err = w.why()
		}
		if err != nil {
			yield(Change{}, err)
		}
	}
}

// join comes before the keys are read: what changes after that is told as a
// change, and nothing falls between the two.
func (w *Watchers) join(x *watch) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.end != nil {
		return w.end
	}
	w.replace(func(all []*watch) []*watch { return append(all, x) })
	return nil
}

func (w *Watchers) leave(x *watch) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.replace(func(all []*watch) []*watch {
		return slices.DeleteFunc(all, func(y *watch) bool { return x == y })
	})
}

// replace changes a copy. The lock is held.
func (w *Watchers) replace(change func([]*watch) []*watch) {
	var all []*watch
	if old := w.all.Load(); old != nil {
		all = slices.Clone(*old)
	}
	all = change(all)
	w.all.Store(&all)
}

func (w *Watchers) why() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.end
}

// watch is one watcher's list of what he has not read.
type watch struct {
	mu      sync.Mutex
	changed map[Key]struct{}
	queue   []Key // oldest first; a key that is not in changed any more has been told
	more    chan struct{}
	over    chan struct{} // closed by End
}

// errOver says that End was called. It is never given out: what End was given is.
var errOver = errors.New("store: the watch is over")

func (x *watch) add(key Key) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if _, known := x.changed[key]; known {
		return
	}
	x.changed[key] = struct{}{}
	x.queue = append(x.queue, key)
	select {
	case x.more <- struct{}{}:
	default:
	}
}

// forget says that a record is about to be read: a change from now on is new.
func (x *watch) forget(key Key) {
	x.mu.Lock()
	defer x.mu.Unlock()
	delete(x.changed, key)
}

// next takes the key that has waited longest.
func (x *watch) next() (Key, bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for i, key := range x.queue {
		if _, waits := x.changed[key]; waits {
			delete(x.changed, key)
			x.queue = x.queue[i+1:]
			return key, true
		}
	}
	x.queue = nil
	return Key{}, false
}

// tell is the watch. Because it reads one record after the other, and always as
// it is now, it never tells an older one after a newer one.
func (x *watch) tell(ctx context.Context, keys func() ([]Key, error), load func(Key) (Record, error), yield func(Change, error) bool) error {
	there, err := keys()
	if err != nil {
		return err
	}
	slices.SortFunc(there, func(a, b Key) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID))
	})
	for _, key := range there {
		x.forget(key)
		c, err := x.read(ctx, key, load)
		switch {
		case err != nil:
			return err
		case c.Gone: // it was never told as there
		case !yield(c, nil):
			return nil
		}
	}
	if !yield(Change{Current: true}, nil) {
		return nil
	}
	for {
		key, waits := x.next()
		if !waits {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-x.over:
				return errOver
			case <-x.more:
			}
			continue
		}
		c, err := x.read(ctx, key, load)
		if err != nil {
			return err
		}
		if !yield(c, nil) {
			return nil
		}
	}
}

// read is a record as it is now, unless the watch is over.
func (x *watch) read(ctx context.Context, key Key, load func(Key) (Record, error)) (Change, error) {
	select {
	case <-x.over:
		return Change{}, errOver
	default:
	}
	if err := ctx.Err(); err != nil {
		return Change{}, err
	}
	r, err := load(key)
	if errors.Is(err, ErrMissing) {
		return Change{Record: Record{Key: key}, Gone: true}, nil
	}
	return Change{Record: r}, err
}
