package remote

import (
	"context"
	"fmt"
	"iter"
	"math"
	"sync"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Adapter is the near end of the port: a [telephony.Adapter] whose switch is
// behind a connection. It may be used by several goroutines. Make it with New.
type Adapter struct {
	cfg Config

	mu       sync.Mutex
	link     *link // nil while nobody needs it
	requests uint64
	running  bool
	session  string // the last that the server gave; empty before the first
	lost     bool   // that one was another than the one before, and no Run has said so
	acks     acks
}

// New makes an adapter. It does not connect yet: Run, Do and Live do. The
// error matches ErrInvalid.
func New(cfg Config) (*Adapter, error) {
	cfg, err := cfg.complete()
	if err != nil {
		return nil, err
	}
	return &Adapter{cfg: cfg}, nil
}

// Ask connects once, to ask the server what its switch can do, for
// Config.Capabilities. It takes nothing over and leaves a client that is
// connected alone. The error matches ErrInvalid or ErrRefused, or is the
// connection's own.
func Ask(ctx context.Context, cfg Config) (telephony.Capabilities, error) {
	cfg, err := cfg.complete()
	if err != nil {
		return 0, err
	}
	rw, err := cfg.Connect(ctx)
	if err != nil {
		return 0, fmt.Errorf("remote: connect: %w", err)
	}
	w := newWire(rw)
	defer w.end()
	defer context.AfterFunc(ctx, w.end)()
	caps, err := greet(w, cfg.Token)
	if err != nil && ctx.Err() != nil {
		err = ctx.Err()
	}
	return caps, err
}

// Capabilities is what Config says.
func (a *Adapter) Capabilities() telephony.Capabilities { return a.cfg.Capabilities }

// Do sends a command, and waits for the answer over as many connections as it
// takes. When its context ends it returns at once, and the command may be
// carried out all the same (duty 6). A command that cannot be written as JSON
// without becoming another one is rejected.
func (a *Adapter) Do(ctx context.Context, c telephony.Command) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if int(c.Verb) >= telephony.Verbs || !a.cfg.Capabilities.Has(c.Verb.Needs()) {
		return telephony.ErrUnsupported
	}
	raw, err := encode(c)
	m := message{Type: command, ID: math.MaxUint64, Command: raw}
	if err == nil {
		_, err = m.line() // whatever its id will be
	}
	if err != nil {
		return fmt.Errorf("%w: %w", err, telephony.ErrRejected)
	}
	_, err = a.ask(ctx, m)
	return err
}

// Live asks the server for every contact, and yields them when all of them are
// there. A connection that breaks meanwhile is no error: it asks again. Beside
// ErrUnsupported it may yield ErrUnknown, ErrReplaced, ErrRefused or its
// context's error, each alone.
func (a *Adapter) Live(ctx context.Context) iter.Seq2[telephony.Live, error] {
	return func(yield func(telephony.Live, error) bool) {
		err := ctx.Err()
		var contacts []telephony.Live
		if err == nil {
			contacts, err = a.ask(ctx, message{Type: live})
		}
		if err != nil {
			yield(telephony.Live{}, err)
			return
		}
		for _, l := range contacts {
			if !yield(l, nil) {
				return
			}
		}
	}
}

// ask sends a request and waits for its answer.
func (a *Adapter) ask(ctx context.Context, m message) ([]telephony.Live, error) {
	a.mu.Lock()
	l := a.join()
	a.requests++
	m.ID = a.requests
	q := l.add(m)
	a.mu.Unlock()
	var err error
	select {
	case err = <-q.done:
	case <-ctx.Done():
		err = ctx.Err()
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	l.drop(q)
	a.leave(l)
	return q.contacts, err
}

// Run delivers events until its context ends, or until it cannot go on alone:
// ErrLost, ErrReplaced, ErrRefused. A second Run beside it is ErrRunning. An
// event that sink did not take is delivered again after a pause, before any
// later one of its call; those of other calls go on meanwhile.
func (a *Adapter) Run(ctx context.Context, sink func(telephony.Event) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	in := newInbox(a.cfg.pause)
	l, err := a.begin(in)
	if err != nil {
		return err
	}
	defer a.finish(l)
	for {
		lane, n, rest, err := in.next(time.Now())
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			return err
		case lane == nil:
			in.await(ctx, rest)
		case sink(n.event) != nil:
			in.refused(lane, time.Now())
		default:
			in.took(lane)
			a.ack(l, in, n.id)
		}
	}
}

func (a *Adapter) begin(in *inbox) (*link, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.running {
		return nil, ErrRunning
	}
	if a.lost {
		a.lost = false
		return nil, ErrLost
	}
	a.running = true
	l := a.join()
	l.listen(in)
	return l, nil
}

// finish stops the events by closing the connection, acknowledgements first,
// and waits for that: nothing goes on without Run (duty 10). Commands under
// way are sent again on another connection.
func (a *Adapter) finish(l *link) {
	a.mu.Lock()
	w := l.deafen()
	if w != nil {
		w.finish()
	}
	a.leave(l)
	alone := l.users == 0
	a.mu.Unlock()
	if w != nil {
		<-w.ended
	}
	if alone {
		<-l.ended
	}
	a.mu.Lock()
	a.running = false
	a.mu.Unlock()
}

// ack acknowledges an event that the sink has taken; unless its session has
// gone meanwhile, for then its number may be another's now.
func (a *Adapter) ack(l *link, in *inbox, id uint64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if l.in == in {
		l.ack(id)
	}
}
