package remote

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// connect is one connection, from its beginning to its end. It reports whether
// the server opened it.
func (l *link) connect(ctx context.Context) (bool, error) {
	soon, cancel := context.WithTimeout(ctx, silence)
	defer cancel()
	rw, err := l.a.cfg.Connect(soon)
	if err != nil {
		return false, fmt.Errorf("remote: connect: %w", err)
	}
	w := newWire(rw)
	defer w.end()
	undo := context.AfterFunc(ctx, w.end)
	defer undo()
	caps, err := greet(w, l.a.cfg.Token)
	if err != nil {
		return false, err
	}
	if missing := l.a.cfg.Capabilities &^ caps; missing != 0 {
		l.a.cfg.Logger.Warn("remote: the switch can do less than configured", "missing", missing)
	}
	l.a.mu.Lock()
	request, mark := message{Type: open, Session: l.a.session, Taken: l.a.acks.all()}, l.a.acks.mark()
	l.a.mu.Unlock()
	w.put(request)
	m, err := expect(w, opened)
	if err == nil && (m.Session == "" || len(m.Session) > maxToken) {
		err = errMalformed
	}
	if err != nil {
		return false, err
	}
	l.a.cfg.Logger.Info("remote: connected")
	l.begin(w, m.Session, mark)
	defer l.end(w)
	undo() // from now on there may be last words
	defer context.AfterFunc(ctx, w.finish)()
	go l.beat(w)
	for {
		m, err := w.read()
		if err != nil {
			return true, err
		}
		if err := l.take(m); err != nil {
			return true, err
		}
	}
}

// begin says everything again that the server may not have read.
func (l *link) begin(w *wire, session string, mark uint64) {
	l.a.mu.Lock()
	defer l.a.mu.Unlock()
	if l.a.link != l {
		return // nobody needs this one any more; the next may be at work
	}
	if l.a.session != session {
		l.a.lost = l.a.lost || l.a.session != ""
		l.a.session = session
		mark = l.a.acks.mark() // numbers of another session
	}
	l.a.acks.read(mark)
	for _, id := range l.a.acks.said {
		w.put(message{Type: ack, ID: id})
	}
	if l.in != nil && l.a.lost {
		l.a.lost = false
		l.dismiss(ErrLost)
	}
	if l.hears = l.in != nil; l.hears {
		w.put(message{Type: listen})
	}
	ids := make([]uint64, 0, len(l.asks))
	for id, q := range l.asks {
		q.contacts = nil
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		w.put(l.asks[id].request)
	}
	l.wire = w
}

func (l *link) end(w *wire) {
	l.a.mu.Lock()
	defer l.a.mu.Unlock()
	if l.wire == w {
		l.wire = nil
	}
}

// beat says regularly that the client is there.
func (l *link) beat(w *wire) {
	t := time.NewTicker(beat)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			l.a.mu.Lock()
			w.put(message{Type: ping, ID: l.a.acks.mark()})
			l.a.mu.Unlock()
		case <-w.ended:
			return
		}
	}
}
