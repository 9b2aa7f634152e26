package remote

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

const (
	defaultBacklog = 16384
	maxConns       = 64                   // connections at a time; all but one are on their way in or out
	runPause       = time.Second          // before the adapter's Run is run again
	acceptPause    = 5 * time.Millisecond // after a passing failure to accept; doubled to 1.3 s
)

// ServerConfig is how a Server serves. The zero value will do.
type ServerConfig struct {
	// Token is what a client has to send, if it is not empty.
	Token string

	// Backlog is how many events are held that no client has acknowledged.
	// With so many, the adapter's sink blocks. 0 stands for 16384.
	Backlog int

	// Logger is told of clients that come and go and of what is lost; nil:
	// nobody is. It is told no number, no token and no text of an adapter.
	Logger *slog.Logger
}

// Server is the far end of the port: it gives an adapter to one client at a
// time, over connections. Make it with NewServer.
type Server struct {
	cfg     ServerConfig
	adapter telephony.Adapter
	all     sync.WaitGroup // whatever Serve has started

	mu      sync.Mutex
	running bool
	client  *client // who has the switch
	session string  // what that client was given; empty when the next must get another
	backlog backlog
	lanes   map[telephony.CallID][]*job // the commands of each call that wait for their turn
}

// NewServer makes a server for an adapter. The error matches ErrInvalid.
func NewServer(adapter telephony.Adapter, cfg ServerConfig) (*Server, error) {
	switch {
	case adapter == nil:
		return nil, fmt.Errorf("%w: there is no adapter", ErrInvalid)
	case cfg.Backlog < 0:
		return nil, fmt.Errorf("%w: the backlog is negative", ErrInvalid)
	case len(cfg.Token) > maxToken:
		return nil, fmt.Errorf("%w: the token is too long", ErrInvalid)
	}
	if cfg.Backlog == 0 {
		cfg.Backlog = defaultBacklog
	}
	if cfg.Logger == nil {
		cfg.Logger = slog.New(slog.DiscardHandler)
	}
	return &Server{cfg: cfg, adapter: adapter, lanes: map[telephony.CallID][]*job{},
		backlog: backlog{bound: cfg.Backlog, room: make(chan struct{})}}, nil
}

// Serve runs the adapter and accepts clients, until its context ends or the
// listener fails for good (where its error says that it is Temporary, it is
// tried again); it closes the listener, and returns when everything that it
// started has ended. It may be called again: events that nobody has
// acknowledged are kept, and a client that comes back has lost nothing. A
// second Serve beside it is ErrRunning.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	if !s.begin() {
		return ErrRunning
	}
	ctx, stop := context.WithCancel(ctx)
	closed := context.AfterFunc(ctx, func() { _ = l.Close() })
	defer func() {
		closed()
		stop()
		_ = l.Close()
		s.all.Wait()
		s.mu.Lock()
		s.running = false
		s.mu.Unlock()
	}()
	s.all.Go(func() { s.run(ctx) })
	places := make(chan struct{}, maxConns)
	for failed := 0; ; {
		conn, err := l.Accept()
		var passing interface{ Temporary() bool }
		switch {
		case err == nil:
			failed = 0
		case errors.As(err, &passing) && passing.Temporary() && rest(ctx, acceptPause<<min(failed, 8)): // out of file handles, say
			failed++
			s.cfg.Logger.Warn("remote: no connection can be accepted at present", "tries", failed)
			continue
		case ctx.Err() != nil:
			return ctx.Err()
		default:
			return fmt.Errorf("remote: accept: %w", err)
		}
		select {
		case places <- struct{}{}:
			s.all.Go(func() {
				s.serve(ctx, conn)
				<-places
			})
		default:
			s.cfg.Logger.Warn("remote: too many connections")
			_ = conn.Close()
		}
	}
}

func (s *Server) begin() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.running {
		return false
	}
	s.running = true
	return true
}

// run runs the adapter. An adapter whose Run returns while it should run may
// have lost events; the client is told as it would have been without a
// connection between.
func (s *Server) run(ctx context.Context) {
	for {
		err := s.adapter.Run(ctx, func(e telephony.Event) error { return s.sink(ctx, e) })
		if ctx.Err() != nil {
			return
		}
		if !rest(ctx, runPause) {
			return
		}
		s.lose("the adapter's Run ended", err)
	}
}

// rest reports whether so much time has passed, and not ctx ended before.
func rest(ctx context.Context, d time.Duration) bool {
	pause := time.NewTimer(d)
	defer pause.Stop()
	select {
	case <-pause.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// lose makes the next open a new session, and has the client open soon.
func (s *Server) lose(why string, err error) {
	s.cfg.Logger.Error("remote: events may have been lost: "+why, "error", fmt.Sprintf("%T", err))
	s.mu.Lock()
	defer s.mu.Unlock()
	s.session = ""
	if s.client != nil {
		s.client.leave(closing)
		s.client = nil
	}
}

// sink takes an event of the adapter for the client, and waits for room.
func (s *Server) sink(ctx context.Context, e telephony.Event) error {
	raw, err := encode(e)
	if err == nil {
		_, err = message{Type: event, ID: ^uint64(0), Event: raw}.line()
	}
	if err != nil { // to have it delivered again would not help
		s.lose("one cannot be written", err)
		return nil
	}
	for {
		s.mu.Lock()
		room, full := s.backlog.add(raw)
		s.send()
		s.mu.Unlock()
		if !full {
			return nil
		}
		select {
		case <-room:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// send puts what the client may be sent. It is called under the lock.
func (s *Server) send() {
	if s.client == nil || !s.client.listening {
		return
	}
	for m, ok := s.backlog.next(); ok; m, ok = s.backlog.next() {
		s.client.wire.put(m)
	}
}

// serve is one connection, from its beginning to its end.
func (s *Server) serve(ctx context.Context, conn net.Conn) {
	ctx, cancel := context.WithCancel(ctx)
	c := &client{server: s, wire: newWire(conn), ctx: ctx, cancel: cancel, jobs: map[uint64]context.CancelFunc{}}
	defer c.wire.end()
	defer context.AfterFunc(ctx, func() { c.leave(closing) })()
	for {
		m, err := c.wire.read()
		word := ""
		switch {
		case errors.Is(err, errMalformed) || errors.Is(err, errTooLong):
			word = malformed
		case err == nil:
			word = c.take(m)
		}
		if word != "" {
			s.cfg.Logger.Warn("remote: a client was sent away", "reason", word)
			c.leave(word)
			<-c.wire.ended
		}
		if word != "" || err != nil {
			s.gone(c)
			return
		}
	}
}

// gone forgets a connection that has ended, and ends what came by it.
func (s *Server) gone(c *client) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c.cancel()
	if s.client == c {
		s.client = nil
		s.cfg.Logger.Info("remote: the client is not connected")
	}
}
