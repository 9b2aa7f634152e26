package record

import (
	"context"
	"errors"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// Centre is the one record that says whose the others are. Every Center that
// begins to work with a store makes its epoch the next one, and whoever finds a
// later epoch than his own in it has been replaced.
type Centre struct {
	Epoch uint64
	By    uint64 // Mark.By of whose it is
}

// CentreKey is where it is kept.
var CentreKey = store.Key{Kind: KindCentre, ID: "epoch"}

type centreDoc struct {
	Version int    `json:"version"`
	Epoch   uint64 `json:"epoch"`
	By      uint64 `json:"by"`
}

// Encode is the record as a store keeps it.
func (c Centre) Encode() ([]byte, error) {
	return sealed(KindCentre, centreDoc{version, c.Epoch, c.By})
}

// Centre reads what Encode gave: ErrCorrupt or ErrNewer for anything else.
func (*Decoder) Centre(data []byte) (Centre, error) {
	var doc centreDoc
	if err := open(KindCentre, data, &doc); err != nil {
		return Centre{}, err
	}
	return Centre{doc.Epoch, doc.By}, nil
}

// TakeOver makes the next epoch the caller's, and returns it. It tries until it
// has, or ctx ends, or the record cannot be read; wait is called between two
// tries.
func (d *Decoder) TakeOver(ctx context.Context, s store.Store, by uint64, wait func(error) error) (uint64, error) {
	for {
		was, now := Centre{}, store.Revision(0)
		row, err := s.Load(ctx, CentreKey)
		switch {
		case err == nil:
			if was, err = d.Centre(row.Data); err != nil {
				return 0, err
			}
			if was.By == by { // an attempt of which nobody had known
				return was.Epoch, nil
			}
			now = row.Revision
		case !errors.Is(err, store.ErrMissing):
			if err := wait(err); err != nil {
				return 0, err
			}
			continue
		}
		next := Centre{was.Epoch + 1, by}
		data, err := next.Encode()
		if err != nil {
			return 0, err
		}
		if _, err = s.Commit(ctx, CentreKey, now, data); err == nil {
			return next.Epoch, nil
		}
		if err := wait(err); err != nil {
			return 0, err
		}
	}
}
