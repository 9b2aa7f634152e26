package deskhttp

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"sync"
	"time"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
)

// session is one tab: who asks, and what he has used up.
type session struct {
	desk    *callcontrol.Desk
	key     key
	expires time.Time
	ctx     context.Context // ends with the session; its cause is what the stream says
	end     context.CancelCauseFunc

	mu      sync.Mutex
	used    time.Time
	bucket  bucket
	streams []*stream // oldest first
}

// key is what a token is looked up by. The token itself is kept nowhere: who can
// read this memory cannot act with it, and a comparison tells nothing by its time.
type key [sha256.Size]byte

func keyOf(token string) key { return sha256.Sum256([]byte(token)) }

// sessions are the open sessions.
type sessions struct {
	limits Limits
	life   context.Context
	ended  func(*session) // is told of each that ends, without a lock
	mu     sync.Mutex
	all    map[key]*session
	of     map[agent.ID][]*session
	swept  time.Time
}

func newSessions(life context.Context, l Limits, ended func(*session)) *sessions {
	return &sessions{limits: l, life: life, ended: ended, all: map[key]*session{}, of: map[agent.ID][]*session{}}
}

// open begins a session and gives its token.
func (s *sessions) open(now time.Time, desk *callcontrol.Desk) (*session, string, error) {
	var secret [32]byte
	_, _ = rand.Read(secret[:]) // it cannot fail: it ends the process instead
	token := base64.RawURLEncoding.EncodeToString(secret[:])
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.all) >= s.limits.Sessions || now.Sub(s.swept) > time.Minute {
		s.sweep(now)
	}
	if len(s.of[desk.Agent()]) >= s.limits.PerAgent {
		s.leave(desk.Agent())
	}
	if len(s.all) >= s.limits.Sessions {
		return nil, "", &tooMany{after: time.Minute}
	}
	x := &session{desk: desk, key: keyOf(token), expires: now.Add(s.limits.Age), used: now}
	x.bucket = bucket{rate: float64(s.limits.Rate), size: float64(s.limits.Burst), left: float64(s.limits.Burst), at: now}
	ctx, end := context.WithCancelCause(s.life)
	ctx, stop := context.WithDeadlineCause(ctx, x.expires, errNoSession)
	x.ctx, x.end = ctx, func(cause error) { end(cause); stop() }
	context.AfterFunc(ctx, func() { s.forget(x); s.ended(x) })
	s.all[x.key] = x
	s.of[desk.Agent()] = append(s.of[desk.Agent()], x)
	return x, token, nil
}

// find is the session of a token; nil when there is none.
func (s *sessions) find(now time.Time, token string) *session {
	s.mu.Lock()
	x := s.all[keyOf(token)]
	s.mu.Unlock()
	if x == nil || x.ctx.Err() != nil {
		return nil
	}
	if x.left(now) > s.limits.Idle {
		x.end(errNoSession)
		return nil
	}
	x.mu.Lock()
	x.used = now
	x.mu.Unlock()
	return x
}

// sweep ends what nobody uses. The caller holds the lock.
func (s *sessions) sweep(now time.Time) {
	s.swept = now
	for _, x := range s.all {
		if x.left(now) > s.limits.Idle {
			x.end(errNoSession)
			s.drop(x)
		}
	}
}

// leave ends the session of an agent that has been left for longest. The caller
// holds the lock.
func (s *sessions) leave(id agent.ID) {
	oldest := slices.MinFunc(s.of[id], func(a, b *session) int {
		a.mu.Lock()
		usedA, openA := a.used, len(a.streams)
		a.mu.Unlock()
		b.mu.Lock()
		usedB, openB := b.used, len(b.streams)
		b.mu.Unlock()
		if (openA > 0) != (openB > 0) {
			return min(openA, 1) - min(openB, 1)
		}
		return usedA.Compare(usedB)
	})
	oldest.end(errReplaced)
	s.drop(oldest)
}

func (s *sessions) forget(x *session) {
	s.mu.Lock()
	s.drop(x)
	s.mu.Unlock()
}

func (s *sessions) drop(x *session) {
	if s.all[x.key] != x {
		return
	}
	delete(s.all, x.key)
	id := x.desk.Agent()
	s.of[id] = slices.DeleteFunc(s.of[id], func(y *session) bool { return y == x })
	if len(s.of[id]) == 0 {
		delete(s.of, id)
	}
}

func (s *sessions) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.all)
}

// left is for how long nobody has used it; a stream is a use.
func (x *session) left(now time.Time) time.Duration {
	x.mu.Lock()
	defer x.mu.Unlock()
	if len(x.streams) > 0 {
		return 0
	}
	return now.Sub(x.used)
}

// take takes a request out of the session's rate, or says how long to wait.
func (x *session) take(now time.Time) error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if wait := x.bucket.take(now); wait > 0 {
		return &tooMany{after: wait}
	}
	return nil
}

// stream is one open stream of a session.
type stream struct {
	ctx  context.Context // ends with the request, the session, or for a newer stream
	end  context.CancelCauseFunc
	stop func() bool
}

// enter begins a stream, and ends the oldest when there are too many.
func (x *session) enter(ctx context.Context, most int) *stream {
	ctx, end := context.WithCancelCause(ctx)
	st := &stream{ctx: ctx, end: end}
	st.stop = context.AfterFunc(x.ctx, func() { end(context.Cause(x.ctx)) })
	x.mu.Lock()
	defer x.mu.Unlock()
	if len(x.streams) >= most {
		x.streams[0].end(errReplaced)
		x.streams = slices.Delete(x.streams, 0, 1)
	}
	x.streams = append(x.streams, st)
	return st
}

// exit says that a stream is over.
func (x *session) exit(now time.Time, st *stream) {
	st.stop()
	st.end(nil)
	x.mu.Lock()
	defer x.mu.Unlock()
	x.used = now
	x.streams = slices.DeleteFunc(x.streams, func(y *stream) bool { return y == st })
}
