package callcontrol_test

import (
	"context"
	"flag"
	"fmt"
	"iter"
	"runtime"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// line is an adapter without a switch: the test says what happens, and hears
// nothing. It costs nothing, so that what is measured is the centre.
type line struct {
	sink  func(telephony.Event) error
	ready chan struct{}
	do    func(telephony.Command)
}

func newLine() *line { return &line{ready: make(chan struct{})} }

func (l *line) Run(ctx context.Context, sink func(telephony.Event) error) error {
	l.sink = sink
	close(l.ready)
	<-ctx.Done()
	return ctx.Err()
}

func (l *line) Do(_ context.Context, c telephony.Command) error {
	if l.do != nil {
		l.do(c)
	}
	return nil
}

func (l *line) Capabilities() telephony.Capabilities {
	return telephony.All &^ telephony.CanReduceNoise
}

func (l *line) Live(context.Context) iter.Seq2[telephony.Live, error] {
	return func(yield func(telephony.Live, error) bool) { yield(telephony.Live{}, telephony.ErrUnsupported) }
}

// busy is a centre with n connected calls, one for each of n agents.
func busy(tb testing.TB, n int) (*callcontrol.Center, *line) {
	return busyWith(tb, n, func(*callcontrol.Config) {})
}

// busyWith is busy with another configuration.
func busyWith(tb testing.TB, n int, change func(*callcontrol.Config)) (*callcontrol.Center, *line) {
	l := newLine()
	cfg := callcontrol.Config{Adapter: l, Router: nobody{}}
	change(&cfg)
	c, err := callcontrol.New(cfg)
	require.NoError(tb, err)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { _ = c.Run(ctx); close(done) }()
	tb.Cleanup(func() { cancel(); <-done })
	<-l.ready
	for i := range n {
		require.NoError(tb, connect(c, l, i))
	}
	return c, l
}

type nobody struct{}

func (nobody) Wanted(callcontrol.Want) {}

func connect(c *callcontrol.Center, l *line, i int) error {
	ctx := context.Background()
	who, id := agent.ID(fmt.Sprint("agent-", i)), callID(i)
	d, err := c.SignIn(ctx, who)
	if err == nil {
		err = d.Available(ctx)
	}
	if err == nil {
		err = l.sink(telephony.Event{Call: id, Kind: telephony.Incoming, Contact: telephony.Contact{Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "q"}}})
	}
	if err == nil {
		err = c.Offer(ctx, id, who)
	}
	if err == nil {
		err = l.sink(telephony.Event{Call: id, Kind: telephony.Alerting, Leg: 2, Op: 1})
	}
	if err == nil {
		err = l.sink(telephony.Event{Call: id, Kind: telephony.Answered, Leg: 2, Op: 1})
	}
	if err == nil {
		err = l.sink(telephony.Event{Call: id, Kind: telephony.Arranged, Talk: telephony.LegsOf(1), Op: 2})
	}
	return err
}

func callID(i int) telephony.CallID { return telephony.CallID(fmt.Sprint("call-", i)) }

// flip is what puts the customer on hold, and takes him off: each changes the
// state and a view, and commands nothing.
func flip(id telephony.CallID, i int) telephony.Event {
	ev := telephony.Event{Call: id, Kind: telephony.Arranged}
	if i%2 == 1 {
		ev.Talk = telephony.LegsOf(1)
	}
	return ev
}

// BenchmarkEvent is an event in, its state committed, its view ready.
func BenchmarkEvent(b *testing.B) {
	c, l := busy(b, 1)
	d := c.Desk("agent-0")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		_ = l.sink(flip("call-0", i))
		_ = d.View()
	}
}

// BenchmarkLive is the cost of an event, and the bytes of a live interaction
// with its agent's desk, from a thousand of them to a million (-live 1000000).
func BenchmarkLive(b *testing.B) {
	for n := 1000; n <= *live; n *= 10 {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			_, l := busy(b, n)
			runtime.GC()
			runtime.ReadMemStats(&after)
			ids := make([]telephony.CallID, n)
			for i := range ids {
				ids[i] = callID(i)
			}
			for i := 0; b.Loop(); i++ {
				_ = l.sink(flip(ids[i*7919%n], i/n))
			}
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(n), "B/live")
			b.ReportMetric(float64(runtime.NumGoroutine()), "goroutines")
		})
	}
}

var live = flag.Int("live", 100_000, "how many live interactions BenchmarkLive goes up to")

// BenchmarkWatchers is the cost of a published view with 10,000 desks, each
// watched by somebody who has stopped reading, beside the same with none.
func BenchmarkWatchers(b *testing.B) {
	const desks = 10_000
	for _, watched := range []bool{false, true} {
		b.Run(map[bool]string{false: "none", true: "stalled"}[watched], func(b *testing.B) {
			c, l := busy(b, desks)
			if watched {
				var ready sync.WaitGroup
				stall := make(chan struct{})
				b.Cleanup(func() { close(stall) })
				for i := range desks {
					ready.Add(1)
					go func() {
						first := true
						for range c.Desk(agent.ID(fmt.Sprint("agent-", i))).Views(context.Background()) {
							if first {
								ready.Done()
								first = false
							}
							<-stall
						}
					}()
				}
				ready.Wait()
			}
			for i := 0; b.Loop(); i++ {
				_ = l.sink(flip(callID(i*7919%desks), i/desks))
			}
		})
	}
}

// TestAllocations: an event in, its state committed, its view ready.
func TestAllocations(t *testing.T) {
	c, l := busy(t, 1)
	d, i := c.Desk("agent-0"), 0
	n := testing.AllocsPerRun(1000, func() {
		i++
		_ = l.sink(flip("call-0", i))
		_ = d.View()
	})
	require.LessOrEqual(t, n, 4.0)
}

// BenchmarkPress is a press until it is so, over the simulator: the button, the
// command, the fact, the answer.
func BenchmarkPress(b *testing.B) {
	o := open(callcontrol.Config{})
	defer o.stop()
	d := o.talking("anna")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		press := d.Hold
		if i%2 == 1 {
			press = d.Resume
		}
		if err := press(ctx, "anna"); err != nil {
			b.Fatal(err)
		}
	}
}
