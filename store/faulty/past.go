package faulty

import (
	"sync"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// past remembers of each record what it was before it last changed, as far as
// this store has seen: what a stale load gives was certainly committed.
type past struct {
	mu      sync.Mutex
	records recent[store.Key, change]
}

// change is a record as it is, and as it was; revision 0 is one that is not there.
type change struct {
	before, now store.Record
}

// sees notes a record as it was committed or read just now.
func (p *past) sees(r store.Record) {
	p.mu.Lock()
	defer p.mu.Unlock()
	c, known := p.records.get(r.Key)
	if known && c.now.Revision == r.Revision {
		return
	}
	if !known {
		c.now = store.Record{Key: r.Key} // there was a time before the first commit
		if r.Revision == 0 {
			return
		}
	}
	p.records.put(r.Key, change{before: c.now, now: r})
}

// before is what a stale load gives.
func (p *past) before(key store.Key) (store.Record, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	c, known := p.records.get(key)
	return c.before, known
}
