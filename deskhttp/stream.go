package deskhttp

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/label"
)

// The times of a stream.
const (
	quiet = 15 * time.Second // after which a comment says that it is alive
	slow  = 30 * time.Second // for which a reader may take nothing
)

// process tells this process's views from those of another one: versions begin
// anew with each.
var process = rand.Text()[:8]

func idOf(v *callcontrol.View) string { return process + "-" + strconv.FormatUint(v.Version, 10) }

// ready waits until the centre has read its records: what it shows before is
// nobody's desktop.
func (s *Server) ready(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, s.cfg.Limits.Patience)
	defer cancel()
	select {
	case <-s.cfg.Center.Ready():
		return nil
	case <-ctx.Done():
	case <-s.life.Done():
	}
	return errUnavailable
}

// view is GET /view.
func (s *Server) view(a *asked) (any, error) {
	if err := s.ready(a.ctx); err != nil {
		return nil, err
	}
	return s.document(a.desk.View(), a.lang, time.Now()), nil
}

// events is GET /events.
func (s *Server) events(a *asked) (any, error) {
	if err := s.ready(a.ctx); err != nil {
		return nil, err
	}
	st := a.session.enter(a.ctx, s.cfg.Limits.Streams)
	defer func() { a.session.exit(time.Now(), st) }()
	h := a.w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("X-Accel-Buffering", "no") // a proxy that collects it would show nothing
	w := &writer{Server: s, out: a.w, to: http.NewResponseController(a.w), lang: a.lang, last: a.r.Header.Get("Last-Event-ID")}
	_ = w.to.SetReadDeadline(time.Time{}) // the host's is for requests
	if w.comment() != nil {
		return answered{}, nil
	}
	for st.ctx.Err() == nil {
		if done, err := w.follow(st.ctx, a.desk); err != nil || done {
			if err == nil {
				w.bye(errUnavailable)
			}
			return answered{}, nil
		}
	}
	var why *fault
	if errors.As(context.Cause(st.ctx), &why) { // not because the reader has gone
		w.bye(why)
	}
	return answered{}, nil
}

// writer writes a stream.
type writer struct {
	*Server
	out  http.ResponseWriter
	to   *http.ResponseController
	lang label.Language
	last string // the id that the reader has
}

// follow writes what the desk shows, as it changes, for as long as nothing has to
// be said in between; done when the centre has ended. Whoever is slow finds the
// latest view when the one before is written: nothing is kept for him.
func (w *writer) follow(ctx context.Context, desk *callcontrol.Desk) (done bool, err error) {
	until, cancel := context.WithTimeout(ctx, quiet)
	defer cancel()
	for v := range desk.Views(until) {
		if id := idOf(v); id != w.last {
			if err := w.shows(v, id); err != nil {
				return false, err
			}
			w.last = id
		}
	}
	switch {
	case ctx.Err() != nil:
		return false, nil
	case until.Err() == nil:
		return true, nil
	}
	return false, w.comment()
}

func (w *writer) shows(v *callcontrol.View, id string) error {
	data, err := json.Marshal(w.document(v, w.lang, time.Now()))
	if err != nil {
		return err
	}
	return w.block(id, "view", data)
}

// bye says why the stream ends.
func (w *writer) bye(why *fault) {
	_, o := outcomeOf(w.lang, why)
	if data, err := json.Marshal(o); err == nil {
		_ = w.block("", "end", data)
	}
}

func (w *writer) block(id, event string, data []byte) error {
	head := "event: " + event + "\ndata: "
	if id != "" {
		head = "id: " + id + "\n" + head
	}
	return w.send([]byte(head), data, []byte("\n\n")) // one line: JSON has no line breaks
}

func (w *writer) comment() error { return w.send([]byte(": here\n\n")) }

// send gives up on a reader who does not take it.
func (w *writer) send(parts ...[]byte) error {
	_ = w.to.SetWriteDeadline(time.Now().Add(slow)) // what cannot have one waits for its own
	for _, part := range parts {
		if _, err := w.out.Write(part); err != nil {
			return err
		}
	}
	if err := w.to.Flush(); err != nil {
		return err
	}
	_ = w.to.SetWriteDeadline(time.Time{})
	return nil
}
