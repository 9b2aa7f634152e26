package deskhttp_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/deskhttp"
)

func TestASessionIsOpenedUsedAndEnded(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.tab("A1")
		d := a.get("/session?lang=fr")
		require.Equal(t, "A1", d["agent"])
		require.Equal(t, "fr", d["language"])
		require.Equal(t, []any{"en", "fr"}, d["languages"])
		require.Equal(t, []any{"+18005550199"}, d["callerIds"])
		require.NotContains(t, d, "token", "a token is given once")
		require.Equal(t, 1, s.api.Sessions())

		status, _ := a.do("DELETE", "/session", nil)
		require.Equal(t, 200, status)
		synctest.Wait()
		require.Zero(t, s.api.Sessions())
		status, d = a.do("GET", "/view", nil)
		require.Equal(t, 401, status)
		require.Equal(t, "no-session", d["outcome"])
	})
}

func TestEveryCallNeedsAToken(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		real := s.tab("A1")
		calls := []string{"GET /session", "DELETE /session", "GET /view", "GET /events", "POST /agent/available", "POST /accept-all", "POST /dial",
			"POST /calls/c1/hold", "POST /calls/c1/wrap-up/submit", "POST /calls/c1/variables/save", "POST /notices/acknowledge", "POST /number",
			"GET /targets?list=agents&action=consult", "POST /targets/refresh", "GET /reasons?call=c1"}
		forged := []string{"", "x", strings.Repeat("A", 43), real.token[1:] + "A", real.token + "A", strings.ToUpper(real.token)}
		for _, call := range calls {
			method, path, _ := strings.Cut(call, " ")
			for _, token := range forged {
				x := &tab{stand: s, token: token, head: http.Header{}}
				res, d := x.send(x.request(t.Context(), method, path, nil))
				require.Equal(t, 401, res.StatusCode, "%s with %q", call, token)
				require.Equal(t, "no-session", d["outcome"])
				require.Equal(t, "Bearer", res.Header.Get("WWW-Authenticate"))
			}
			other := &tab{stand: s, head: http.Header{"Authorization": {"Basic " + real.token}}}
			status, _ := other.do(method, path, nil)
			require.Equal(t, 401, status)
			inURL := &tab{stand: s, head: http.Header{}}
			status, _ = inURL.do(method, path+"?token="+real.token, nil)
			require.Equal(t, 401, status)
		}
		require.Equal(t, "A1", real.get("/session")["agent"])
		require.Equal(t, 200, func() int { status, _ := (&tab{stand: s}).do("GET", "/texts", nil); return status }())
	})
}

func TestNobodyGetsASession(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		x := &tab{stand: s}
		x.not("/session", nil, 401, "no-session")
		require.Zero(t, s.api.Sessions())
		require.NotContains(t, s.log.String(), "nobody", "what Identify says is its own")
	})
}

func TestASessionExpires(t *testing.T) {
	t.Run("left alone", func(t *testing.T) {
		bubble(t, nil, func(t *testing.T, s *stand) {
			a := s.tab("A1")
			time.Sleep(2*time.Hour - time.Second)
			a.get("/session")
			time.Sleep(2*time.Hour + time.Second)
			status, _ := a.do("GET", "/session", nil)
			require.Equal(t, 401, status)
		})
	})
	t.Run("of age, with an open stream", func(t *testing.T) {
		bubble(t, nil, func(t *testing.T, s *stand) {
			a := s.tab("A1")
			r := a.stream("")
			defer r.close()
			require.Equal(t, "view", r.next().event)
			end := func() block {
				for {
					if b := r.next(); b.comment == "" {
						return b
					}
				}
			}()
			require.Equal(t, "end", end.event, "%v", end)
			require.Equal(t, "no-session", end.data["outcome"])
			synctest.Wait()
			require.Zero(t, s.api.Sessions())
			require.Contains(t, s.log.String(), `"msg":"deskhttp: session ended","agent":"A1","outcome":"no-session"`)
		})
	})
}

