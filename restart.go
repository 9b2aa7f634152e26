package callcontrol

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
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
		c.log.Warn(EventStoreAway, "error", err)
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
	for _, p := range c.desks.all() { // who looked before
		p.version.Add(c.firstVersion())
	}
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
		if p.record() != nil {
			c.changed(p, p.record())
		}
	}
	for _, p := range c.desks.all() { // for interactions that have not named him, and never will
		if r := p.record(); r != nil {
			for _, held := range r.Reserved {
				c.release(p, &call{id: held.Call})
			}
		}
	}
	c.reconcile(c.life)
	if err := c.life.Err(); err != nil {
		return err
	}
	close(c.ready)
	return nil
}

// load reads every record. What was read before an error came is not lost: a
// watch begins anew, and tells again.
func (c *Center) load() ([]*call, error) {
	found := map[telephony.CallID]*record.Interaction{}
	for tries := 1; ; tries++ {
		done := false
		var failed error
		for change, err := range c.cfg.Store.Watch(c.life) {
			if err != nil {
				failed = err
				break
			}
			if done = change.Current; done {
				break
			}
			if change.Gone {
				continue
			}
			if err := c.readRecord(change.Record, found); err != nil {
				return nil, err
			}
		}
		if done {
			break
		}
		c.log.Warn(EventStoreAway, "error", failed)
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

// readRecord takes one record in.
func (c *Center) readRecord(row store.Record, found map[telephony.CallID]*record.Interaction) error {
	var err error
	switch row.Key.Kind {
	case record.KindInteraction:
		var r *record.Interaction
		if r, err = c.decoder.Interaction(row.Data); err == nil {
			r.Kept = row.Revision
			if id := telephony.CallID(row.Key.ID); r.Contact.ID != id {
				err = fmt.Errorf("%w: it is of another interaction", ErrCorrupt)
			} else {
				found[id] = r
			}
		}
	case record.KindAgent:
		var a *record.Agent
		if a, err = c.decoder.Agent(row.Data); err == nil {
			a.Kept = row.Revision
			p, _ := c.presence(agent.ID(row.Key.ID))
			p.rec.Store(a)
			c.joined.Store(max(c.joined.Load(), a.Joined))
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
	wanted := glance{want: interaction.Want{}}
	k.mu.Lock()
	if t := k.rec.Tasks; len(t) > 0 {
		k.told = t[0].N - 1
	} else {
		k.told = k.rec.Told
	}
	c.committed(k, &wanted, &input{kind: looking}, &callflow.Effects{})
}

// follow watches whether another Center has taken over.
func (c *Center) follow(ctx context.Context) {
	for tries := 1; ctx.Err() == nil; tries++ {
		for change, err := range c.cfg.Store.Watch(ctx) {
			if err != nil {
				break
			}
			if change.Key != record.CentreKey || change.Gone || change.Current {
				continue
			}
			if owner, err := c.decoder.Centre(change.Data); err == nil && owner.Epoch > c.epoch || errors.Is(err, ErrNewer) {
				c.replaced()
			}
		}
		pause(ctx, tries)
	}
}

// replaced stops this Center, because another one has taken over.
func (c *Center) replaced() {
	err := error(ErrReplaced)
	if c.lost.CompareAndSwap(nil, &err) {
		c.log.Error(EventReplaced, "epoch", c.epoch)
		c.end()
	}
}

// firstVersion is what a desktop's versions begin after: those of a later Center
// are greater than those of an earlier one, so that a page never takes an old
// view for a new one.
func (c *Center) firstVersion() uint64 { return (c.epoch - 1) << 32 }
