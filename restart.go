package callcontrol

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// ErrReplaced says that another Center has begun to work with the store, and that
// this one has stopped. Its calls go on there.
var ErrReplaced = errors.New("callcontrol: another Center has taken over the store")

// RecordError says which record of the store cannot be read, and why. A record
// that is corrupt is left where it is, logged, and done without; one of a newer
// version keeps a Center from beginning, for it would lose what it does not
// understand.
type RecordError struct {
	Key store.Key
	Err error // matches ErrCorrupt or ErrNewer
}

// The reasons of a RecordError.
var (
	ErrCorrupt = record.ErrCorrupt
	ErrNewer   = record.ErrNewer
)

// Error names the record.
func (e *RecordError) Error() string { return fmt.Sprintf("callcontrol: %s: %v", e.Key, e.Err) }

// Unwrap is the reason.
func (e *RecordError) Unwrap() error { return e.Err }

// begin takes the store over and goes on where the last Center ended: records
// first, then what is really there, then what is overdue.
func (c *Center) begin() error {
	epoch, err := c.decoder.TakeOver(c.life, c.cfg.Store, c.me, func(err error) error {
		c.log.Warn(EventStoreAway, "error", hosts("the store", err))
		if !pause(c.life, 6) {
			return c.life.Err()
		}
		return nil
	})
	if err != nil {
		if errors.Is(err, ErrCorrupt) || errors.Is(err, ErrNewer) {
			return &RecordError{record.CentreKey, err}
		}
		return err
	}
	c.epoch = epoch
	c.first.Store((epoch - 1) << 32)
	began := time.Now()
	calls, err := c.load()
	if err != nil {
		return err
	}
	c.log.Info(EventRecordsRead, "interactions", len(calls), "epoch", c.epoch, "took", time.Since(began))
	for _, k := range calls {
		c.restored(k)
	}
	for _, p := range c.desks.all() {
		r := p.record()
		if r == nil {
			continue
		}
		c.changed(p, r)
		for _, held := range r.Reserved { // for interactions that have not named him, and never will
			c.release(p, &call{id: held.Call})
		}
	}
	c.reconcile(c.life)
	if err := c.life.Err(); err != nil {
		return err
	}
	close(c.ready)
	return nil
}

