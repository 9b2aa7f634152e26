package callcontrol

import (
	"cmp"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
)

// presence is what this process knows of one agent beside his record: which
// interactions concern him, and who watches his desktop.
type presence struct {
	c   *Center
	id  agent.ID
	rec atomic.Pointer[record.Agent] // as it was committed last; nil before he first signed in

	turn  turn // of who changes the record in a store
	doubt bool // rec may not be what is there; the turn's holder's

	version   atomic.Uint64 // grows with everything that his desktop shows
	mu        sync.Mutex
	calls     []*call // in order of arrival
	watch     []chan struct{}
	signalled atomic.Bool          // the watchers have been, and nobody has looked since
	view      *View                // as it was built last
	seen      callflow.ContactView // scratch of who builds
}

// presence is the agent's; it is made when it is first asked for.
func (c *Center) presence(id agent.ID) (*presence, bool) {
	if p, ok := c.desks.get(id); ok {
		return p, false
	}
	return c.desks.put(id, c.newPresence(id))
}

func (c *Center) newPresence(id agent.ID) *presence {
	p := &presence{c: c, id: id}
	if c.table != nil {
		p.turn = make(turn, 1)
	}
	return p
}

func (p *presence) record() *record.Agent { return p.rec.Load() }

func (p *presence) keep(r *record.Agent) {
	for {
		old := p.rec.Load()
		if old != nil && old.Rev >= r.Rev || p.rec.CompareAndSwap(old, r) {
			return
		}
	}
}

// publish says that the desktop shows something else now. It builds nothing
// and waits for nobody: a watcher that does not look finds the latest view when
// he does. Where nobody has looked since the watchers were signalled last, each
// of them has a signal that he has not acted upon: ten thousand who have stopped
// reading cost nothing.
func (p *presence) publish() {
	p.version.Add(1)
	if p.signalled.Swap(true) {
		return
	}
	p.mu.Lock()
	for _, w := range p.watch {
		select {
		case w <- struct{}{}:
		default:
		}
	}
	p.mu.Unlock()
}

// concern notes whether an interaction is on the agent's desktop, as it is at
// this moment: of two who come at once the later one must not undo what the
// other has seen. It publishes.
func (p *presence) concern(k *call) {
	p.mu.Lock()
	is := false
	k.read(func(r *record.Interaction) { is = r.Contact.Concerns(p.id) })
	i, has := slices.BinarySearchFunc(p.calls, k.seq, func(x *call, seq uint64) int { return cmp.Compare(x.seq, seq) })
	switch {
	case is && !has:
		p.calls = slices.Insert(p.calls, i, k)
	case !is && has:
		p.calls = slices.Delete(p.calls, i, i+1)
	}
	p.mu.Unlock()
	p.publish()
}
