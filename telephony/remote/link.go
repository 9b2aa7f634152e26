package remote

import (
	"context"
	"errors"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// maxContacts bounds what one Live may collect from a server gone mad.
const maxContacts = 1 << 17

// link keeps a connection for as long as somebody needs it, and holds what has
// to be said again on the next. Its fields are under the adapter's lock.
type link struct {
	a     *Adapter
	users int // how many Run, Do and Live need it
	stop  context.CancelFunc
	ended chan struct{} // closed when keep has returned
	wire  *wire         // the connection, when the server has opened it
	asks  map[uint64]*ask
	in    *inbox // of the Run that listens; nil without one
	hears bool   // the connection brings events
	again bool   // the connection was closed for no fault of its own
}

// ask is a request without an answer.
type ask struct {
	request  message
	contacts []telephony.Live
	done     chan error // holds the outcome
}

// join finds the link for somebody who needs it; leave ends it behind the last.
func (a *Adapter) join() *link {
	if a.link == nil {
		ctx, stop := context.WithCancel(context.Background())
		a.link = &link{a: a, stop: stop, ended: make(chan struct{}), asks: map[uint64]*ask{}}
		go a.link.keep(ctx)
	}
	a.link.users++
	return a.link
}

func (a *Adapter) leave(l *link) {
	if l.users--; l.users == 0 {
		l.stop()
		if a.link == l {
			a.link = nil
		}
	}
}

func (l *link) add(m message) *ask {
	q := &ask{request: m, done: make(chan error, 1)}
	l.asks[m.ID] = q
	if l.wire != nil {
		l.wire.put(m)
	}
	return q
}

// drop forgets a request. One without an answer is not sent again, and its
// answer means nothing any more.
func (l *link) drop(q *ask) {
	if l.asks[q.request.ID] == nil {
		return
	}
	delete(l.asks, q.request.ID)
	if l.wire != nil {
		l.wire.put(message{Type: cancel, ID: q.request.ID})
	}
}

func (l *link) listen(in *inbox) {
	if l.in = in; l.wire != nil {
		l.wire.put(message{Type: listen})
		l.hears = true
	}
}

// ack acknowledges an event, now and on every connection until it was read.
func (l *link) ack(id uint64) {
	l.a.acks.add(id)
	if l.wire == nil {
		return
	}
	l.wire.put(message{Type: ack, ID: id})
	if l.a.acks.many() {
		l.wire.put(message{Type: ping, ID: l.a.acks.mark()})
	}
}

// dismiss ends the Run that listens.
func (l *link) dismiss(err error) {
	if l.in != nil {
		l.in.fail(err)
		l.in = nil
	}
}

// deafen forgets the Run that listens. It gives the connection that has to be
// closed for that: one that brings events.
func (l *link) deafen() *wire {
	l.in = nil
	if l.wire == nil || !l.hears {
		return nil
	}
	w := l.wire
	l.wire, l.again = nil, true
	return w
}

// keep connects, and connects again, until nobody needs the link or the server
// does not want it.
func (l *link) keep(ctx context.Context) {
	defer close(l.ended)
	cfg := l.a.cfg
	for n := 0; ; n++ {
		was, err := l.connect(ctx)
		if ctx.Err() != nil {
			return
		}
		if errors.Is(err, ErrRefused) || errors.Is(err, ErrReplaced) {
			cfg.Logger.Warn("remote: given up", "error", err)
			l.fail(err)
			return
		}
		if was {
			n = 0
		}
		if l.innocent() {
			continue
		}
		cfg.Logger.Info("remote: not connected", "error", err)
		if !rest(ctx, cfg.jittered(cfg.pause(n))) {
			return
		}
	}
}

func (l *link) innocent() bool {
	l.a.mu.Lock()
	defer l.a.mu.Unlock()
	again := l.again
	l.again = false
	return again
}

// fail gives everybody who needs the link an error. Who comes now gets another.
func (l *link) fail(err error) {
	l.a.mu.Lock()
	defer l.a.mu.Unlock()
	if l.a.link == l {
		l.a.link = nil
	}
	for id, q := range l.asks {
		delete(l.asks, id)
		q.done <- err
	}
	l.dismiss(err)
}
