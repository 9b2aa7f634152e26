package telephonytest_test

import (
	"context"
	"fmt"
	"iter"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/telephonytest"
)

// bent is the foreign adapter with something broken. What is nil is as it is.
type bent struct {
	*foreign
	quit   chan struct{}   // closed when the case is over: what is stuck comes loose
	told   map[string]bool // what has to be remembered
	newest uint64
	behind func() // ends what Run left behind
	busy   *atomic.Int32

	do     func(b *bent, ctx context.Context, c telephony.Command) error
	edit   func(b *bent, e telephony.Event) []telephony.Event   // what is told instead of an event
	pick   func(waiting []telephony.Event) int                  // which of those that wait comes next
	lost   func(b *bent, e telephony.Event)                     // what becomes of one that was not taken
	run    func(b *bent, ctx context.Context, sink sink) error  // Run
	live   func(b *bent, all []telephony.Live) []telephony.Live // what Live yields
	yield  func(b *bent) iter.Seq2[telephony.Live, error]       // Live
	can    func(b *bent) telephony.Capabilities                 // Capabilities
	come   func(b *bent, c telephony.Contact) (telephony.CallID, error)
	pickUp func(b *bent, id telephony.CallID, l telephony.Leg) error
	again  func(b *bent) telephony.Adapter
}

type sink = func(telephony.Event) error

func (b *bent) Do(ctx context.Context, c telephony.Command) error {
	if b.do != nil {
		return b.do(b, ctx, c)
	}
	return b.foreign.Do(ctx, c)
}

func (b *bent) Run(ctx context.Context, sink sink) error {
	if b.run != nil {
		return b.run(b, ctx, sink)
	}
	return b.deliver(ctx, sink)
}

// deliver is foreign's Run, with what may be broken in it.
func (b *bent) deliver(ctx context.Context, sink sink) error {
	for ctx.Err() == nil {
		if b.pick != nil {
			time.Sleep(time.Millisecond) // the rest of a burst arrives
		}
		e, waits := b.next()
		if waits {
			told := []telephony.Event{e}
			if b.edit != nil {
				told = b.edit(b, e)
			}
			if !slices.ContainsFunc(told, func(e telephony.Event) bool { return sink(e) != nil }) {
				continue
			}
			if b.lost != nil {
				b.lost(b, e)
				continue
			}
			b.mu.Lock()
			b.events = slices.Insert(b.events, 0, e)
			b.mu.Unlock()
		}
		select {
		case <-ctx.Done():
		case <-b.more:
		case <-time.After(10 * time.Millisecond):
		}
	}
	return ctx.Err()
}

func (b *bent) next() (telephony.Event, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.events) == 0 {
		return telephony.Event{}, false
	}
	i := 0
	if b.pick != nil {
		i = b.pick(b.events)
	}
	e := b.events[i]
	b.events = slices.Delete(slices.Clone(b.events), i, i+1)
	return e, true
}

func (b *bent) Live(ctx context.Context) iter.Seq2[telephony.Live, error] {
	switch {
	case b.yield != nil:
		return b.yield(b)
	case b.live == nil:
		return b.foreign.Live(ctx)
	}
	var all []telephony.Live
	for l := range b.foreign.Live(ctx) {
		all = append(all, l)
	}
	return func(yield func(telephony.Live, error) bool) {
		for _, l := range b.live(b, all) {
			if !yield(l, nil) {
				return
			}
		}
	}
}

func (b *bent) Capabilities() telephony.Capabilities {
	if b.can != nil {
		return b.can(b)
	}
	return b.foreign.Capabilities()
}

func (b *bent) Arrives(c telephony.Contact) (telephony.CallID, error) {
	if b.come != nil {
		return b.come(b, c)
	}
	return b.foreign.Arrives(c)
}

func (b *bent) Answers(id telephony.CallID, l telephony.Leg) error {
	if b.pickUp != nil {
		return b.pickUp(b, id, l)
	}
	return b.foreign.Answers(id, l)
}

// say tells an event that has no ground.
func (b *bent) say(e telephony.Event) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.tell(e)
}

// remember keeps something in mind, remembers asks for it.
func (b *bent) remember(what ...any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.told[fmt.Sprint(what...)] = true
}

func (b *bent) remembers(what ...any) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.told[fmt.Sprint(what...)]
}

// several reports whether there have been two contacts.
func (b *bent) several() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.calls) > 1
}

// count counts how often it was asked.
func (b *bent) count() uint64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.newest++
	return b.newest
}

// room is a contact, for who breaks it.
func (b *bent) room(id telephony.CallID, f func(*room)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if r := b.calls[id]; r != nil {
		f(r)
	}
}

// fault is one way to break a duty, and the cases that must see it.
type fault struct {
	name  string
	duty  int // what a failure must quote
	bend  bent
	fails string // the cases, exactly; "*" is all
}

// recorder notes failures.
type recorder struct{ failures []string }

func (r *recorder) Errorf(format string, args ...any) {
	r.failures = append(r.failures, fmt.Sprintf(format, args...))
}

// play plays one case on a broken adapter, in a bubble of its own.
func (f fault) play(t *testing.T, name string) (failures []string) {
	synctest.Test(t, func(*testing.T) {
		b := f.bend // a copy
		caps := telephony.All
		if b.can != nil {
			caps = b.can(nil)
		}
		b.foreign, b.quit = newForeign(caps), make(chan struct{})
		b.told, b.busy = map[string]bool{}, new(atomic.Int32)
		l := telephonytest.Line{Adapter: &b, People: &b, Again: func() telephony.Adapter {
			if b.again != nil {
				return b.again(&b)
			}
			return &b
		}}
		var r recorder
		defer func() {
			if p := recover(); p != nil {
				r.Errorf("panic: %v", p)
			}
			failures = r.failures
			close(b.quit)
		}()
		telephonytest.Play(&r, name, l)
	})
	return failures
}

// Each broken adapter fails the cases that are named, and no others, and one
// of the failures quotes the duty that it breaks. No case is without a broken
// adapter that it catches.
func TestBrokenAdaptersAreCaught(t *testing.T) {
	caught := map[string]bool{}
	all := slices.Concat(brokenOrder, brokenFacts, brokenCommands, brokenEndings, brokenRest)
	for _, f := range all {
		t.Run(strings.ReplaceAll(f.name, " ", "-"), func(t *testing.T) {
			var failed, said []string
			for _, name := range telephonytest.Names() {
				if failures := f.play(t, name); len(failures) > 0 {
					failed, said = append(failed, name), append(said, failures...)
					caught[name] = true
				}
			}
			want := strings.Fields(f.fails)
			if f.fails == "*" {
				want = telephonytest.Names()
			}
			slices.Sort(want)
			slices.Sort(failed)
			require.Equal(t, want, failed, strings.Join(said, "\n"))
			require.Contains(t, strings.Join(said, "\n"), fmt.Sprintf("\n  duty %d, ", f.duty))
		})
	}
	for _, name := range telephonytest.Names() {
		require.True(t, caught[name], "nothing is broken that %s would catch", name)
	}
	proofs, err := os.ReadFile("../../docs/PROOFS.md")
	require.NoError(t, err)
	text := strings.Join(strings.Fields(string(proofs)), " ")
	require.Contains(t, text, fmt.Sprintf("plays %d cases against an adapter", len(telephonytest.Names())))
	require.Contains(t, text, fmt.Sprintf("%d adapters, each broken on purpose", len(all)))
}
