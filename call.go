package callcontrol

import (
	"sync"
	"sync/atomic"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// call is what this process knows of one interaction beside its record: who is
// at work on it, what the switch has been told, who waits. None of it is
// needed to go on after a crash.
type call struct {
	id    telephony.CallID
	seq   uint64 // order of arrival here
	queue string // the line of the default router that it stands in; the router's

	turn  turn // of who changes the record in a store
	doubt bool // rec may not be what is there; the turn's holder's

	// uncertain: nobody could say after a restart, or after a connection was lost,
	// whether the switch has it as it is here; until the switch says something.
	uncertain atomic.Bool

	unplaced atomic.Bool // it was to be offered, and the store was away; the default router's

	armed atomic.Int64 // when it is looked at next, in Unix nanoseconds; 0: not at all

	// mu is held for pure work on what is below and for nothing else: never
	// over a wait, nor over a call of the adapter or of the host.
	mu      sync.Mutex
	rec     *record.Interaction // as it was committed last; nil when it is gone
	telling bool                // somebody is at work on the tasks
	working bool                // somebody is at work on the orders
	routing bool                // somebody is telling the router
	reroute bool                // and has to tell him once more
	told    uint64              // the newest task that has been done
	sent    []sent              // orders that have been given at least once
	changed chan struct{}       // closed at the next commit; nil when nobody waits
	heard   chan struct{}       // closed when the next tasks have been done; nil when nobody waits
	missing []telephony.Leg     // which the switch did not have when it was asked
	missed  time.Time           // when they are given up
	saving  chan struct{}       // held by who saves variables: one at a time
	near    *presence           // of who was shown it last
}

// sent is one order on its way.
type sent struct {
	op      telephony.Op
	taken   bool
	tries   int
	takings int
	again   time.Time // when it is given again unless it has been answered
}

// tries is how often an order has been given. The caller holds the lock.
func (k *call) tries(op telephony.Op) int {
	for _, s := range k.sent {
		if s.op == op {
			return s.tries
		}
	}
	return 0
}

// read looks at the record; false when the interaction is gone. What it is
// given must not be kept, nor changed.
func (k *call) read(do func(*record.Interaction)) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.rec == nil {
		return false
	}
	do(k.rec)
	return true
}

// outcome is how a press ended, or what is closed when the record changes next.
// An interaction that is gone has overtaken what was asked of it.
func (k *call) outcome(press uint64) (o record.Outcome, over bool, next <-chan struct{}) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.rec == nil {
		return record.Outcome{N: press, Result: record.Overtaken}, true, nil
	}
	if o, over = k.rec.Outcome(press); over {
		return o, true, nil
	}
	if k.changed == nil {
		k.changed = make(chan struct{})
	}
	return o, false, k.changed
}

// index finds calls and desks by their ids; a look takes no lock.
type index[K ~string, V any] struct{ m sync.Map }

func newIndex[K ~string, V any]() *index[K, V] { return &index[K, V]{} }

func (x *index[K, V]) get(key K) (v V, ok bool) {
	a, ok := x.m.Load(key)
	if ok {
		v = a.(V)
	}
	return v, ok
}

// put adds an entry unless there is one; it gives the one that is there.
func (x *index[K, V]) put(key K, v V) (V, bool) {
	a, there := x.m.LoadOrStore(key, v)
	return a.(V), !there
}

func (x *index[K, V]) drop(key K) { x.m.Delete(key) }

func (x *index[K, V]) all() []V {
	var all []V
	for _, v := range x.m.Range {
		all = append(all, v.(V))
	}
	return all
}
