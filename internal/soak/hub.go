package soak

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"time"
)

// hub has the centre that is under test now, and puts another one in its place
// when it has been killed.
type hub struct {
	plant  Plant
	ledger *ledger

	mu      sync.Mutex
	now     Centre
	changed chan struct{} // closed when now changes
	closed  bool
	hold    sync.Mutex // held while no other centre is to begin
	next    shot       // of the next one, already while it begins
}

func newHub(p Plant, l *ledger) *hub { return &hub{plant: p, ledger: l, changed: make(chan struct{})} }

// current waits for the centre under test; false when there is none any more.
func (h *hub) current(ctx context.Context) (Centre, bool) {
	for {
		h.mu.Lock()
		c, changed, closed := h.now, h.changed, h.closed
		h.mu.Unlock()
		if c != nil || closed {
			return c, c != nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return nil, false
		}
	}
}

func (h *hub) put(c Centre, closed bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.now, h.closed = c, h.closed || closed
	close(h.changed)
	h.changed = make(chan struct{})
}

// run begins centres, one after the other, until ctx ends and the last one has.
func (h *hub) run(ctx context.Context) {
	defer h.put(nil, true)
	for n := 1; ; n++ {
		h.mayBegin()
		c, ok := h.begin(n)
		if !ok {
			return
		}
		h.put(c, false)
		select {
		case <-c.dead():
		case <-ctx.Done():
			c.kill(atOnce, 0)
		}
		h.put(nil, false)
		if ctx.Err() != nil {
			if _, err := c.end(); err != nil {
				h.fails(err.Error())
			}
			return
		}
		h.ended(c)
	}
}

// mayBegin waits while somebody holds the next centre back.
func (h *hub) mayBegin() {
	h.hold.Lock()
	defer h.hold.Unlock()
}

// begin starts a centre and waits until it can be asked. One that is killed on
// the way is followed by another.
func (h *hub) begin(n int) (Centre, bool) {
	for {
		began := time.Now()
		h.ledger.mu.Lock()
		h.ledger.centre++
		h.ledger.mu.Unlock()
		c, err := h.plant.Start()
		if err != nil {
			h.fails(sprint("centre %d does not start: %v", n, err))
			return nil, false
		}
		if k, early := h.early(); early {
			c.kill(k.when, k.n)
		}
		within, cancel := context.WithTimeout(context.Background(), patience)
		err = c.Ready(within)
		cancel()
		if err == nil {
			h.ledger.mu.Lock()
			h.ledger.total.Longest = max(h.ledger.total.Longest, time.Since(began))
			h.ledger.mu.Unlock()
			return c, true
		}
		if !errors.Is(err, errKilled) {
			h.fails(sprint("centre %d does not begin: %v", n, err))
			c.kill(atOnce, 0)
			_, _ = c.end()
			return nil, false
		}
		h.ended(c)
	}
}

// errKilled: a centre was killed before it could be asked.
var errKilled = errors.New("soak: killed")

// ended waits until nothing is left of a centre that was killed, and notes when
// it was.
func (h *hub) ended(c Centre) {
	when, err := c.end()
	if err != nil {
		h.fails(err.Error())
	}
	h.ledger.mu.Lock()
	h.ledger.total.Kills++
	n := h.ledger.total.Kills
	h.ledger.mu.Unlock()
	h.ledger.mark(sprint("# kill %d: %s", n, when))
}

// killed is how many have been.
func (h *hub) killed() int {
	h.ledger.mu.Lock()
	defer h.ledger.mu.Unlock()
	return h.ledger.total.Kills
}

// early is when the centre that is just beginning is to be killed.
func (h *hub) early() (k shot, yes bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	k, h.next = h.next, shot{}
	return k, k.n > 0
}

// shot is one kill.
type shot struct {
	when moment
	n    int
}

func (h *hub) fails(why string) {
	h.ledger.mu.Lock()
	defer h.ledger.mu.Unlock()
	h.ledger.finds(Violation{Equation: Alive, Why: why})
}

// kills kills the centre as often as it is told to, evenly spread: at a commit
// or a command, here and there two of them one upon the other, so that the second
// falls where the first has not been taken over yet.
func (h *hub) kills(ctx context.Context, seed uint64, times int, over time.Duration) {
	r := chance(seed, "kills", 0)
	aim := func() shot { return shot{beforeCommit + moment(r.IntN(int(moments-beforeCommit))), 1 + r.IntN(20)} }
	apart, began := over*9/10/time.Duration(times+1), time.Now()
	for n := 1; h.killed() < times; n++ {
		wait := time.NewTimer(time.Until(began.Add(time.Duration(n) * apart)))
		select {
		case <-ctx.Done():
			return
		case <-wait.C:
		}
		c, ok := h.current(ctx)
		if !ok {
			return
		}
		if h.killed()+1 < times && r.IntN(4) == 0 {
			h.mu.Lock()
			h.next = aim()
			h.mu.Unlock()
		}
		k := aim()
		c.kill(k.when, k.n)
		select {
		case <-c.dead():
		case <-ctx.Done():
			return
		}
	}
}

// weight is what a centre adds to the heap, in bytes.
type weight struct {
	records uint64 // one that has just begun: the records, the agents, their desks
	watched uint64 // the one before, with the last view of every desk
}

// weigh takes the heap with and without a centre; nobody does anything
// meanwhile, and nobody looks at a desk of the one that has just begun.
func (h *hub) weigh(ctx context.Context, calm func()) (w weight) {
	c, ok := h.current(ctx)
	if !ok {
		return w
	}
	h.hold.Lock()
	defer h.hold.Unlock()
	w.watched = lighter(calm, func() {
		c.kill(atOnce, 0)
		<-c.dead()
		c = nil // who is weighed is not held on to
	})
	if c, ok = h.begin(0); ok {
		w.records = lighter(calm, func() {
			c.kill(atOnce, 0)
			h.ended(c)
			c = nil
		})
	}
	return w
}

// lighter is how much lighter the heap is after a centre has been killed, once
// all is calm.
func lighter(calm, kill func()) uint64 {
	calm()
	with := heap()
	kill()
	time.Sleep(settling)
	without := heap()
	return max(with, without) - without
}

// settling is for what is under way.
const settling = 300 * time.Millisecond

func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
