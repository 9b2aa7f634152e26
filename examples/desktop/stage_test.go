package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// stage is the site as a test uses it.
type stage struct {
	*testing.T
	w   *world
	s   *site
	url string
}

func serve(t *testing.T) *stage {
	w, err := newWorld(options{agents: 3, answer: time.Minute, pause: time.Minute, wrapUp: time.Minute})
	require.NoError(t, err)
	s, err := newSite(w)
	require.NoError(t, err)
	life, end := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- w.center.Run(life) }()
	server := httptest.NewServer(s.handler())
	release := s.watch.begin(w)
	t.Cleanup(func() {
		release()
		require.NoError(t, s.drain(life))
		server.Close()
		end()
		require.NoError(t, <-done)
	})
	return &stage{t, w, s, server.URL}
}

// ask sends a request and gives the status and the body. Headers come in pairs.
func (st *stage) ask(method, path, body string, headers ...string) (int, string) {
	st.Helper()
	r, err := http.NewRequestWithContext(st.Context(), method, st.url+path, strings.NewReader(body))
	require.NoError(st, err)
	r.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
	}
	answer, err := http.DefaultClient.Do(r)
	require.NoError(st, err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	require.NoError(st, err)
	return answer.StatusCode, string(text)
}

// does is a press that succeeds.
func (st *stage) does(path, body string) string {
	st.Helper()
	code, text := st.ask(http.MethodPost, path, body)
	require.Less(st, code, 300, "%s: %s", path, text)
	return text
}

// until waits until the panel shows what is asked for, woken by its bell.
func (st *stage) until(so func(scene) bool) scene {
	st.Helper()
	late := time.After(20 * time.Second)
	for {
		next := st.w.changed.heard()
		now := st.w.scene()
		if so(now) {
			return now
		}
		select {
		case <-next:
		case <-late:
			require.Fail(st, "never shown", "%+v", now)
		}
	}
}

// free signs an agent in and makes him Available.
func (st *stage) free(id agent.ID) {
	st.Helper()
	desk, err := st.w.center.SignIn(st.Context(), id)
	require.NoError(st, err)
	require.NoError(st, desk.Available(st.Context()))
}

// at waits until an agent's phone is so, and gives the path of its leg.
func (st *stage) at(id agent.ID, state string) string {
	st.Helper()
	var found leg
	st.until(func(s scene) bool {
		for _, p := range s.Phones {
			for _, c := range p.Calls {
				if p.Agent == id && c.State == state {
					found = c
				}
			}
		}
		return found.Leg != 0
	})
	return legPath(found.Call, found.Leg)
}

// may waits until an agent may do something with Anna: the desk hears of what
// happens at a phone a little later than the phone.
func (st *stage) may(id agent.ID, a interaction.Action) {
	st.Helper()
	ctx, cancel := context.WithTimeout(st.Context(), 20*time.Second)
	defer cancel()
	_, err := st.w.center.Desk(id).Wait(ctx, func(v *callcontrol.View) bool {
		in := v.Interaction("Anna")
		return in != nil && in.May(a) == nil
	})
	require.NoError(st, err)
}

func legPath(call telephony.CallID, leg telephony.Leg) string {
	n, _ := json.Marshal(leg)
	return "/phones/calls/" + url.PathEscape(string(call)) + "/legs/" + string(n) + "/"
}

// stream reads the panel's stream.
func (st *stage) stream() (next func() scene, ended func() bool) {
	st.Helper()
	r, err := http.NewRequestWithContext(st.Context(), http.MethodGet, st.url+"/phones/events", nil)
	require.NoError(st, err)
	answer, err := http.DefaultClient.Do(r)
	require.NoError(st, err)
	st.Cleanup(func() { _ = answer.Body.Close() })
	require.Equal(st, "text/event-stream", answer.Header.Get("Content-Type"))
	lines := bufio.NewScanner(answer.Body)
	lines.Buffer(nil, 1<<20)
	return func() (s scene) {
			st.Helper()
			for lines.Scan() {
				if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
					require.NoError(st, json.Unmarshal([]byte(data), &s))
					return s
				}
			}
			require.Fail(st, "the stream has ended")
			return s
		}, func() bool {
			for lines.Scan() {
			}
			return true
		}
}
