package callcontrol

import (
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/singleflight"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Center owns the interactions and the agents of a contact centre, and joins
// the rules to the telephony. It is safe for concurrent use.
type Center struct {
	cfg      Config
	caps     telephony.Capabilities
	codes    []string // of idleness
	settings atomic.Pointer[Settings]

	// table is where the interactions' records are kept in a store; nil when they
	// are this process's own, and are changed where they are.
	table   record.Table[telephony.CallID, record.Interaction]
	agents  record.Table[agent.ID, record.Agent]
	decoder *record.Decoder
	// first is what desktops' versions begin after: those of a later Center are
	// greater than those of an earlier one, so that a page never takes an old view
	// for a new one.
	first   atomic.Uint64
	epoch   uint64        // of this Center among all that have worked with the store
	me      uint64        // whose marks they are
	marks   atomic.Uint64 // how many attempts to commit there have been
	ready   chan struct{} // closed when the records have been read
	looking turn          // of who looks at what is due
	lost    atomic.Pointer[error]

	// watch tells what is committed, from where the records were read; whoever
	// follows it has it alone.
	watch   func() (store.Change, error, bool)
	unwatch func()

	calls *index[telephony.CallID, *call]
	desks *index[agent.ID, *presence]
	due   *record.Schedule[wakeKey]
	clock *record.Clock
	idle  *longest // the default router
	here  callflow.Around

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
	running atomic.Bool // commands are given
	workers sync.WaitGroup
	log     *slog.Logger
	metrics measured
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
		cfg: cfg, caps: cfg.Adapter.Capabilities(), codes: codes(cfg.Agents), log: cfg.Logger, metrics: measured{cfg.Metrics},
		agents: record.NewMemory[agent.ID](func(r *record.Agent) record.Revision { return r.Rev }),
		epoch:  1, me: rand.Uint64() | 1, ready: make(chan struct{}), looking: make(turn, atOnce),
		calls: newIndex[telephony.CallID, *call](),
		desks: newIndex[agent.ID, *presence](),
		clock: record.NewClock(cfg.wall),
	}
	c.due = record.NewSchedule[wakeKey](c.now)
	c.idle, c.here = newLongest(c), surroundings{c: c}
	c.settings.Store(&cfg.Settings)
	c.life, c.end = context.WithCancel(context.Background())
	if cfg.Store == nil {
		close(c.ready)
	} else {
		c.decoder = record.NewDecoder()
		c.table = record.Interactions{Store: cfg.Store, Decoder: c.decoder}
		c.agents = record.Agents{Store: cfg.Store, Decoder: c.decoder}
	}
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
// returns nil then. Calls go on without it: ending Run ends no call. After it has
// returned everything is ErrUnavailable. It runs once.
//
// With a Store it first reads the records, asks the adapter what is really there
// (see docs/RESTART.md for what wins) and only then lets anybody ask for anything;
// Ready says when. Without one, what is asked before Run is decided at once, and
// carried out when it runs.
//
// It returns an error when it cannot begin, or go on: a *RecordError for records
// of a newer version, ErrReplaced when another Center has taken over the store.
func (c *Center) Run(ctx context.Context) error {
	if !c.started.CompareAndSwap(false, true) {
		return fmt.Errorf("%w: Run runs once", ErrInvalid)
	}
	stop := context.AfterFunc(ctx, c.end)
	defer stop()
	defer c.end()
	var g errgroup.Group
	if c.table != nil {
		err := c.begin()
		if c.unwatch != nil {
			defer func() { c.unwatch() }()
		}
		if err != nil {
			if ctx.Err() != nil {
				return nil
			}
			return err
		}
		g.Go(func() error { c.follow(c.life); return nil })
	}
	g.Go(func() error { c.hear(c.life); return nil })
	g.Go(func() error { c.due.Run(c.life, c.fire); return nil })
	g.Go(func() error { c.idle.run(c.life); return nil })
	g.Go(func() error {
		if err := c.Refresh(c.life); err != nil && c.life.Err() == nil {
			c.log.Warn(EventListsNotFetched, "error", hosts("the Directory", err))
		}
		return nil
	})
	c.running.Store(true)
	for _, k := range c.calls.all() { // what was decided before
		c.kick(k)
	}
	_ = g.Wait()
	c.workers.Wait()
	if err := c.lost.Load(); err != nil {
		return *err
	}
	return nil
}

// Ready is closed when the centre can be asked: at once, or with a Store when Run
// has read the records. Whoever asks before waits for it, within his context.
func (c *Center) Ready() <-chan struct{} { return c.ready }

// up waits until the centre can be asked; nil when it can.
func (c *Center) up(ctx context.Context) error {
	select {
	case <-c.ready:
	default:
		select {
		case <-c.ready:
		case <-c.life.Done():
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	if c.life.Err() != nil {
		return ErrUnavailable
	}
	return nil
}

// hear runs the adapter, again and again, until ctx ends.
func (c *Center) hear(ctx context.Context) {
	for tries := 0; ; tries++ {
		if tries > 0 || c.table == nil && c.live.Load() > 0 { // what happened while nobody listened
			c.reconcile(ctx)
		}
		began := time.Now()
		err := guard("the adapter", func() error { return c.cfg.Adapter.Run(ctx, c.sink) })
		if ctx.Err() != nil {
			return
		}
		c.log.Warn(EventAdapterStopped, "error", err)
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

// now is the centre's time, which never goes back.
func (c *Center) now() time.Time { return c.clock.Now() }

// find is the call of that id.
func (c *Center) find(ctx context.Context, id telephony.CallID) (*call, error) {
	if err := c.up(ctx); err != nil {
		return nil, err
	}
	k, ok := c.calls.get(id)
	if !ok {
		return nil, ErrNoInteraction
	}
	return k, nil
}
