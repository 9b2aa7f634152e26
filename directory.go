package callcontrol

import (
	"context"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
)

// Directory is where the lists come from: agents' names, queues and entry
// points, the address book, experts (CON-3 to CON-6, CON-20). The live states
// of agents are the Center's own.
type Directory interface {
	// Lists fetches all of them. It may be slow and may fail: until it has
	// succeeded once every target is taken as it is named, and afterwards the
	// last lists serve. It never holds up a call.
	Lists(ctx context.Context) (target.Lists, error)
}

// StaticDirectory is a Directory that never changes.
type StaticDirectory target.Lists

// Lists are the lists.
func (d StaticDirectory) Lists(context.Context) (target.Lists, error) { return target.Lists(d), nil }

// Refresh fetches the lists anew (CON-7). Refreshes at the same time are one:
// each gets its outcome. An error leaves the lists as they were.
func (c *Center) Refresh(ctx context.Context) error {
	if c.cfg.Directory == nil {
		return nil
	}
	done := c.fetching.DoChan("lists", func() (any, error) {
		// The fetch is everybody's: no single caller's context ends it.
		lists, err := c.cfg.Directory.Lists(c.life)
		if err != nil {
			return nil, fmt.Errorf("callcontrol: the lists could not be fetched: %w", err)
		}
		d, err := target.New(lists)
		if err != nil {
			return nil, err
		}
		c.lists.Store(&d)
		return nil, nil
	})
	select {
	case <-ctx.Done():
		return ctx.Err()
	case r := <-done:
		return r.Err
	}
}

// Lists are the lists as they were fetched last, for search (CON-3 to CON-6);
// the zero Directory before.
func (c *Center) Lists() target.Directory {
	if d := c.lists.Load(); d != nil {
		return *d
	}
	return target.Directory{}
}

// States are the agents' states as they are whenever it is asked, for a search of
// whom a call can be consulted on or transferred to (CON-3, TRF-3).
func (c *Center) States() target.States { return surroundings{c: c} }
