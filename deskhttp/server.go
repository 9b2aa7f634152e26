package deskhttp

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/label"
)

// What the Logger is told. Each has the agent's id where there is one.
const (
	EventOpened  = "deskhttp: session opened"
	EventEnded   = "deskhttp: session ended"   // with the outcome that its page is told
	EventRefused = "deskhttp: request refused" // with the route, the outcome and the status; at level Debug what a rule denied, else Warn
)

// Server is the desks of a Center on HTTP, an http.Handler. It is safe for
// concurrent use. Make it with New.
type Server struct {
	cfg      Config
	sessions *sessions
	texts    map[string]page // by the language's tag
	life     context.Context // the sessions' and the streams'
	end      context.CancelCauseFunc

	mu      sync.Mutex
	closing bool
	under   sync.WaitGroup // requests under way
}

// New makes a Server. The error says what is wrong with the configuration, and
// matches ErrConfig.
func New(cfg Config) (*Server, error) {
	cfg, err := cfg.check()
	if err != nil {
		return nil, err
	}
	s := &Server{cfg: cfg, texts: pages(cfg.Languages)}
	s.life, s.end = context.WithCancelCause(context.Background())
	s.sessions = newSessions(s.life, cfg.Limits, func(x *session) {
		_, o := outcomeOf(label.English(), context.Cause(x.ctx))
		cfg.Logger.Info(EventEnded, "agent", x.desk.Agent(), "outcome", o.Outcome)
	})
	return s, nil
}

// Sessions is how many there are.
func (s *Server) Sessions() int { return s.sessions.count() }

// Drain takes no more requests, ends every stream (its page is told unavailable)
// and session, and waits for the requests that are under way, until ctx ends:
// then the error is the context's. Call it before http.Server.Shutdown, which
// would wait for the streams.
func (s *Server) Drain(ctx context.Context) error {
	s.Close()
	done := make(chan struct{})
	go func() { s.under.Wait(); close(done) }()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Close is Drain without the waiting.
func (s *Server) Close() {
	s.mu.Lock()
	s.closing = true
	s.mu.Unlock()
	s.end(errUnavailable)
}

// enter notes a request; false when the Server takes no more.
func (s *Server) enter() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.closing {
		s.under.Add(1)
	}
	return !s.closing
}

// asked is one request.
type asked struct {
	w       http.ResponseWriter
	r       *http.Request
	ctx     context.Context
	lang    label.Language
	parts   map[string]string // of the path
	session *session
	desk    *callcontrol.Desk
}

// answered: the handler has written the answer itself.
type answered struct{}

// created is an answer with status 201.
type created struct{ body any }

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	secure(w.Header())
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Add("Vary", "Accept-Language")
	a := &asked{w: w, r: r, lang: s.language(r)}
	if !s.from(r) {
		s.reply(a, "", nil, errForbidden)
		return
	}
	if s.share(w, r) {
		return
	}
	if !s.enter() {
		s.reply(a, "", nil, errUnavailable)
		return
	}
	defer s.under.Done()
	rt, parts := find(r)
	if rt == nil {
		s.reply(a, "", nil, errNotFound)
		return
	}
	a.parts = parts
	body, err := s.answer(rt, a)
	s.reply(a, rt.pattern, body, err)
}

// answer checks what every request of a route has to have, and does it.
func (s *Server) answer(rt *route, a *asked) (any, error) {
	if a.r.Method == http.MethodPost && !isJSON(a.r) {
		return nil, errUnsupported
	}
	if a.r.ContentLength > s.cfg.Limits.Body {
		return nil, errTooLarge
	}
	a.r.Body = http.MaxBytesReader(a.w, a.r.Body, s.cfg.Limits.Body)
	if !rt.open {
		now := time.Now()
		if a.session = s.sessions.find(now, bearer(a.r)); a.session == nil {
			return nil, errNoSession
		}
		a.desk = a.session.desk
		if err := a.session.take(now); err != nil {
			return nil, err
		}
	}
	if rt.stays {
		a.ctx = a.r.Context()
		return rt.do(s, a)
	}
	ctx, cancel := context.WithTimeout(a.r.Context(), s.cfg.Limits.Patience)
	defer cancel()
	a.ctx = ctx
	return rt.do(s, a)
}

// reply writes the answer, or what came of the request.
func (s *Server) reply(a *asked, pattern string, body any, err error) {
	status := http.StatusOK
	if err != nil || body == nil {
		var o outcome
		status, o = outcomeOf(a.lang, err)
		body = o
		s.refused(a, pattern, status, o.Outcome, err)
		if o.RetryAfter > 0 {
			retryAfter(a.w.Header(), o.RetryAfter)
		}
		if status == http.StatusUnauthorized {
			a.w.Header().Set("WWW-Authenticate", "Bearer")
		}
	}
	switch x := body.(type) {
	case answered:
		return
	case created:
		status, body = http.StatusCreated, x.body
	}
	write(a.w, status, body)
}

func (s *Server) refused(a *asked, pattern string, status int, what string, err error) {
	level := slog.LevelDebug
	switch status {
	case http.StatusOK, http.StatusAccepted:
		return
	case http.StatusForbidden, http.StatusTooManyRequests, http.StatusServiceUnavailable:
		level = slog.LevelWarn
	}
	args := []any{"route", pattern, "status", status, "outcome", what}
	if a.session != nil {
		args = append(args, "agent", a.desk.Agent())
	}
	if errors.Is(err, errInvalid) { // the only text of an error that is this package's own
		args = append(args, "error", err)
	}
	s.cfg.Logger.Log(context.WithoutCancel(a.r.Context()), level, EventRefused, args...)
}

// language is the language of an answer.
func (s *Server) language(r *http.Request) label.Language {
	want := r.URL.Query().Get("lang")
	if want == "" {
		want = r.Header.Get("Accept-Language")
	}
	return label.Match(want, s.cfg.Languages...)
}
