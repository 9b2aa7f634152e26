package callcontrol

import (
	"context"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/remote"
)

// TestStories plays every story that ships over a Center and a simulated
// switch, each in a bubble of its own, which also finds what leaks.
func TestStories(t *testing.T) { playAll(t, at{line: near}) }

// TestStoriesStored plays them where the records are kept in a store, by
// compare-and-set.
func TestStoriesStored(t *testing.T) { playAll(t, at{line: near, stored: true}) }

// TestStoriesRemote plays them with the switch at the far end of a connection.
func TestStoriesRemote(t *testing.T) { playAll(t, at{line: far}) }

// at is where stories are played.
type at struct {
	line   func(*venue) telephony.Adapter
	stored bool
	killed *kill // nil: the Center lives as long as the story
	each   func(store.Key, []byte)
}

func near(v *venue) telephony.Adapter { return v.sw }

// far puts a connection between the centre and its switch.
func far(v *venue) telephony.Adapter {
	server, err := remote.NewServer(v.sw, remote.ServerConfig{})
	require.NoError(v.t, err)
	network := &pipes{conns: make(chan net.Conn), closed: make(chan struct{})}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- server.Serve(ctx, network) }()
	v.end = func() {
		cancel()
		<-done
	}
	client, err := remote.New(remote.Config{Connect: network.dial, Capabilities: v.sw.Capabilities()})
	require.NoError(v.t, err)
	return client
}

// pipes is a network in memory.
type pipes struct {
	conns  chan net.Conn
	once   sync.Once
	closed chan struct{}
}

func (p *pipes) dial(ctx context.Context) (io.ReadWriteCloser, error) {
	near, far := net.Pipe()
	select {
	case p.conns <- far:
		return near, nil
	case <-p.closed:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.conns:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error {
	p.once.Do(func() { close(p.closed) })
	return nil
}

func (p *pipes) Addr() net.Addr { return &net.UnixAddr{Name: "pipes", Net: "pipe"} }

func playAll(t *testing.T, where at) {
	stories, err := callflow.Stories(callflow.Shipped())
	require.NoError(t, err)
	for _, s := range stories {
		t.Run(strings.TrimSuffix(s.File, ".story"), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				var v *venue
				defer func() {
					if v != nil {
						v.close()
					}
				}()
				require.NoError(t, s.PlayAt(func(cfg callflow.Config) (callflow.Venue, error) {
					var err error
					v, err = newVenue(t, cfg, where)
					return v, err
				}, nil))
			})
		})
	}
}
