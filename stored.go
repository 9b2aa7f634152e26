package callcontrol

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// turn is the queue of those who want to change one record of a store: who has
// the turn gives it back when it is known what came of his commit. Nothing else
// is held meanwhile, nobody who has one waits for another, and no adapter,
// router or desk is called with it; so it cannot lock anybody up, only make him
// wait for the store, for which he would have to wait anyhow.
type turn chan struct{}

func (t turn) take(ctx context.Context) error {
	select {
	case t <- struct{}{}:
		return nil
	default:
	}
	select {
	case t <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (t turn) give() { <-t }

// swap is one change of a record in a store, from the record that was read
// last to the one that is committed.
type swap[K comparable, V any] struct {
	table record.Table[K, V]
	kind  string
	key   K
	head  func(*V) *record.Head
	doubt *bool // what was read last may not be what is there; the turn's holder's

	decide  func(was *V) (*V, error) // nil: nothing to change
	decided func()                   // called before a commit is asked for; may be nil
	read    func(now *V)             // somebody else's change was found, and is to be decided upon
}

// errRemoved says that the record is there no more.
var errRemoved = errors.New("callcontrol: the record was removed")

// commit decides and commits until it is known what came of it. The caller has
// the record's turn. On a conflict, or when nobody knows whether a commit was
// made, the record is read anew: where it bears the mark of one of the attempts
// that one was made, else everything is decided again. An error that matches
// ErrUnavailable says that the store was away for too long; what was asked may
// have been done all the same, when an attempt had been made.
func (h *swap[K, V]) commit(c *Center, was *V) (*V, error) {
	ctx, cancel := context.WithTimeout(c.life, c.cfg.Limits.Patience)
	defer cancel()
	var tried []record.Mark
	var decided []*V
	for tries := 0; ; tries++ {
		if tries > 1 && !pause(ctx, tries) {
			return nil, c.away(nil, len(tried) > 0)
		}
		if *h.doubt {
			now, err := h.table.Load(ctx, h.key)
			switch {
			case err == nil:
				if i := slices.Index(tried, h.head(now).Mark); i >= 0 {
					*h.doubt = false
					h.head(decided[i]).Kept = h.head(now).Kept
					return decided[i], nil
				}
				switch old := h.head(was).Rev; {
				case h.head(now).Rev < old: // stale
					continue
				case h.head(now).Rev > old:
					h.read(now)
					was = now
				}
			case errors.Is(err, record.ErrMissing) && h.head(was).Kept == 0:
			case errors.Is(err, record.ErrMissing):
				if tries > staleReads {
					return nil, errRemoved
				}
				continue
			case errors.Is(err, record.ErrCorrupt), errors.Is(err, record.ErrNewer):
				return nil, c.away(err, false)
			default:
				continue
			}
			*h.doubt = false
		}
		next, err := h.decide(was)
		if err != nil || next == nil {
			return nil, err
		}
		head := h.head(next)
		head.Rev, head.Mark = h.head(was).Rev+1, c.mark()
		began := time.Now()
		err = h.table.Commit(ctx, h.key, next, false)
		c.metrics.commit(h.kind, commitOutcome(err), time.Since(began))
		switch {
		case err == nil:
			return next, nil
		case errors.Is(err, record.ErrConflict):
			*h.doubt = true
		case errors.Is(err, record.ErrUnknown):
			*h.doubt = true
			tried, decided = append(tried, head.Mark), append(decided, next)
		default:
			return nil, c.away(err, false)
		}
	}
}

// staleReads is how often a record that was there has to be missing before it
// is believed: a store may read an older state for a moment.
const staleReads = 5

// errMaybe marks an ErrUnavailable that does not say that nothing was done.
var errMaybe = errors.New("callcontrol: nobody knows whether it was done")

// away is what those are told who asked for what the store would not do.
func (c *Center) away(err error, maybe bool) error {
	if err == nil {
		err = context.DeadlineExceeded
	}
	err = hosts("the store", err)
	if errors.Is(err, store.ErrInvalid) {
		return fmt.Errorf("%w: the record would be too large: %w", ErrInvalid, err)
	}
	if maybe {
		return fmt.Errorf("%w: %w: %w", ErrUnavailable, errMaybe, err)
	}
	return fmt.Errorf("%w: %w", ErrUnavailable, err)
}

// pause waits before another try; false when there is no time left.
func pause(ctx context.Context, tries int) bool {
	select {
	case <-time.After(min(10*time.Millisecond<<min(tries, 10), time.Second)):
		return true
	case <-ctx.Done():
		return false
	}
}

// mark is the next attempt's.
func (c *Center) mark() record.Mark { return record.Mark{By: c.me, N: c.marks.Add(1)} }

// apart does something that waits for a store, so that who asked waits no
// longer than his context: what he asked for goes on without him.
func apart[T any](ctx context.Context, c *Center, do func() (T, error)) (T, error) {
	if c.table == nil || ctx.Done() == nil {
		return do()
	}
	type answer struct {
		t   T
		err error
	}
	done := make(chan answer, 1)
	go func() {
		t, err := do()
		done <- answer{t, err}
	}()
	var zero T
	select {
	case a := <-done:
		return a.t, a.err
	case <-ctx.Done():
		return zero, &Pending{Err: ctx.Err()}
	}
}

// newCall is the call of a record.
func (c *Center) newCall(id telephony.CallID, seq uint64) *call {
	k := &call{id: id, seq: seq, saving: make(chan struct{}, 1)}
	if c.table != nil {
		k.turn = make(turn, 1)
	}
	return k
}

// openStored makes the record of a new interaction in the store. Where it is
// not known in the end whether there is one, an arrival comes again and finds
// it; what an agent has dialled is taken back, for he is told that it was not.
func (c *Center) openStored(k *call, r *record.Interaction, dialled bool) error {
	ctx, cancel := context.WithTimeout(c.life, c.cfg.Limits.Patience)
	defer cancel()
	var tried []record.Mark
	for tries := 0; tries <= 1 || pause(ctx, tries); tries++ {
		r.Mark = c.mark()
		began := time.Now()
		err := c.table.Commit(ctx, k.id, r, false)
		c.metrics.commit(record.KindInteraction, commitOutcome(err), time.Since(began))
		if err == nil {
			return nil
		}
		if !errors.Is(err, record.ErrConflict) && !errors.Is(err, record.ErrUnknown) {
			return c.away(err, false)
		}
		conflict := errors.Is(err, record.ErrConflict)
		if !conflict {
			tried = append(tried, r.Mark)
		}
		switch now, err := c.table.Load(ctx, k.id); {
		case err == nil && (slices.Contains(tried, now.Mark) || !dialled && now.Mark.By == c.me && now.Rev == 1):
			r.Head = now.Head
			return nil
		case err == nil:
			return record.ErrConflict
		case conflict && (errors.Is(err, record.ErrCorrupt) || errors.Is(err, record.ErrNewer)):
			return record.ErrConflict
		}
	}
	if dialled && len(tried) > 0 {
		go c.takeBack(k.id, tried)
	}
	return c.away(nil, false)
}

// takeBack removes a record that one of these attempts may have made, as soon as
// the store says.
func (c *Center) takeBack(id telephony.CallID, tried []record.Mark) {
	for tries := 0; tries < takenBack && pause(c.life, tries); tries++ {
		now, err := c.table.Load(c.life, id)
		switch {
		case err == nil && slices.Contains(tried, now.Mark):
			if c.table.Commit(c.life, id, now, true) == nil {
				return
			}
		case err == nil:
			return
		case !errors.Is(err, record.ErrMissing):
			tries = min(tries, 8) // away is no answer
		}
	}
}

// takenBack is how often a record has to be missing before nobody expects it any
// more.
const takenBack = 60

// removeStored removes a record from the store; false when it is to be tried
// again.
func (c *Center) removeStored(k *call) bool {
	if k.turn.take(c.life) != nil {
		return false
	}
	defer k.turn.give()
	var last *record.Interaction
	k.mu.Lock()
	last = k.rec
	k.mu.Unlock()
	if last == nil || k.doubt {
		return last == nil
	}
	ctx, cancel := context.WithTimeout(c.life, c.cfg.Limits.Patience)
	defer cancel()
	gone := record.Interaction{Head: last.Head}
	began := time.Now()
	err := c.table.Commit(ctx, k.id, &gone, true)
	c.metrics.commit(record.KindInteraction, commitOutcome(err), time.Since(began))
	if err != nil {
		k.doubt = true
		return false
	}
	return true
}

// lookAgain reads a record anew when what is there is in doubt.
func (c *Center) lookAgain(k *call) error {
	if c.table == nil {
		return nil
	}
	if k.turn.take(c.life) != nil {
		return ErrUnavailable
	}
	doubt := k.doubt
	k.turn.give()
	if !doubt {
		return nil
	}
	return c.step(k, &input{kind: looking})
}
