package remote_test

import (
	"context"
	"io"
	"net"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/remote"
)

func benchLine(b *testing.B, o *obedient) *remote.Adapter {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(b, err)
	s, err := remote.NewServer(o, remote.ServerConfig{})
	require.NoError(b, err)
	ctx, stop := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() { served <- s.Serve(ctx, l) }()
	b.Cleanup(func() { stop(); <-served })
	a, err := remote.New(remote.Config{Capabilities: telephony.All, Connect: func(ctx context.Context) (io.ReadWriteCloser, error) {
		return new(net.Dialer).DialContext(ctx, "tcp", l.Addr().String())
	}})
	require.NoError(b, err)
	return a
}

// A command, one after the other, and the event that it brings about.
func BenchmarkCommandAndEvent(b *testing.B) {
	o := newObedient()
	a := benchLine(b, o)
	told := make(chan struct{}, 1)
	ctx, stop := context.WithCancel(context.Background())
	ran := make(chan error, 1)
	go func() { ran <- a.Run(ctx, func(telephony.Event) error { told <- struct{}{}; return nil }) }()
	c := telephony.Command{Call: "c1", Epoch: 1, Verb: telephony.Hold, Leg: 1, Owner: 2}
	b.ReportAllocs()
	for b.Loop() {
		o.mu.Lock()
		o.done = o.done[:0] // what it remembers is not what is measured
		o.mu.Unlock()
		if err := a.Do(ctx, c); err != nil {
			b.Fatal(err)
		}
		<-told
	}
	stop()
	<-ran
}

// Events, as fast as they go.
func BenchmarkEvents(b *testing.B) {
	o := newObedient()
	for range b.N {
		o.tell = append(o.tell, fact("c1", 1))
	}
	a := benchLine(b, o)
	ctx, stop := context.WithCancel(context.Background())
	n := 0
	b.ReportAllocs()
	b.ResetTimer()
	_ = a.Run(ctx, func(telephony.Event) error {
		if n++; n == b.N {
			stop()
		}
		return nil
	})
}