// load reads every record, and leaves a watch that goes on with what changes.
// What was read before an error came is not lost: a watch that begins anew tells
// it again.
func (c *Center) load() ([]*call, error) {
	found := map[telephony.CallID]*record.Interaction{}
	for tries := 1; ; tries++ {
		next, stop := iter.Pull2(c.cfg.Store.Watch(c.life))
		done, err := c.readAll(next, found)
		if done {
			c.watch, c.unwatch = next, stop
			break
		}
		stop()
		var bad *RecordError
		if errors.As(err, &bad) {
			return nil, err
		}
		c.log.Warn(EventStoreAway, "error", hosts("the store", err))
		if !pause(c.life, tries) {
			return nil, c.life.Err()
		}
	}
	var calls []*call
	for id, r := range found {
		k := c.newCall(id, r.Seq)
		k.rec = r
		calls = append(calls, k)
	}
	slices.SortFunc(calls, func(a, b *call) int { return cmp.Or(cmp.Compare(a.seq, b.seq), cmp.Compare(a.id, b.id)) })
	for i, k := range calls {
		k.seq = uint64(i + 1) // no two are alike, whatever the records say
		c.calls.put(k.id, k)
		c.placed.Add(int64(k.rec.Contact.Calls()))
	}
	latest := time.Time{}
	for _, k := range calls {
		latest = later(latest, k.rec.At)
	}
	for _, p := range c.desks.all() {
		if r := p.record(); r != nil {
			latest = later(latest, r.At)
		}
	}
	if behind := c.clock.NotBefore(latest); behind > 0 {
		c.log.Warn(EventClockBehind, "by", behind)
	}
	c.live.Store(int64(len(calls)))
	c.arrivals.Store(uint64(len(calls)))
	return calls, nil
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// readAll reads until a watch has told everything that was there. The records are
// decoded by as many goroutines as there are processors.
func (c *Center) readAll(next func() (store.Change, error, bool), found map[telephony.CallID]*record.Interaction) (done bool, err error) {
	rows := make(chan store.Record, 256)
	var g errgroup.Group
	var mu sync.Mutex // of found, and of what is worst
	for range runtime.GOMAXPROCS(0) {
		g.Go(func() error {
			var worst error
			for row := range rows {
				if err := c.readRecord(row, &mu, found); err != nil {
					worst = err
				}
			}
			return worst
		})
	}
	for !done && err == nil {
		change, failed, ok := next()
		switch {
		case failed != nil:
			err = failed
		case !ok:
			err = errWatchEnded
		case change.Current:
			done = true
		case !change.Gone:
			rows <- change.Record
		}
	}
	close(rows)
	if newer := g.Wait(); newer != nil {
		return false, newer
	}
	return done, err
}

var errWatchEnded = errors.New("callcontrol: the store's watch has ended")

// readRecord takes one record in.
func (c *Center) readRecord(row store.Record, mu *sync.Mutex, found map[telephony.CallID]*record.Interaction) error {
	var err error
	switch row.Key.Kind {
	case record.KindInteraction:
		var r *record.Interaction
		if r, err = c.decoder.Interaction(row.Data); err == nil {
			r.Kept = row.Revision
			if id := telephony.CallID(row.Key.ID); r.Contact.ID != id {
				err = fmt.Errorf("%w: it is of another interaction", ErrCorrupt)
			} else {
				mu.Lock()
				found[id] = r
				mu.Unlock()
			}
		}
	case record.KindAgent:
		var a *record.Agent
		if a, err = c.decoder.Agent(row.Data); err == nil {
			a.Kept = row.Revision
			p, _ := c.presence(agent.ID(row.Key.ID))
			p.rec.Store(a)
			mu.Lock()
			c.joined.Store(max(c.joined.Load(), a.Joined))
			mu.Unlock()
		}
	}
	switch {
	case errors.Is(err, ErrNewer):
		return &RecordError{row.Key, err}
	case err != nil:
		c.log.Error(EventRecordUnreadable, "key", row.Key.String(), "error", err)
	}
	return nil
}

// restored does for a record what was perhaps not done any more when it was
// committed.
func (c *Center) restored(k *call) {
	k.mu.Lock()
	if t := k.rec.Tasks; len(t) > 0 {
		k.told = t[0].N - 1
	} else {
		k.told = k.rec.Told
	}
	c.committed(k, &glance{}, k.rec.Orders, &input{kind: looking}, &callflow.Effects{})
}

// follow watches what is committed: another Center that takes over, and a commit
// of our own that was given up and has been made after all.
func (c *Center) follow(ctx context.Context) {
	for tries := 1; ctx.Err() == nil; tries++ {
		for {
			change, err, ok := c.watch()
			if err != nil || !ok {
				break
			}
			c.noticed(change)
		}
		c.unwatch()
		if pause(ctx, tries) {
			c.watch, c.unwatch = iter.Pull2(c.cfg.Store.Watch(ctx))
		}
	}
}

// noticed looks whether a change is news.
func (c *Center) noticed(change store.Change) {
	if change.Gone || change.Current {
		return
	}
	switch change.Key.Kind {
	case record.KindCentre:
		if owner, err := c.decoder.Centre(change.Data); err == nil && owner.Epoch > c.epoch || errors.Is(err, ErrNewer) {
			c.replaced()
		}
	case record.KindInteraction:
		if k, ok := c.calls.get(telephony.CallID(change.Key.ID)); ok {
			kept := func() (now store.Revision) {
				k.read(func(r *record.Interaction) { now = r.Kept })
				return now
			}
			c.verify(k.turn, &k.doubt, change.Revision, kept, func() { _ = c.step(k, &input{kind: looking}) })
		}
	case record.KindAgent:
		if p, ok := c.desks.get(agent.ID(change.Key.ID)); ok {
			kept := func() (now store.Revision) {
				if r := p.record(); r != nil {
					now = r.Kept
				}
				return now
			}
			c.verify(p.turn, &p.doubt, change.Revision, kept, func() {
				_ = c.change(p, func(time.Time, *record.Agent, *agent.Output) error { return errNothing })
			})
		}
	}
}

// verify looks at a record whose revision is not the one that we have, once
// nobody is about to change it. Mostly it is a commit of ours that has just been
// made.
func (c *Center) verify(t turn, doubt *bool, rev store.Revision, kept func() store.Revision, look func()) {
	if kept() == rev {
		return
	}
	c.workers.Go(func() {
		if t.take(c.life) != nil {
			return
		}
		news := kept() != rev
		if news {
			*doubt = true
		}
		t.give()
		if news {
			look()
		}
	})
}

// replaced stops this Center, because another one has taken over.
func (c *Center) replaced() {
	err := error(ErrReplaced)
	if c.lost.CompareAndSwap(nil, &err) {
		c.log.Error(EventReplaced, "epoch", c.epoch)
		c.end()
	}
}
