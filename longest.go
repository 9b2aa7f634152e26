package callcontrol

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// longest is the default router: a contact goes, in order of arrival, to the
// agent of its queue who has been free longest. A preview contact waits until
// its campaign offers it (OUT-3). One goroutine decides, so that two contacts
// never race for one agent.
type longest struct {
	c    *Center
	poke chan struct{}

	mu      sync.Mutex
	waiting map[string][]waiting   // by queue, in order of arrival
	free    []freeAgent            // who could be offered something, longest first
	at      map[agent.ID]freeAgent // where each of them stands there
	fresh   []telephony.CallID     // contacts to be looked at
	freed   []agent.ID             // agents to be looked at
}

type waiting struct {
	seq  uint64
	call telephony.CallID
}

type freeAgent struct {
	since  time.Time
	joined uint64
	id     agent.ID
}

func (a freeAgent) compare(b freeAgent) int {
	return cmp.Or(a.since.Compare(b.since), cmp.Compare(a.joined, b.joined))
}

func newLongest(c *Center) *longest {
	return &longest{c: c, poke: make(chan struct{}, 1), waiting: map[string][]waiting{}, at: map[agent.ID]freeAgent{}}
}

func (l *longest) wake() {
	select {
	case l.poke <- struct{}{}:
	default:
	}
}

// wanted puts a contact in line, or takes it out.
func (l *longest) wanted(k *call, w Want) {
	l.mu.Lock()
	defer l.mu.Unlock()
	bySeq := func(x waiting, seq uint64) int { return cmp.Compare(x.seq, seq) }
	if k.queue != w.Queue || w.Reason == interaction.NotWanted {
		line := l.waiting[k.queue]
		if i, ok := slices.BinarySearchFunc(line, k.seq, bySeq); ok {
			if line = slices.Delete(line, i, i+1); len(line) == 0 {
				delete(l.waiting, k.queue)
			} else {
				l.waiting[k.queue] = line
			}
		}
	}
	if w.Reason == interaction.NotWanted {
		return
	}
	k.queue = w.Queue
	line := l.waiting[w.Queue]
	if i, ok := slices.BinarySearchFunc(line, k.seq, bySeq); !ok {
		l.waiting[w.Queue] = slices.Insert(line, i, waiting{k.seq, w.Call})
	}
	l.fresh = append(l.fresh, w.Call)
	l.wake()
}

// still looks once more at a contact that could not be offered because the store
// was away.
func (l *longest) still(k *call) {
	if !k.unplaced.Load() || !k.unplaced.Swap(false) {
		return
	}
	l.mu.Lock()
	l.fresh = append(l.fresh, k.id)
	l.wake()
	l.mu.Unlock()
}

// changed notes what an agent's state means for who is free. It looks at the
// state as it is now, so that two who come at once end up with the same.
func (l *longest) changed(p *presence) {
	l.mu.Lock()
	defer l.mu.Unlock()
	r := p.record()
	if old, was := l.at[p.id]; was {
		if i, ok := slices.BinarySearchFunc(l.free, old, freeAgent.compare); ok {
			l.free = slices.Delete(l.free, i, i+1)
		}
		delete(l.at, p.id)
	}
	if !mayHave(r.State) {
		return
	}
	at := freeAgent{r.State.Since(), r.Joined, p.id}
	i, _ := slices.BinarySearchFunc(l.free, at, freeAgent.compare)
	l.free = slices.Insert(l.free, i, at)
	l.at[p.id] = at
	l.freed = append(l.freed, p.id)
	l.wake()
}

func mayHave(s agent.State) bool {
	return s.MayBeOffered(agent.Voice) == nil || s.MayBeOffered(agent.Chat) == nil ||
		s.MayBeOffered(agent.Email) == nil || s.MayBeOffered(agent.Social) == nil
}

// again looks at every contact that waits.
func (l *longest) again() {
	l.mu.Lock()
	defer l.mu.Unlock()
	var all []waiting
	for _, line := range l.waiting {
		all = append(all, line...)
	}
	slices.SortFunc(all, func(a, b waiting) int { return cmp.Compare(a.seq, b.seq) })
	for _, w := range all {
		l.fresh = append(l.fresh, w.call)
	}
	l.wake()
}

// run decides until ctx ends.
func (l *longest) run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-l.poke:
		}
		l.mu.Lock()
		fresh, freed := l.fresh, l.freed
		l.fresh, l.freed = nil, nil
		l.mu.Unlock()
		for _, id := range fresh {
			l.place(ctx, id)
		}
		for _, id := range freed {
			for ctx.Err() == nil && l.feed(ctx, id) {
			}
		}
	}
}

// place offers one contact to who has been free longest; true when it did.
func (l *longest) place(ctx context.Context, id telephony.CallID) bool {
	k, err := l.c.find(ctx, id)
	if err != nil {
		return false
	}
	var denied []agent.ID
	for range maxTries {
		to := l.pick(k, denied)
		if to == "" {
			return false
		}
		err := l.c.Offer(ctx, id, to)
		if err == nil {
			return true
		}
		if errors.Is(err, ErrUnavailable) {
			k.unplaced.Store(true)
			l.c.wakeAt(k, l.c.now().Add(time.Second))
			return false
		}
		denied = append(denied, to) // who gets free again is looked at again
	}
	return false
}

// maxTries bounds how often somebody else may be quicker.
const maxTries = 16

// pick is who has been free longest among those who may have the contact, but
// for those who turned out not to; empty when there is none.
func (l *longest) pick(k *call, denied []agent.ID) (best agent.ID) {
	var since time.Time
	l.mu.Lock()
	defer l.mu.Unlock()
	k.read(func(r *record.Interaction) {
		c, around := &r.Contact, l.c.around()
		if !routed(c) {
			return
		}
		if q := l.c.settings.Load().Queues[c.Wanted()]; len(q.Agents) > 0 {
			for _, id := range q.Agents {
				if a, ok := around.Agent(id); ok && !slices.Contains(denied, id) && c.MayOffer(id, around) == nil && (best == "" || a.Since().Before(since)) {
					best, since = id, a.Since()
				}
			}
			return
		}
		for _, a := range l.free {
			if !slices.Contains(denied, a.id) && c.MayOffer(a.id, around) == nil {
				best = a.id
				return
			}
		}
	})
	return best
}

// routed: the contact waits for this router; a preview contact waits for its
// campaign (OUT-3).
func routed(c *callflow.Contact) bool {
	return c.Want.Reason != interaction.NotWanted && (c.State.Kind() != interaction.Preview || c.State.Customer() != 0)
}

// feed finds the contact that has waited longest of those that the agent may
// have; true when it was offered to somebody.
func (l *longest) feed(ctx context.Context, id agent.ID) bool {
	s, around := l.c.settings.Load(), l.c.around()
	a, _ := around.Agent(id)
	if !mayHave(a) {
		return false
	}
	// As he is now: were he to get free while the lines are looked through, he would
	// get who came later.
	around = l.c.aroundFor(&input{reserved: id, as: a})
	var first waiting
	l.mu.Lock()
	for queue, line := range l.waiting {
		if !s.serves(id, queue) {
			continue
		}
		for _, w := range line {
			if first.call != "" && w.seq > first.seq {
				break
			}
			k, err := l.c.find(l.c.life, w.call)
			if err != nil {
				continue
			}
			may := false
			k.read(func(r *record.Interaction) { may = routed(&r.Contact) && r.Contact.MayOffer(id, around) == nil })
			if may {
				first = w
				break
			}
		}
	}
	l.mu.Unlock()
	return first.call != "" && l.place(ctx, first.call)
}
