package soak

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Plant makes centres, one after the other, over the same records and the same
// switch.
type Plant interface {
	// Open gives the plant its line to the switch, once.
	Open(line telephony.Adapter) error
	// Start makes a centre and lets it run. The one before has ended.
	Start() (Centre, error)
	// Lasting reports whether the records outlive a centre, so that it can be
	// killed.
	Lasting() bool
	// Close ends what Open began. No centre runs any more.
	Close() error
}

// Centre is one centre under test.
type Centre interface {
	// Ready waits until it takes requests; errKilled when it was killed before.
	Ready(ctx context.Context) error
	// Desk is an agent's desktop there.
	Desk(id agent.ID) Desk
	// kill ends it, at that moment: the n-th commit or command from now.
	kill(when moment, n int)
	// dead is closed when it has been killed.
	dead() <-chan struct{}
	// end waits until nothing of it is left, and says when it was killed. An
	// error says what is left.
	end() (when string, err error)
}

// errStuck: a centre does not end.
var errStuck = errors.New("soak: the centre does not end")

// patience is how long a centre may take to begin or to end.
const patience = time.Minute

// Here is the plant of this process. A nil store: the centre's own memory, and
// no kills.
func Here(records store.Store) Plant { return &here{records: records} }

type here struct {
	records store.Store
	line    telephony.Adapter
}

func (p *here) Open(line telephony.Adapter) error { p.line = line; return nil }
func (p *here) Lasting() bool                     { return p.records != nil }
func (p *here) Close() error                      { return nil }

func (p *here) Start() (Centre, error) {
	ctx, cancel := context.WithCancel(context.Background())
	g := newGate(cancel)
	var records store.Store
	if p.records != nil {
		records = gatedStore{g, p.records}
	}
	c, err := callcontrol.New(Configured(gatedAdapter{g, p.line}, records))
	if err != nil {
		cancel()
		return nil, err
	}
	h := &centreHere{gate: g, c: c, ran: make(chan error, 1)}
	go func() { h.ran <- c.Run(ctx) }()
	return h, nil
}

// centreHere is a centre of this process.
type centreHere struct {
	*gate
	c   *callcontrol.Center
	ran chan error
}

func (h *centreHere) Ready(ctx context.Context) error {
	select {
	case <-h.c.Ready():
		return nil
	case <-h.gate.dead:
		return errKilled
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (h *centreHere) Desk(id agent.ID) Desk   { return local{h.c.Desk(id)} }
func (h *centreHere) kill(when moment, n int) { h.arm(when, n) }
func (h *centreHere) dead() <-chan struct{}   { return h.gate.dead }

func (h *centreHere) end() (string, error) {
	select {
	case err := <-h.ran:
		if err != nil {
			return h.why, fmt.Errorf("soak: Run: %w", err)
		}
		return h.why, nil
	case <-time.After(patience):
		return h.why, fmt.Errorf("%w: %v after %s Run has not returned", errStuck, patience, h.why)
	}
}
