package remote_test

import (
	"context"
	"errors"
	"io"
	"net"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/remote"
)

// pipes is a listener whose connections are pipes in memory. A proxy, if there
// is one, is put before the client's end of the n-th connection.
type pipes struct {
	conns  chan net.Conn
	closed chan struct{}
	once   sync.Once

	mu    sync.Mutex
	proxy func(n int, c net.Conn) net.Conn
	down  bool
	dials int
	ends  []net.Conn
}

func newPipes() *pipes { return &pipes{conns: make(chan net.Conn), closed: make(chan struct{})} }

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

func (p *pipes) Addr() net.Addr { return &net.UnixAddr{} }

// Dial is a Config.Connect.
func (p *pipes) Dial(ctx context.Context) (io.ReadWriteCloser, error) {
	near, far := net.Pipe()
	p.mu.Lock()
	p.dials++
	down := p.down
	p.ends = append(p.ends, near)
	var end net.Conn = near
	if p.proxy != nil {
		end = p.proxy(p.dials, near)
	}
	p.mu.Unlock()
	if down {
		return nil, errors.New("nobody listens")
	}
	select {
	case p.conns <- far:
		return end, nil
	case <-p.closed:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// cut breaks every connection there is; away also has no new one made.
func (p *pipes) cut(away bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.down = away
	for _, c := range p.ends {
		c.Close()
	}
	p.ends = nil
}

func (p *pipes) count() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.dials
}

// serve serves an adapter until the test is over.
func serve(t *testing.T, a telephony.Adapter, l net.Listener, cfg remote.ServerConfig) *remote.Server {
	t.Helper()
	s, err := remote.NewServer(a, cfg)
	require.NoError(t, err)
	serving(t, s, l)
	return s
}

// serving calls Serve, and gives what ends it.
func serving(t *testing.T, s *remote.Server, l net.Listener) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, l) }()
	stop = sync.OnceFunc(func() {
		cancel()
		require.ErrorIs(t, <-done, context.Canceled)
	})
	t.Cleanup(stop)
	return stop
}

func dial(t *testing.T, p *pipes, change ...func(*remote.Config)) *remote.Adapter {
	t.Helper()
	cfg := remote.Config{Connect: p.Dial, Capabilities: telephony.All, Jitter: func() float64 { return 1 }}
	for _, c := range change {
		c(&cfg)
	}
	a, err := remote.New(cfg)
	require.NoError(t, err)
	return a
}

// ears is a Run and what it was told.
type ears struct {
	mu     sync.Mutex
	events []telephony.Event
	refuse func(telephony.Event) error
	stop   context.CancelFunc
	done   chan error
}

func run(t *testing.T, a telephony.Adapter, refuse ...func(telephony.Event) error) *ears {
	ctx, stop := context.WithCancel(context.Background())
	r := &ears{stop: stop, done: make(chan error, 1)}
	if len(refuse) > 0 {
		r.refuse = refuse[0]
	}
	go func() { r.done <- a.Run(ctx, r.sink) }()
	t.Cleanup(stop)
	return r
}

func (r *ears) sink(e telephony.Event) error {
	if r.refuse != nil {
		if err := r.refuse(e); err != nil {
			return err
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.events = append(r.events, e)
	return nil
}

func (r *ears) heard() []telephony.Event {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.events)
}

// end ends the Run and gives its error.
func (r *ears) end() error {
	r.stop()
	return <-r.done
}
