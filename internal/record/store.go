package record

import (
	"context"
	"errors"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// ErrConflict says that the record was changed meanwhile: nothing was
// committed, and the caller reads it again and decides anew. It is certain.
var ErrConflict = errors.New("record: conflict")

// ErrUnknown says that nobody knows whether the commit was made: the caller
// reads the record again and looks for its mark.
var ErrUnknown = errors.New("record: outcome unknown")

// ErrMissing says that there is no such record.
var ErrMissing = errors.New("record: missing")

// Revision counts the commits of a record: each makes the next one. 0 is a
// record that is not there yet.
type Revision uint64

// Mark tells one attempt to commit from every other: whoever does not know what
// came of his finds it in the record, or does not. The zero Mark is nobody's.
type Mark struct {
	By uint64 `json:"by"` // a Center of one process; at random
	N  uint64 `json:"n"`
}

// Head is what every record begins with.
type Head struct {
	Rev  Revision       // of this very value: a commit makes the next
	Mark Mark           // of the attempt that committed it
	Kept store.Revision // what the store calls this value; 0 where there is none
}

// Stamp is the record's head.
func (h *Head) Stamp() *Head { return h }

// The kinds of records in a store.
const (
	KindInteraction = "interaction" // by the id of the call
	KindAgent       = "agent"       // by his id
	KindCentre      = "centre"      // one: whose the others are
)

// Table keeps the records of one kind. What it is given and gives back is never
// changed by anybody.
type Table[K comparable, V any] interface {
	// Load reads a record; ErrMissing when there is none. It may be a little
	// stale: a commit tells.
	Load(ctx context.Context, key K) (*V, error)
	// Commit puts a record in the place of the one that it was cloned from; with
	// gone it removes it. ErrConflict and ErrUnknown are for the caller to go on
	// from; any other error says that it cannot be committed at all.
	Commit(ctx context.Context, key K, v *V, gone bool) error
}

// Interactions are the records of interactions in a store.
type Interactions struct {
	Store   store.Store
	Decoder *Decoder
}

func interactionKey(id telephony.CallID) store.Key {
	return store.Key{Kind: KindInteraction, ID: string(id)}
}

// Load is Table's.
func (t Interactions) Load(ctx context.Context, id telephony.CallID) (*Interaction, error) {
	row, err := load(ctx, t.Store, interactionKey(id))
	if err != nil {
		return nil, err
	}
	r, err := t.Decoder.Interaction(row.Data)
	if err != nil {
		return nil, err
	}
	r.Kept = row.Revision
	return r, nil
}

// Commit is Table's.
func (t Interactions) Commit(ctx context.Context, id telephony.CallID, r *Interaction, gone bool) (err error) {
	var data []byte
	if !gone {
		if data, err = r.Encode(); err != nil {
			return err
		}
	}
	r.Kept, err = commit(ctx, t.Store, interactionKey(id), r.Kept, data)
	return err
}

// Agents are the records of agents in a store.
type Agents struct {
	Store   store.Store
	Decoder *Decoder
}

func agentKey(id agent.ID) store.Key { return store.Key{Kind: KindAgent, ID: string(id)} }

// Load is Table's.
func (t Agents) Load(ctx context.Context, id agent.ID) (*Agent, error) {
	row, err := load(ctx, t.Store, agentKey(id))
	if err != nil {
		return nil, err
	}
	a, err := t.Decoder.Agent(row.Data)
	if err != nil {
		return nil, err
	}
	a.Kept = row.Revision
	return a, nil
}

// Commit is Table's.
func (t Agents) Commit(ctx context.Context, id agent.ID, a *Agent, gone bool) (err error) {
	var data []byte
	if !gone {
		if data, err = a.Encode(); err != nil {
			return err
		}
	}
	a.Kept, err = commit(ctx, t.Store, agentKey(id), a.Kept, data)
	return err
}

func load(ctx context.Context, s store.Store, key store.Key) (store.Record, error) {
	row, err := s.Load(ctx, key)
	if errors.Is(err, store.ErrMissing) {
		err = ErrMissing
	}
	return row, err
}

// commit gives the revision that is there now, or the one that was when it was
// not made.
func commit(ctx context.Context, s store.Store, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
	now, err := s.Commit(ctx, key, was, data)
	switch {
	case err == nil:
		return now, nil
	case errors.Is(err, store.ErrConflict):
		return was, ErrConflict
	case errors.Is(err, store.ErrInvalid):
		return was, err
	}
	return was, errors.Join(ErrUnknown, err)
}
