package deskhttp_test

import (
	"context"
	"net"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/deskhttp"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

func anything(doc) bool { return true }

func shows(status string) func(doc) bool {
	return func(v doc) bool { return at(v, "interactions", 0, "panes", 0, "status") == status }
}

func TestTheStreamShowsWhatHappens(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.ready("A1")
		r := a.stream("")
		defer r.close()
		first := r.until(anything)
		require.Equal(t, "available", at(first.data, "agent", "status"))
		s.calls("c1")
		second := r.until(func(v doc) bool { return at(v, "cards", 0, "stage") == "contact-request" })
		require.NotEqual(t, first.id, second.id)
		require.Equal(t, a.get("/view")["cards"], second.data["cards"], "the same as GET /view")
	})
}

func TestTheStreamSaysThatItIsAlive(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		r := s.tab("A1").stream("")
		defer r.close()
		r.until(anything)
		for range 3 {
			began := time.Now()
			require.Equal(t, "here", r.next().comment)
			require.Equal(t, 15*time.Second, time.Since(began))
		}
	})
}

// Whoever comes back has what is current at once; if that is what he has already,
// nothing is sent.
func TestADroppedStreamIsResumed(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.talking("c1", "A1")
		r := a.stream("")
		last := r.until(shows("Connected"))
		r.close()

		r = a.stream(last.id)
		require.Equal(t, "here", r.next().comment, "nothing has changed for 15 seconds")
		r.close()

		a.done("/calls/c1/hold", nil)
		r = a.stream(last.id)
		now := r.next()
		require.Equal(t, "view", now.event)
		require.True(t, shows("Call on Hold")(now.data))
		r.close()

		for _, id := range []string{"", "nonsense", "17", strings.Repeat("9", 100), now.id + "0", "another-" + now.id} {
			r = a.stream(id)
			require.Equal(t, now.id, r.next().id, id)
			r.close()
		}
	})
}

// A reader who is slow misses what is between, and never gets an older view after
// a newer one.
func TestASlowReaderGetsTheLatest(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.talking("c1", "A1")
		r := a.stream("")
		defer r.close()
		synctest.Wait() // the wire takes nothing that nobody reads
		for i := range 50 {
			a.done("/calls/c1/variables/type", doc{"name": "order", "value": strconv.Itoa(i)})
			time.Sleep(100 * time.Millisecond)
		}
		seen, before := 0, 0.0
		for last := ""; last != "49"; seen++ {
			b := r.until(anything)
			require.Greater(t, b.data["version"], before)
			before = b.data["version"].(float64)
			last = at(b.data, "interactions", 0, "variables", 0, "value").(string)
		}
		require.LessOrEqual(t, seen, 3)
	})
}

func TestAReaderWhoTakesNothingIsCutOff(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.talking("c1", "A1")
		r := a.stream("")
		defer r.close()
		time.Sleep(31 * time.Second)
		require.NoError(t, s.api.Drain(t.Context()), "nobody is left to wait for")
		for b := r.next(); b.event+b.comment != ""; b = r.next() {
			require.NotEqual(t, "end", b.event)
		}
	})
}

func TestStreamsAreLimited(t *testing.T) {
	bubble(t, func(_ *callcontrol.Config, c *deskhttp.Config) { c.Limits.Streams = 2 }, func(t *testing.T, s *stand) {
		a := s.tab("A1")
		var all []*reader
		for range 3 {
			r := a.stream("")
			defer r.close()
			r.until(anything)
			all = append(all, r)
		}
		end := all[0].next()
		require.Equal(t, "end", end.event)
		require.Equal(t, "replaced", end.data["outcome"])
		a.done("/agent/sign-in", nil)
		for _, r := range all[1:] {
			r.until(func(v doc) bool { return at(v, "agent", "status") == "idle" })
		}
	})
}

func TestAStreamEndsWithItsSession(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a, b := s.tab("A1"), s.tab("A1")
		r, other := a.stream(""), b.stream("")
		defer r.close()
		defer other.close()
		r.until(anything)
		other.until(anything)
		status, _ := a.do("DELETE", "/session", nil)
		require.Equal(t, 200, status)
		end := r.next()
		require.Equal(t, "end", end.event)
		require.Equal(t, "no-session", end.data["outcome"])
		require.Equal(t, "here", other.next().comment)
	})
}

func TestAStreamEndsWithTheCentre(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		r := s.tab("A1").stream("")
		defer r.close()
		r.until(anything)
		s.stop()
		end := r.next()
		require.Equal(t, "end", end.event)
		require.Equal(t, "unavailable", end.data["outcome"])
		require.NotEmpty(t, end.data["text"])
	})
}

// Nobody is shown an empty desktop while the centre is still reading its records.
func TestNothingIsShownBeforeTheCentreIsReady(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		cfg := world(t)
		cfg.Adapter, cfg.Store = simulator.New(simulator.Config{}), store.NewMemory()
		center, err := callcontrol.New(cfg)
		require.NoError(t, err)
		api, err := deskhttp.New(deskhttp.Config{Center: center, Identify: whoAsks})
		require.NoError(t, err)
		w := &wire{calls: make(chan net.Conn), done: make(chan struct{})}
		web := &http.Server{Handler: http.StripPrefix("/api", api)}
		go func() { _ = web.Serve(w) }()
		s := &stand{T: t, c: center, api: api, wire: w}
		s.http = s.client()
		a := s.tab("A1")
		for _, path := range []string{"/view", "/events"} {
			status, d := a.do("GET", path, nil)
			require.Equal(t, 503, status)
			require.Equal(t, "unavailable", d["outcome"])
		}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- center.Run(ctx) }()
		a.get("/view")
		cancel()
		require.NoError(t, <-done)
		api.Close()
		s.http.CloseIdleConnections()
		require.NoError(t, web.Close())
	})
}
