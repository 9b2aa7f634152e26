package telephonytest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// game is one case while it is played.
type game struct {
	t        reporter
	c        testCase
	line     Line
	adapter  telephony.Adapter
	people   People
	patience time.Duration
	quiet    time.Duration

	*journal
	calls   []*call
	skipped string
	free    func()             // lets a sink go on that the case has stopped
	stop    context.CancelFunc // ends Run
	ran     chan error         // what Run returned
	life    context.Context    // of every Do, so that no call could hang on a context that ends
	end     context.CancelFunc
	crew    sync.WaitGroup // goroutines of the case
}

func newGame(t reporter, c testCase, l Line, patience, quiet time.Duration) *game {
	g := &game{t: t, c: c, line: l, adapter: l.Adapter, people: l.People, patience: patience, quiet: quiet, journal: newJournal()}
	g.life, g.end = context.WithCancel(context.Background())
	g.run()
	return g
}

// run starts the adapter.
func (g *game) run() {
	ctx, stop := context.WithCancel(context.Background())
	ran := make(chan error, 1)
	g.stop, g.ran = stop, ran
	go func(a telephony.Adapter) {
		err := a.Run(ctx, g.sink)
		if ctx.Err() == nil {
			g.note(fmt.Sprintf("Run returned: %v", err))
		}
		ran <- err
	}(g.adapter)
}

// halt ends Run's context, and waits until Run has returned.
func (g *game) halt() {
	if !g.halted() {
		g.broken(10, runStuck, g.patience)
	}
}

func (g *game) halted() bool {
	g.note("the context of Run ends")
	g.stop()
	g.stop = nil
	_, in := within(g.ran, g.patience)
	return in
}

const runStuck = "Run did not return in %v after its context had ended"

// close leaves nothing behind: the switch may be a real one.
func (g *game) close() {
	g.judge(nil)
	if g.free != nil {
		g.free()
	}
	for _, c := range g.calls {
		if g.life.Err() == nil { // else Do is stuck
			_ = g.give(c.number(clearAll))
		}
	}
	g.end()
	if g.stop != nil && !g.halted() {
		g.fault(10, runStuck, g.patience)
	}
	rest := make(chan struct{})
	go func() { g.crew.Wait(); close(rest) }()
	_, _ = within(rest, g.patience) // a bubble wants everybody to have left
}

// broken reports that a duty is broken, and ends the case.
func (g *game) broken(d duty, format string, args ...any) {
	g.fault(d, format, args...)
	select {
	case err := <-g.ran:
		g.ran <- err
		g.fault(10, "Run returned before its context had ended: %v", err)
	default:
	}
	panic(over)
}

func (g *game) fault(d duty, format string, args ...any) {
	g.t.Errorf("%s\n  %s\n  %s: %s\n    %s", fmt.Sprintf(format, args...), d.quote(), g.c.name, g.c.why,
		strings.Join(g.story(), "\n    "))
}

// skip ends the case: something is not there.
func (g *game) skip(format string, args ...any) {
	g.skipped = fmt.Sprintf(format, args...)
	panic(over)
}

// needs skips the case where the adapter cannot do something.
func (g *game) needs(want telephony.Capabilities) {
	if has := g.adapter.Capabilities(); !has.Has(want) {
		g.skip("the adapter's capabilities leave out %v", want&^has)
	}
}

func (g *game) can(want telephony.Capabilities) bool { return g.adapter.Capabilities().Has(want) }

// offer is something that not every People has, or the case is skipped.
func offer[P any](g *game) P {
	p, ok := g.people.(P)
	if !ok {
		g.skip("the people of this line are no telephonytest.%s", strings.TrimPrefix(fmt.Sprintf("%T", new(P)), "*telephonytest."))
	}
	return p
}

// person has somebody act.
func (g *game) person(what string, act func() error) {
	g.note(what)
	err := act()
	if errors.Is(err, errors.ErrUnsupported) {
		g.skip("the people of this line cannot: %s", what)
	}
	if err != nil {
		g.t.Errorf("%s\n%s: the people of this line could not: %s: %v\n  %s", g.c.why, g.c.name, what, err, strings.Join(g.story(), "\n  "))
		panic(over)
	}
}

// agent is the id of one of the agents.
func (g *game) agent(i int) telephony.Endpoint {
	all := g.people.Agents()
	if i >= len(all) {
		g.skip("the people of this line are %d agents, %d are needed", len(all), i+1)
	}
	return telephony.Endpoint{Kind: telephony.Agent, Address: all[i]}
}

// listen waits for what must not come.
func (g *game) listen() { time.Sleep(g.quiet) }

// give is Do, by somebody who has patience.
func (g *game) give(c telephony.Command) error {
	g.note("do   " + c.String())
	done := make(chan error, 1)
	g.crew.Go(func() { done <- g.adapter.Do(g.life, c) })
	err, in := within(done, g.patience)
	if !in {
		stands := g.stands() // patience is over: a sink that is still in was stopped by the case
		g.end()              // a Do that heeds its context comes back now
		_, in = within(done, g.patience)
		switch {
		case stands:
			err = errSink
		case in:
			err = errWaits
		default:
			err = errStuck
		}
	}
	if err != nil {
		g.note(fmt.Sprintf("     op %d of %s: %v", c.Op, c.Call, err))
	}
	return err
}

var (
	errSink  = errors.New("its Do did not return while sink did not: it waits for sink")
	errWaits = errors.New("its Do returned only when its context ended")
	errStuck = errors.New("its Do did not return even when its context ended")
)

// within waits for something, but not for ever.
func within[V any](c <-chan V, patience time.Duration) (v V, in bool) {
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case v = <-c:
		return v, true
	case <-late.C:
		return v, false
	}
}

// minted makes call ids that no switch has seen before, also not in the last
// run of the kit.
var minted atomic.Uint64

func mint() telephony.CallID {
	return telephony.CallID(fmt.Sprintf("kit-%x-%x", time.Now().UnixNano(), minted.Add(1)))
}

// live is what the adapter says is there; false when it cannot tell.
func (g *game) live() (map[telephony.CallID]telephony.Live, bool) {
	ctx, end := context.WithTimeout(context.Background(), g.patience)
	defer end()
	all := map[telephony.CallID]telephony.Live{}
	for l, err := range g.adapter.Live(ctx) {
		if errors.Is(err, telephony.ErrUnsupported) {
			return nil, false
		}
		if err != nil {
			g.broken(9, "Live yielded an error: %v", err)
		}
		if _, twice := all[l.Call]; twice {
			g.broken(9, "Live yielded contact %s twice", l.Call)
		}
		all[l.Call] = l
	}
	return all, true
}
