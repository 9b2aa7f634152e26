package soak

import (
	"context"
	"encoding/json"
	"iter"
	"net"
	"sync"
	"time"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
)

// Desks in another process: one connection for each desk, of JSON lines. The
// client says whose desk it is, and then asks; the server shows screens, and
// answers.

type upward struct {
	Agent  agent.ID      `json:"agent,omitempty"`
	ID     uint64        `json:"id,omitempty"`
	Ask    *Ask          `json:"ask,omitempty"`
	Within time.Duration `json:"within,omitempty"`
}

type downward struct {
	Screen *Screen `json:"screen,omitempty"`
	ID     uint64  `json:"id,omitempty"`
	Answer *Answer `json:"answer,omitempty"`
}

// ServeDesks serves the desks of a centre until ctx ends, and closes the
// listener.
func ServeDesks(ctx context.Context, l net.Listener, c *callcontrol.Center) {
	stop := context.AfterFunc(ctx, func() { _ = l.Close() })
	defer stop()
	var all sync.WaitGroup
	defer all.Wait()
	for {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		all.Go(func() { serveDesk(ctx, conn, c) })
	}
}

func serveDesk(ctx context.Context, conn net.Conn, c *callcontrol.Center) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	context.AfterFunc(ctx, func() { _ = conn.Close() })
	in, out := json.NewDecoder(conn), json.NewEncoder(conn)
	var hello upward
	if in.Decode(&hello) != nil {
		return
	}
	desk := local{c.Desk(hello.Agent)}
	var writing sync.Mutex
	say := func(d downward) {
		writing.Lock()
		defer writing.Unlock()
		if out.Encode(d) != nil {
			stop()
		}
	}
	var all sync.WaitGroup
	defer all.Wait()
	all.Go(func() {
		for s := range desk.Screens(ctx) {
			say(downward{Screen: &s})
		}
		stop()
	})
	for {
		var u upward
		if in.Decode(&u) != nil || u.Ask == nil {
			stop()
			return
		}
		all.Go(func() {
			within, cancel := context.WithTimeout(ctx, u.Within)
			defer cancel()
			a := desk.Ask(within, *u.Ask)
			say(downward{ID: u.ID, Answer: &a})
		})
	}
}

// far is a desk in another process.
type far struct {
	id   agent.ID
	dial func(context.Context) (net.Conn, error)

	mu    sync.Mutex
	conn  net.Conn
	out   *json.Encoder
	asked uint64
	waits map[uint64]chan Answer
}

func (d *far) Screens(ctx context.Context) iter.Seq[Screen] {
	return func(yield func(Screen) bool) {
		conn, err := d.dial(ctx)
		if err != nil {
			return
		}
		defer func() { _ = conn.Close() }()
		stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
		defer stop()
		d.mu.Lock()
		d.conn, d.out, d.waits = conn, json.NewEncoder(conn), map[uint64]chan Answer{}
		err = d.out.Encode(upward{Agent: d.id})
		d.mu.Unlock()
		defer d.cut()
		in := json.NewDecoder(conn)
		for err == nil {
			var m downward
			if err = in.Decode(&m); err != nil {
				return
			}
			if m.Answer != nil {
				d.mu.Lock()
				if w := d.waits[m.ID]; w != nil {
					w <- *m.Answer
					delete(d.waits, m.ID)
				}
				d.mu.Unlock()
			}
			if m.Screen != nil && !yield(*m.Screen) {
				return
			}
		}
	}
}

// cut tells whoever waits that nobody will answer.
func (d *far) cut() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.conn = nil
	for _, w := range d.waits {
		w <- Answer{Outcome: Cut}
	}
	d.waits = nil
}

func (d *far) Ask(ctx context.Context, a Ask) Answer {
	within := patience
	if by, ok := ctx.Deadline(); ok {
		within = time.Until(by)
	}
	w := make(chan Answer, 1)
	d.mu.Lock()
	if d.conn == nil {
		d.mu.Unlock()
		return Answer{Outcome: Cut}
	}
	d.asked++
	d.waits[d.asked] = w
	err := d.out.Encode(upward{ID: d.asked, Ask: &a, Within: within})
	d.mu.Unlock()
	if err != nil {
		return Answer{Outcome: Cut}
	}
	select {
	case out := <-w:
		return out
	case <-time.After(within + patience): // the centre's own patience has ended long ago
		return Answer{Outcome: Nonsense, Why: "no answer, long after the request's time was over"}
	}
}
