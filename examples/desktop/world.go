package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// options are the flags.
type options struct {
	agents                int
	answer, pause, wrapUp time.Duration
}

// world is the whole demonstration: a switch with people at its phones, and the
// centre whose agents they talk with.
type world struct {
	sw      *simulator.Switch
	center  *callcontrol.Center
	agents  []target.Agent
	lists   target.Lists // but for AsOf
	changed bell         // rung when the panel may look different

	badSave, badFetch, badLists atomic.Bool // the next one fails

	mu     sync.Mutex
	people map[telephony.CallID]*person // the customers, also those who have left
	order  []telephony.CallID           // in which they came
	off    map[agent.ID]bool            // whose handset lies beside the phone
	slow   bool
	down   bool
}

func newWorld(o options) (*world, error) {
	if o.agents < 1 || o.agents > 1000 {
		return nil, fmt.Errorf("desktop: -agents: %d is not 1 to 1000", o.agents)
	}
	settings, err := settings(o)
	if err != nil {
		return nil, err
	}
	schema, err := cad.NewSchema(variables)
	if err != nil {
		return nil, err
	}
	w := &world{sw: simulator.New(simulator.Config{}), people: map[telephony.CallID]*person{}, off: map[agent.ID]bool{}}
	w.lists, err = lists(o.agents)
	if err != nil {
		return nil, err
	}
	w.agents = w.lists.Agents
	w.center, err = callcontrol.New(callcontrol.Config{
		Adapter:   tapped{w.sw, w.changed.ring},
		Settings:  settings,
		Agents:    agent.Policy{Codes: []agent.IdleCode{"Break", "Lunch", "Meeting", "Training"}},
		Variables: schema,
		Directory: w,
		Values:    w.values,
		Keep: func(context.Context, telephony.CallID, cad.Sheet) error {
			return w.fails(&w.badSave)
		},
		Unlock: func(context.Context, agent.ID, telephony.CallID, string) error {
			return w.fails(&w.badFetch)
		},
	})
	return w, err
}

var errStaged = errors.New("desktop: it was asked to fail")

// fails is errStaged once after the panel has asked for it.
func (w *world) fails(next *atomic.Bool) error {
	if !next.Swap(false) {
		return nil
	}
	w.changed.ring()
	return errStaged
}

// Lists makes the world a callcontrol.Directory.
func (w *world) Lists(context.Context) (target.Lists, error) {
	if err := w.fails(&w.badLists); err != nil {
		return target.Lists{}, err
	}
	l := w.lists
	l.AsOf = time.Now()
	return l, nil
}

// known reports whether there is such an agent.
func (w *world) known(id agent.ID) bool {
	for _, a := range w.agents {
		if a.ID == id {
			return true
		}
	}
	return false
}

// tapped is the switch, and a bell that rings when it has been told to do
// something. What people do rings it where they do it.
type tapped struct {
	*simulator.Switch
	ring func()
}

func (t tapped) Do(ctx context.Context, c telephony.Command) error {
	defer t.ring()
	return t.Switch.Do(ctx, c)
}
