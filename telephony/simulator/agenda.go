package simulator

import "time"

// agenda is what is due, the earliest first; what is due at the same moment
// comes in the order of its serial numbers. It is a binary heap.
type agenda[T any] struct {
	items []due[T]
}

type due[T any] struct {
	at     time.Time
	serial uint64
	what   T
}

func (d *due[T]) before(e *due[T]) bool {
	if !d.at.Equal(e.at) {
		return d.at.Before(e.at)
	}
	return d.serial < e.serial
}

func (a *agenda[T]) add(at time.Time, serial uint64, what T) {
	a.items = append(a.items, due[T]{at, serial, what})
	for i := len(a.items) - 1; i > 0; {
		up := (i - 1) / 2
		if !a.items[i].before(&a.items[up]) {
			return
		}
		a.items[i], a.items[up] = a.items[up], a.items[i]
		i = up
	}
}

// first is when the earliest is due; false when there is nothing.
func (a *agenda[T]) first() (time.Time, bool) {
	if len(a.items) == 0 {
		return time.Time{}, false
	}
	return a.items[0].at, true
}

// take removes the earliest if it is due by now.
func (a *agenda[T]) take(now time.Time) (due[T], bool) {
	if at, ok := a.first(); !ok || at.After(now) {
		return due[T]{}, false
	}
	top, end := a.items[0], len(a.items)-1
	a.items[0], a.items[end] = a.items[end], due[T]{}
	a.items = a.items[:end]
	for i := 0; ; {
		down := 2*i + 1
		if down >= end {
			return top, true
		}
		if right := down + 1; right < end && a.items[right].before(&a.items[down]) {
			down = right
		}
		if !a.items[down].before(&a.items[i]) {
			return top, true
		}
		a.items[i], a.items[down] = a.items[down], a.items[i]
		i = down
	}
}
