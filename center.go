package callcontrol

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/singleflight"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Center owns the interactions and the agents of a contact centre, and joins
// the rules to the telephony. It is safe for concurrent use.
type Center struct {
	cfg      Config
	caps     telephony.Capabilities
	codes    []string // of idleness
	settings atomic.Pointer[Settings]

	// table is where the interactions' records are kept for others as well; nil
	// when they are this process's own, and are changed where they are.
	table  record.Table[telephony.CallID, record.Interaction]
	agents record.Table[agent.ID, record.Agent]
	calls  *index[telephony.CallID, *call]
	desks  *index[agent.ID, *presence]
	due    *record.Schedule[wakeKey]
	idle   *longest // the default router
	here   callflow.Around

	lists    atomic.Pointer[target.Directory]
	fetching singleflight.Group

	arrivals atomic.Uint64 // how many interactions there have been
	joined   atomic.Uint64 // how many agents have ever signed in
	live     atomic.Int64  // how many interactions there are
	placed   atomic.Int64  // how many concurrent calls (CBK-7)
	crossed  atomic.Bool   // their limit has been crossed, and nobody has been shown yet

	life    context.Context // the adapter works on it; it ends when Run does
	end     context.CancelFunc
	started atomic.Bool
	workers sync.WaitGroup
	log     *slog.Logger
}

// wakeKey is whose deadline it is: an interaction's, or an agent's reservation.
type wakeKey struct {
	call  telephony.CallID
	agent agent.ID
}

// New makes a Center. The error says what is wrong with the configuration.
func New(cfg Config) (*Center, error) {
	cfg, err := cfg.check()
	if err != nil {
		return nil, err
	}
	c := &Center{
		cfg: cfg, caps: cfg.Adapter.Capabilities(), codes: codes(cfg.Agents), log: cfg.Logger,
		agents: record.NewMemory[agent.ID](func(r *record.Agent) record.Revision { return r.Rev }),
		calls:  newIndex[telephony.CallID, *call](),
		desks:  newIndex[agent.ID, *presence](),
		due:    record.NewSchedule[wakeKey](),
	}
	c.idle, c.here = newLongest(c), surroundings{c: c}
	c.settings.Store(&cfg.Settings)
	c.life, c.end = context.WithCancel(context.Background())
	return c, nil
}

// Configure changes what the administrator configures. Contacts keep the
// policy that they began with (NR-2); everything else counts from now on.
func (c *Center) Configure(s Settings) error {
	if err := s.check(); err != nil {
		return err
	}
	c.settings.Store(&s)
	for _, p := range c.desks.all() {
		p.publish()
	}
	return nil
}

// Settings are the settings as they are now; to be read only.
func (c *Center) Settings() Settings { return *c.settings.Load() }

// Run keeps the centre going until ctx ends: it takes the adapter's events,
// gives the switch its commands, lets deadlines pass and contacts be routed. It
// returns nil then. Calls go on without it: ending Run ends no call. What is
// asked of the centre before Run is decided at once, and carried out when it
// runs; after it has returned everything is ErrUnavailable. It runs once.
func (c *Center) Run(ctx context.Context) error {
	if !c.started.CompareAndSwap(false, true) {
		return fmt.Errorf("%w: Run runs once", ErrInvalid)
	}
	stop := context.AfterFunc(ctx, c.end)
	defer stop()
	defer c.end()
	var g errgroup.Group
	g.Go(func() error { c.hear(c.life); return nil })
	g.Go(func() error { c.due.Run(c.life, c.fire); return nil })
	g.Go(func() error { c.idle.run(c.life); return nil })
	g.Go(func() error {
		if err := c.Refresh(c.life); err != nil && c.life.Err() == nil {
			c.log.Warn("lists not fetched", "error", err)
		}
		return nil
	})
	for _, k := range c.calls.all() { // what was decided before
		c.kick(k)
	}
	_ = g.Wait()
	c.workers.Wait()
	return nil
}

// hear runs the adapter, again and again, until ctx ends.
func (c *Center) hear(ctx context.Context) {
	for tries := 0; ; tries++ {
		if tries > 0 || c.live.Load() > 0 { // what happened while nobody listened
			c.reconcile(ctx)
		}
		began := time.Now()
		err := guard(func() error { return c.cfg.Adapter.Run(ctx, c.sink) })
		if ctx.Err() != nil {
			return
		}
		c.log.Warn("adapter stopped", "error", err)
		if time.Since(began) > time.Minute {
			tries = 1
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(backoff(tries)):
		}
	}
}

// backoff is how long to wait before another try.
func backoff(tries int) time.Duration {
	return min(100*time.Millisecond<<min(tries, 6), 5*time.Second)
}

// errPanic marks an adapter that panicked: nobody knows what it has done.
var errPanic = errors.New("callcontrol: the adapter panicked")

// guard keeps a panic of the host's code from ending the centre.
func guard(do func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", errPanic, r)
		}
	}()
	return do()
}

// find is the call of that id.
func (c *Center) find(id telephony.CallID) (*call, error) {
	if c.life.Err() != nil {
		return nil, ErrUnavailable
	}
	k, ok := c.calls.get(id)
	if !ok {
		return nil, ErrNoInteraction
	}
	return k, nil
}
