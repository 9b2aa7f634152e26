package remote

import (
	"context"
	"sync"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// window is how many events a server may send that are not acknowledged, and
// so all that an inbox has to hold.
const window = 256

// numbered is an event with the number under which it is acknowledged.
type numbered struct {
	id    uint64
	event telephony.Event
}

// inbox holds the events of one Run that its sink has not taken. Each call has
// a lane of its own: an event that was refused keeps back the later ones of
// its call (duty 1), and nobody else's.
type inbox struct {
	pause func(n int) time.Duration // how long a lane rests after its n-th refusal in a row
	wake  chan struct{}             // holds one when something has changed

	mu    sync.Mutex
	held  map[uint64]bool
	lanes map[telephony.CallID]*lane
	turns []*lane // those that may go on, in turn
	rest  []*lane // those that were refused
	err   error   // why there is no more
}

type lane struct {
	events   []numbered
	refusals int
	until    time.Time
}

func newInbox(pause func(int) time.Duration) *inbox {
	return &inbox{pause: pause, wake: make(chan struct{}, 1), held: map[uint64]bool{}, lanes: map[telephony.CallID]*lane{}}
}

// push adds an event. One that is held already has come again over another
// connection, and is not told twice. It reports whether there was room.
func (b *inbox) push(n numbered) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.held[n.id] {
		return true
	}
	if len(b.held) >= window {
		return false
	}
	b.held[n.id] = true
	l := b.lanes[n.event.Call]
	if l == nil {
		l = &lane{}
		b.lanes[n.event.Call] = l
		b.turns = append(b.turns, l)
	}
	l.events = append(l.events, n)
	b.signal()
	return true
}

// fail ends the inbox: no more is told, and what it holds comes again.
func (b *inbox) fail(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.err == nil {
		b.err = err
	}
	b.signal()
}

func (b *inbox) signal() {
	select {
	case b.wake <- struct{}{}:
	default:
	}
}

// next is the lane whose first event is to be delivered now. Without one, rest
// says after how long there may be one; 0 is for as long as nothing changes.
func (b *inbox) next(now time.Time) (l *lane, n numbered, rest time.Duration, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.err != nil {
		return nil, n, 0, b.err
	}
	var still []*lane
	for _, l := range b.rest {
		if wait := l.until.Sub(now); wait > 0 {
			still = append(still, l)
			if rest == 0 || wait < rest {
				rest = wait
			}
		} else {
			b.turns = append(b.turns, l)
		}
	}
	b.rest = still
	if len(b.turns) == 0 {
		return nil, n, rest, nil
	}
	l = b.turns[0]
	b.turns = b.turns[1:]
	return l, l.events[0], 0, nil
}

// refused puts a lane that next gave aside for a while.
func (b *inbox) refused(l *lane, now time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	l.until = now.Add(b.pause(l.refusals))
	l.refusals++
	b.rest = append(b.rest, l)
}

// took takes the first event out of a lane that next gave.
func (b *inbox) took(l *lane) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.held, l.events[0].id)
	call := l.events[0].event.Call
	l.events, l.refusals = l.events[1:], 0
	if len(l.events) == 0 {
		delete(b.lanes, call)
		return
	}
	b.turns = append(b.turns, l)
}

// await returns when something has changed, rest is over, or the context ends.
func (b *inbox) await(ctx context.Context, rest time.Duration) {
	var over <-chan time.Time
	if rest > 0 {
		t := time.NewTimer(rest)
		defer t.Stop()
		over = t.C
	}
	select {
	case <-b.wake:
	case <-over:
	case <-ctx.Done():
	}
}
