package callcontrol

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// whole is the centre as one would write it first: everything that an event
// brings about, under one lock.
type whole struct {
	mu sync.Mutex
	c  *Center
}

func (o *whole) sink(ev telephony.Event) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.c.sink(ev)
}

// oneLock is less: the same records, changed by the same steps, in one map under
// one lock, and nobody is told.
type oneLock struct {
	c  *Center
	mu sync.Mutex
	m  map[telephony.CallID]*record.Interaction
	e  callflow.Effects
	in input
}

func (o *oneLock) sink(ev telephony.Event) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	r := o.m[ev.Call]
	before := look(r)
	o.in = input{kind: reporting, event: ev}
	_, err := o.c.decide(&before, r, &o.in, &o.e)
	return err
}

// bare is the least: the contacts alone, with no record of what is still to be
// done.
type bare struct {
	mu sync.Mutex
	m  map[telephony.CallID]*callflow.Contact
	e  callflow.Effects
}

func (o *bare) sink(ev telephony.Event) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.m[ev.Call].Fact(time.Now(), ev, &o.e)
}

// BenchmarkThroughput is events of a thousand connected calls by 2 and by 64
// goroutines, beside one lock in the same run.
func BenchmarkThroughput(b *testing.B) {
	const calls = 1000
	c, err := New(Config{Adapter: simulator.New(simulator.Config{}), Router: deaf{}})
	require.NoError(b, err)
	one := &oneLock{c: c, m: map[telephony.CallID]*record.Interaction{}}
	least := &bare{m: map[telephony.CallID]*callflow.Contact{}}
	ids := make([]telephony.CallID, calls)
	ctx := context.Background()
	for i := range ids {
		ids[i] = telephony.CallID(fmt.Sprint("call-", i))
		who := agent.ID(fmt.Sprint("agent-", i))
		d, err := c.SignIn(ctx, who)
		require.NoError(b, err)
		require.NoError(b, d.Available(ctx))
		require.NoError(b, c.Open(ctx, callflow.Arrival{ID: ids[i], Kind: interaction.Inbound}))
		require.NoError(b, c.Offer(ctx, ids[i], who))
		k, err := c.find(ctx, ids[i])
		require.NoError(b, err)
		require.NoError(b, c.sink(telephony.Event{Call: ids[i], Kind: telephony.Answered, Leg: 2, Op: k.rec.Orders[0].Op}))
		for _, o := range k.rec.Orders {
			require.NoError(b, c.step(k, &input{kind: taking, op: o.Op, settled: true}))
		}
		one.m[ids[i]] = k.rec.Clone()
		least.m[ids[i]] = k.rec.Contact.Clone()
	}
	for _, workers := range []int{2, 64} {
		for _, x := range []struct {
			name string
			sink func(telephony.Event) error
		}{{"center", c.sink}, {"whole", (&whole{c: c}).sink}, {"one-lock", one.sink}, {"bare", least.sink}} {
			b.Run(fmt.Sprintf("%s/%d", x.name, workers), func(b *testing.B) {
				b.SetParallelism(max(1, workers/runtime.GOMAXPROCS(0)))
				var worker atomic.Uint64
				b.RunParallel(func(pb *testing.PB) {
					own := calls / workers // each has calls of his own, as a switch's threads have
					first := int(worker.Add(1)-1) % workers * own
					for i := 0; pb.Next(); i++ {
						ev := telephony.Event{Call: ids[first+i%own], Kind: telephony.Arranged}
						if i/own%2 == 1 {
							ev.Talk = telephony.LegsOf(1)
						}
						_ = x.sink(ev)
					}
				})
			})
		}
	}
}

type deaf struct{}

func (deaf) Wanted(Want) {}
