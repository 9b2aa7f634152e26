package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// page is who uses the service.
type page struct {
	*testing.T
	s    *service
	url  string
	stop func()
}

func serve(t *testing.T) *page {
	sw := simulator.New(simulator.Config{})
	center, err := callcontrol.New(callcontrol.Config{Adapter: sw})
	require.NoError(t, err)
	life, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- center.Run(life) }()
	s := &service{center: center, sw: sw, agents: []agent.ID{"A1", "A2"}, patience: 20 * time.Second}
	server := httptest.NewServer(s.handler())
	p := &page{T: t, s: s, url: server.URL}
	p.stop = func() { cancel(); require.NoError(t, <-done); done <- nil }
	t.Cleanup(func() { server.Close(); p.stop() })
	return p
}

// post asks for something, and gives the status and the body.
func (p *page) post(path, body string) (int, answer) {
	p.Helper()
	r, err := http.Post(p.url+path, "application/json", strings.NewReader(body))
	require.NoError(p, err)
	defer r.Body.Close()
	var a answer
	require.NoError(p, json.NewDecoder(r.Body).Decode(&a))
	return r.StatusCode, a
}

// done asks for what succeeds.
func (p *page) done(path, body string) {
	p.Helper()
	code, a := p.post(path, body)
	require.Equal(p, http.StatusOK, code, a)
}

// shows waits until a desktop has this in it, by asking for later and later
// views.
func (p *page) shows(agent, what string) {
	p.Helper()
	var v struct {
		Version uint64 `json:"version"`
	}
	for began := time.Now(); time.Since(began) < p.s.patience; {
		r, err := http.Get(fmt.Sprintf("%s/desks/%s/view?after=%d", p.url, agent, v.Version))
		require.NoError(p, err)
		var text bytes.Buffer
		_, err = text.ReadFrom(r.Body)
		require.NoError(p, err)
		require.NoError(p, r.Body.Close())
		require.Equal(p, http.StatusOK, r.StatusCode)
		if strings.Contains(text.String(), what) {
			return
		}
		require.NoError(p, json.Unmarshal(text.Bytes(), &v))
	}
	require.Fail(p, "never shown", what)
}

// call is a call that A1 has answered.
func (p *page) call() {
	p.done("/desks/A1/sign-in", "")
	p.done("/desks/A1/available", "")
	p.done("/calls/anna?queue=billing&from=%2B12015550100", "")
	p.shows("A1", `"stage":"contact-request"`)
	p.done("/calls/anna/answer?agent=A1", "")
	p.shows("A1", `"status":"Connected"`)
}

// A call from its arrival to its wrap-up, all of it over HTTP.
func TestCall(t *testing.T) {
	p := serve(t)
	p.call()
	p.done("/desks/A2/sign-in", "")
	p.done("/desks/A2/sign-in", "")
	p.done("/desks/A1/interactions/anna/consult", `{"to":{"kind":"agent","address":"A2"}}`)
	p.shows("A2", `"status":"Ringing"`)
	p.done("/calls/anna/answer?agent=A2", "")
	p.shows("A1", `"status":"Consulting"`)
	p.done("/desks/A1/interactions/anna/conference", "")
	p.shows("A2", `"status":"Conference"`)
	p.done("/desks/A1/interactions/anna/transfer", "")
	p.shows("A1", `"status":"wrap-up"`)
	p.done("/desks/A1/interactions/anna/choose", `{"reason":"wrap-up"}`)
	p.done("/desks/A1/interactions/anna/submit", "")
	p.shows("A1", `"status":"available"`)
	p.done("/calls/anna/hang-up", "")
	p.shows("A2", `"status":"wrap-up"`)
	code, a := p.post("/desks/A2/sign-out", "")
	require.Equal(t, http.StatusConflict, code)
	require.Equal(t, []telephony.CallID{"anna"}, a.Interactions, "what is in the way")
}

// Every outcome of a desk has a status of its own.
func TestOutcomes(t *testing.T) {
	p := serve(t)
	hold := "/desks/A1/interactions/anna/hold"
	said := func(path, body string, code int) answer {
		t.Helper()
		is, a := p.post(path, body)
		require.Equal(t, code, is, "%s: %v", path, a)
		return a
	}
	said(hold, "", http.StatusUnauthorized)
	p.call()

	p.s.sw.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.Hold}, Do: simulator.Reject, Cause: telephony.DeviceFailure})
	require.Contains(t, said(hold, "", http.StatusBadGateway).Error, "device-failure")
	said(hold, "", http.StatusOK)
	a := said(hold, "", http.StatusConflict)
	require.EqualValues(t, "HLD-3", a.Rule)
	require.NotEmpty(t, a.Error)

	said("/desks/A1/interactions/bert/hold", "", http.StatusNotFound)
	said("/desks/B9/interactions/anna/hold", "", http.StatusNotFound)
	for path, body := range map[string]string{
		"dance": "", "consult": "{", "send-digits": `{"digits":"twelve"}`, "hold": `{"to":{"kind":"agent","address":"A2"}}`,
		"transfer": `{"to":{"kind":"moon","address":"x"}}`, "choose": `{"reason":"none of ours"}`,
	} {
		code, _ := p.post("/desks/A1/interactions/anna/"+path, body)
		require.Contains(t, []int{http.StatusBadRequest, http.StatusConflict}, code, path)
	}
	said("/desks/A1/interactions/anna/dance", "", http.StatusBadRequest)
	said("/desks/A1/dance", "", http.StatusBadRequest)
	said("/calls/anna", "", http.StatusConflict)

	p.s.patience = 10 * time.Millisecond
	p.s.sw.Slow(true)
	said("/desks/A1/interactions/anna/resume", "", http.StatusAccepted)
	r, err := http.Get(fmt.Sprint(p.url, "/desks/A2/view?after=", p.s.center.Desk("A2").View().Version))
	require.NoError(t, err)
	require.NoError(t, r.Body.Close())
	require.Equal(t, http.StatusNoContent, r.StatusCode, "nothing new")
	p.s.sw.Slow(false)

	p.stop()
	said(hold, "", http.StatusServiceUnavailable)
}

// What is pending because the centre stops is under way, and not unavailable.
func TestPendingComesFirst(t *testing.T) {
	require.Equal(t, http.StatusAccepted, status(&callcontrol.Pending{Err: callcontrol.ErrUnavailable}))
	require.Equal(t, http.StatusServiceUnavailable, status(fmt.Errorf("%w: why", callcontrol.ErrUnavailable)))
	require.Equal(t, http.StatusServiceUnavailable, status(context.Canceled))
}

// TestRun: the service ends when it is told to.
func TestRun(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	require.NoError(t, run(ctx, "localhost:0", []agent.ID{"A1"}))
	require.Error(t, run(t.Context(), "localhost:-1", nil))
}
