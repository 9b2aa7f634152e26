package callcontrol_test

import (
	"context"
	"fmt"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/store"
)

// BenchmarkRestart is a Center that begins with the records of live calls, one
// for each of as many agents, from a thousand to -live: seconds until it can be
// asked, and bytes for each call and its agent afterwards. What the store itself
// holds, here its records in memory, is not counted.
func BenchmarkRestart(b *testing.B) {
	for n := 1000; n <= max(*live, 10_000); n *= 10 {
		m := store.NewMemory()
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if m.Len() == 0 {
				fill(b, m, n)
			}
			var bytes, took float64
			for range b.N {
				var before, after runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&before)
				began := time.Now()
				c, err := callcontrol.New(callcontrol.Config{Adapter: newLine(), Router: nobody{}, Store: m})
				require.NoError(b, err)
				ctx, cancel := context.WithCancel(context.Background())
				done := make(chan error, 1)
				go func() { done <- c.Run(ctx) }()
				<-c.Ready()
				took += time.Since(began).Seconds()
				require.Equal(b, n, c.Stats().Interactions)
				runtime.GC()
				runtime.ReadMemStats(&after)
				bytes += float64(after.HeapAlloc) - float64(before.HeapAlloc)
				cancel()
				require.NoError(b, <-done)
				runtime.KeepAlive(c)
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(took/float64(b.N), "s/restart")
			b.ReportMetric(bytes/float64(b.N)/float64(n), "B/live")
		})
	}
}

// fill makes n live calls, and leaves them in the store.
func fill(b *testing.B, s store.Store, n int) {
	l := newLine()
	c, err := callcontrol.New(callcontrol.Config{Adapter: l, Router: nobody{}, Store: s})
	require.NoError(b, err)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- c.Run(ctx) }()
	<-l.ready
	for i := range n {
		require.NoError(b, connect(c, l, i))
	}
	cancel()
	require.NoError(b, <-done)
}
