package soak

import (
	"context"
	"maps"
	"sync"
	"sync/atomic"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// soak is one run.
type soak struct {
	cfg      Config
	sw       *simulator.Switch
	hub      *hub
	ledger   *ledger
	draining atomic.Bool
	world    sync.RWMutex // held for reading by whoever does something; by who weighs alone
}

// Report is how a soak has gone.
type Report struct {
	Totals
	Switch     simulator.Count
	Took       time.Duration // without the drain
	Drain      time.Duration
	AtOnce     int    // interactions when the centre was weighed; 0: it was not
	Records    uint64 // what each of them adds to the heap with its agent and his desk
	Watched    uint64 // the same, with the last view of every desk
	Violations []Violation
}

// Progress is how things stand.
type Progress struct {
	Totals
	Since     time.Duration
	Draining  bool
	Live      int // contacts that the switch has
	WrappedUp int
	Found     int // violations
}

// Heaviest is how much a live interaction may weigh: twice of what it does
// without being looked at.
const Heaviest = 2 * 2820

// drain is how long the end of everything may take.
const drain = 150 * time.Second

// Run runs a soak. The error says why it could not; what it has found is in the
// report.
func Run(ctx context.Context, cfg Config, plant Plant) (Report, error) {
	s := &soak{cfg: cfg.complete(), sw: simulator.New(simulator.Config{Seed: cfg.Seed}), ledger: newLedger()}
	s.ledger.lie = cfg.lie
	s.hub = newHub(plant, s.ledger)
	if err := plant.Open(tap{s.sw, s.ledger}); err != nil {
		return Report{}, err
	}
	began := time.Now()
	running, stop := context.WithCancel(ctx)
	var centre, desks sync.WaitGroup
	centre.Go(func() { s.hub.run(running) })
	at, leave := context.WithCancel(ctx)
	for i := range s.cfg.Agents {
		a := &seat{id: name(i), s: s, r: chance(cfg.Seed, "agent", uint64(i)), first: map[telephony.CallID]time.Time{}}
		s.ledger.seats[a.id] = a
		desks.Go(func() { a.reads(at) })
		desks.Go(func() { a.presses(at) })
	}
	desks.Go(func() { s.people(at) })
	if s.cfg.Progress != nil {
		desks.Go(func() { s.tells(at, began) })
	}
	var trouble sync.WaitGroup
	busy, enough := context.WithTimeout(ctx, s.cfg.For)
	if s.cfg.Faults > 0 {
		trouble.Go(func() { s.weather(busy) })
	}
	if plant.Lasting() {
		trouble.Go(func() { s.hub.kills(busy, cfg.Seed, s.cfg.Kills, s.cfg.For) })
	}
	<-busy.Done()
	enough()
	trouble.Wait()
	var rep Report
	rep.Took = time.Since(began)
	if s.cfg.Weigh && plant.Lasting() {
		s.world.Lock()
		rep.AtOnce = len(s.sw.Contacts())
		w := s.hub.weigh(ctx, s.calm)
		s.world.Unlock()
		pairs := uint64(max(rep.AtOnce, s.cfg.Agents)) // of an interaction and an agent, one of which may be missing
		rep.Records, rep.Watched = w.records/pairs, w.watched/pairs
	}
	s.sw.Heal()
	s.sw.Restore()
	s.draining.Store(true)
	s.drains(ctx)
	rep.Drain = time.Since(began) - rep.Took
	leave()
	desks.Wait()
	s.ledger.strike(s.sw.Contacts())
	stop()
	centre.Wait()
	err := plant.Close()
	s.ledger.mu.Lock()
	defer s.ledger.mu.Unlock()
	if rep.Records > Heaviest {
		s.ledger.finds(Violation{Equation: Weight, Why: sprint("%d bytes, and may be %d", rep.Records, Heaviest)})
	}
	rep.Totals, rep.Violations, rep.Switch = s.ledger.total, s.ledger.found, s.sw.Count()
	for i := range rep.Violations {
		if v := &rep.Violations[i]; v.Story != "" {
			v.Story = "# seed " + sprint("%d", cfg.Seed) + "\n" + v.Story
		}
	}
	if err == nil {
		err = ctx.Err()
	}
	return rep, err
}

// calm waits until nothing goes over the line any more, but not for ever: what is
// lost is given again and again.
func (s *soak) calm() {
	sum := func() int { n := s.sw.Count(); return n.Taken + n.Again + n.Told }
	for last, tries := -1, 0; last != sum() && tries < 15; tries++ {
		last = sum()
		time.Sleep(settling)
	}
}

// drains waits until everything is over, or it is plain that it never will be.
func (s *soak) drains(ctx context.Context) {
	end, still := time.Now().Add(drain), 0
	for time.Now().Before(end) && ctx.Err() == nil && still < 3 {
		time.Sleep(time.Second)
		still++
		if s.left() > 0 || !s.rested() {
			still = 0
		}
	}
}

// left is how many contacts are not over, or on a desk.
func (s *soak) left() int {
	s.ledger.mu.Lock()
	defer s.ledger.mu.Unlock()
	n := 0
	for _, c := range s.ledger.contacts {
		if c.over.IsZero() || c.shown() {
			n++
		}
	}
	return n
}

// rested: every agent is Available and has nothing before him.
func (s *soak) rested() bool {
	s.ledger.mu.Lock()
	defer s.ledger.mu.Unlock()
	for _, a := range s.ledger.seats {
		if a.screen.Status != agent.Available || len(a.screen.Contacts) > 0 {
			return false
		}
	}
	return true
}

// tells tells how things stand, now and then.
func (s *soak) tells(ctx context.Context, began time.Time) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(s.cfg.Every):
		}
		p := Progress{Since: time.Since(began), Draining: s.draining.Load(), Live: len(s.sw.Contacts())}
		s.ledger.mu.Lock()
		p.Totals, p.WrappedUp, p.Found = s.ledger.total, s.ledger.wrapped, len(s.ledger.found)
		p.Presses = maps.Clone(p.Presses)
		s.ledger.mu.Unlock()
		s.cfg.Progress(p)
	}
}