func TestSessionsAreLimited(t *testing.T) {
	limits := func(_ *callcontrol.Config, c *deskhttp.Config) {
		c.Limits = deskhttp.Limits{Sessions: 3, PerAgent: 2, Idle: time.Hour}
	}
	bubble(t, limits, func(t *testing.T, s *stand) {
		first, second := s.tab("A1"), s.tab("A1")
		r := first.stream("")
		defer r.close()
		go func() { _, _ = io.Copy(io.Discard, r.in) }()
		time.Sleep(time.Second)
		third := s.tab("A1") // the second has no page open any more
		first.get("/session")
		third.get("/session")
		status, _ := second.do("GET", "/session", nil)
		require.Equal(t, 401, status)

		s.tab("A2")
		x := &tab{stand: s, head: http.Header{"Agent": {"A3"}}}
		res, d := x.send(x.request(t.Context(), "POST", "/session", nil))
		require.Equal(t, 429, res.StatusCode)
		require.Equal(t, "too-many", d["outcome"])
		require.Equal(t, "60", res.Header.Get("Retry-After"))

		time.Sleep(61 * time.Minute) // all but the first, whose stream is open, are left alone
		s.tab("A3")
		require.Equal(t, 2, s.api.Sessions())
	})
}

func TestRequestsAreLimited(t *testing.T) {
	bubble(t, func(_ *callcontrol.Config, c *deskhttp.Config) { c.Limits = deskhttp.Limits{Rate: 2, Burst: 5} }, func(t *testing.T, s *stand) {
		a, b := s.tab("A1"), s.tab("A1")
		for range 5 {
			a.get("/session")
		}
		res, d := a.send(a.request(t.Context(), "GET", "/session", nil))
		require.Equal(t, 429, res.StatusCode)
		require.Equal(t, "too-many", d["outcome"])
		require.Equal(t, "1", res.Header.Get("Retry-After"))
		require.EqualValues(t, 1, d["retryAfter"])
		b.get("/session") // another tab has its own
		time.Sleep(time.Second)
		a.get("/session")
		a.get("/session")
		status, _ := a.do("GET", "/session", nil)
		require.Equal(t, 429, status)
	})
}

func TestDrain(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.tab("A1")
		r := a.stream("")
		defer r.close()
		require.Equal(t, "view", r.next().event)
		drained := make(chan error)
		go func() { drained <- s.api.Drain(t.Context()) }()
		end := r.next()
		require.Equal(t, "end", end.event)
		require.Equal(t, "unavailable", end.data["outcome"])
		require.Equal(t, block{}, r.next())
		require.NoError(t, <-drained)
		status, d := a.do("GET", "/view", nil)
		require.Equal(t, 503, status)
		require.Equal(t, "unavailable", d["outcome"])
		require.Zero(t, s.api.Sessions())
	})
}

func TestDrainWaitsForRequests(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.talking("c1", "A1")
		s.sw.Slow(true)
		answer := make(chan int)
		go func() { status, _ := a.do("POST", "/calls/c1/hold", nil); answer <- status }()
		synctest.Wait()
		s.api.Close()
		drained := make(chan error)
		go func() { drained <- s.api.Drain(t.Context()) }()
		require.Equal(t, 202, <-answer)
		require.NoError(t, <-drained)
	})
}

// A page that is open over a restart is told, and goes on with a new session: the
// server has forgotten the old one, and nothing else.
func TestAServerRestarts(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.talking("c1", "A1")
		r := a.stream("")
		last := r.until(func(doc) bool { return true })
		s.api.Close()
		require.Equal(t, "end", r.next().event)
		r.close()

		next, err := deskhttp.New(deskhttp.Config{Center: s.c, Identify: whoAsks})
		require.NoError(t, err)
		s.api = next
		status, d := a.do("GET", "/events", nil)
		require.Equal(t, 401, status)
		require.Equal(t, "no-session", d["outcome"])

		again := s.tab("A1")
		r = again.stream(last.id)
		defer r.close()
		again.done("/calls/c1/hold", nil)
		r.until(func(v doc) bool { return at(v, "interactions", 0, "panes", 0, "status") == "Call on Hold" })
	})
}
