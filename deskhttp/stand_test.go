package deskhttp_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/deskhttp"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// stand is a centre and a Server over it on a wire in memory, in a bubble: its
// time passes when nothing else can happen, and it does not end while a goroutine
// is left in it, so that every test here is a test of leaks as well.
type stand struct {
	*testing.T
	sw   *simulator.Switch
	c    *callcontrol.Center
	api  *deskhttp.Server
	wire *wire
	log  *bytes.Buffer
	http *http.Client
	stop func() // the centre
}

// wire is a listener without a network: each end waits for the other.
type wire struct {
	calls chan net.Conn
	done  chan struct{}
	once  sync.Once
}

func (w *wire) Accept() (net.Conn, error) {
	select {
	case c := <-w.calls:
		return c, nil
	case <-w.done:
		return nil, net.ErrClosed
	}
}
func (w *wire) Close() error   { w.once.Do(func() { close(w.done) }); return nil }
func (w *wire) Addr() net.Addr { return &net.UnixAddr{Name: "wire"} }

func (w *wire) dial(context.Context, string, string) (net.Conn, error) {
	here, there := net.Pipe()
	select {
	case w.calls <- there:
		return here, nil
	case <-w.done:
		return nil, net.ErrClosed
	}
}

var errNobody = errors.New("nobody")

// whoAsks takes the agent from a header: these tests trust it.
func whoAsks(r *http.Request) (agent.ID, error) {
	if id := r.Header.Get("Agent"); id != "" {
		return agent.ID(id), nil
	}
	return "", errNobody
}

const secret = "4929123412341234"

func number(t require.TestingT, text string) dialnumber.Number {
	n, err := dialnumber.New(text)
	require.NoError(t, err)
	return n
}

// world is a centre with something of everything.
func world(t *testing.T) callcontrol.Config {
	schema, err := cad.NewSchema([]cad.Definition{
		{Name: "order", Label: "Order", Editable: true},
		{Name: "amount", Type: cad.Integer, Editable: true},
		{Name: "vip"},
		{Name: "card", Label: "Card", Secure: true, Editable: true},
	})
	require.NoError(t, err)
	reasons, err := wrapup.NewReasons(wrapup.Reason{Code: "sale", Label: "Sale"}, wrapup.Reason{Code: "café", Label: "Café au lait"})
	require.NoError(t, err)
	return callcontrol.Config{
		Variables: schema,
		Values: func(telephony.CallID, telephony.Contact) map[string]string {
			return map[string]string{"order": "4711", "card": secret}
		},
		Agents:   agent.Policy{Codes: []agent.IdleCode{"Lunch", "Break"}},
		Settings: callcontrol.Settings{CallerIDs: []string{"+18005550199"}, Policy: callflow.Policy{WrapUp: wrapup.Policy{Reasons: reasons}}},
		Directory: callcontrol.StaticDirectory(target.Lists{
			AsOf:        time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC),
			Agents:      []target.Agent{{ID: "A1", Name: "Ada"}, {ID: "A2", Name: "Bob", Team: "Gold", DN: number(t, "2002")}, {ID: "A3", Name: "Cleo", Supervisor: true}},
			Queues:      []target.Place{{ID: "billing", Name: "Billing", Consult: true, Transfer: true}, {ID: "help", Name: "Help", Consult: true}},
			EntryPoints: []target.Place{{ID: "front", Name: "Front desk", Transfer: true}},
			EPDNs:       []target.EPDN{{Number: number(t, "+18005550111"), EntryPoint: "front"}},
			Book:        []target.Entry{{Name: "Zoé", Number: number(t, "+33123456789")}},
			Experts:     []target.Expert{{ID: "E1", FirstName: "Max", LastName: "Stone", Title: "Engineer", Department: "Labs", Phones: []dialnumber.Number{number(t, "+12015550188")}, Presence: "Away"}},
		}),
	}
}

// bubble runs a test on a world; change may change what it is made of before.
func bubble(t *testing.T, change func(*callcontrol.Config, *deskhttp.Config), test func(*testing.T, *stand)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		s := &stand{T: t, sw: simulator.New(simulator.Config{Seed: 1}), log: &bytes.Buffer{}}
		cc, cfg := world(t), deskhttp.Config{Identify: whoAsks, Logger: slog.New(slog.NewJSONHandler(s.log, &slog.HandlerOptions{Level: slog.LevelDebug}))}
		cc.Adapter, cc.Logger = s.sw, cfg.Logger
		if change != nil {
			change(&cc, &cfg)
		}
		var err error
		s.c, err = callcontrol.New(cc)
		require.NoError(t, err)
		cfg.Center = s.c
		s.api, err = deskhttp.New(cfg)
		require.NoError(t, err)
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error, 1)
		go func() { done <- s.c.Run(ctx) }()
		s.stop = func() { cancel(); require.NoError(t, <-done); done <- nil }
		s.wire = &wire{calls: make(chan net.Conn), done: make(chan struct{})}
		web := &http.Server{Handler: http.StripPrefix("/api", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { s.api.ServeHTTP(w, r) }))}
		served := make(chan error, 1)
		go func() { served <- web.Serve(s.wire) }()
		s.http = s.client()
		synctest.Wait()
		defer func() {
			require.NoError(t, s.api.Drain(t.Context()))
			s.http.CloseIdleConnections()
			require.NoError(t, web.Shutdown(t.Context()))
			require.ErrorIs(t, <-served, http.ErrServerClosed)
			s.stop()
		}()
		test(t, s)
	})
}

func (s *stand) client() *http.Client {
	return &http.Client{Transport: &http.Transport{DialContext: s.wire.dial}}
}

// doc is a JSON document.
type doc map[string]any

// tab is one open page of an agent.
type tab struct {
	*stand
	token string
	head  http.Header // of each of its requests
}

// tab opens a session.
func (s *stand) tab(id string) *tab {
	t := &tab{stand: s, head: http.Header{"Agent": {id}}}
	status, d := t.do("POST", "/session", nil)
	require.Equal(s, http.StatusCreated, status, "%v", d)
	require.Equal(s, id, d["agent"])
	t.token = d["token"].(string)
	require.GreaterOrEqual(s, len(t.token), 43)
	t.head.Del("Agent")
	return t
}

// ready is a tab whose agent is Available.
func (s *stand) ready(id string) *tab {
	t := s.tab(id)
	t.done("/agent/sign-in", nil)
	t.done("/agent/available", nil)
	return t
}

// request is a request as a page sends it.
func (t *tab) request(ctx context.Context, method, path string, body any) *http.Request {
	var data []byte
	switch x := body.(type) {
	case nil:
	case string:
		data = []byte(x)
	default:
		data, _ = json.Marshal(x)
	}
	r, err := http.NewRequestWithContext(ctx, method, "http://desk.test/api"+path, bytes.NewReader(data))
	require.NoError(t, err)
	if method == "POST" {
		r.Header.Set("Content-Type", "application/json")
	}
	if t.token != "" {
		r.Header.Set("Authorization", "Bearer "+t.token)
	}
	for k, v := range t.head {
		r.Header[k] = v
	}
	return r
}

func (t *tab) send(r *http.Request) (*http.Response, doc) {
	res, err := t.http.Do(r)
	require.NoError(t, err)
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	var d doc
	if len(data) > 0 {
		require.NoError(t, json.Unmarshal(data, &d), "%s", data)
		require.Equal(t, "application/json", res.Header.Get("Content-Type"))
	}
	return res, d
}

func (t *tab) do(method, path string, body any) (int, doc) {
	res, d := t.send(t.request(t.Context(), method, path, body))
	return res.StatusCode, d
}

// done does what has to succeed.
func (t *tab) done(path string, body any) doc {
	t.Helper()
	status, d := t.do("POST", path, body)
	require.Equal(t, http.StatusOK, status, "%s %v", path, d)
	require.Equal(t, "done", d["outcome"])
	synctest.Wait()
	return d
}

// not does what must not.
func (t *tab) not(path string, body any, status int, outcome string) doc {
	t.Helper()
	got, d := t.do("POST", path, body)
	require.Equal(t, outcome, d["outcome"], "%s %v", path, d)
	require.Equal(t, status, got)
	require.NotEmpty(t, d["text"], "%s %v", path, d)
	return d
}

func (t *tab) get(path string) doc {
	t.Helper()
	status, d := t.do("GET", path, nil)
	require.Equal(t, http.StatusOK, status, "%s %v", path, d)
	return d
}

// at walks through a document: fields by name, rows by number.
func at(d any, path ...any) any {
	for _, p := range path {
		switch p := p.(type) {
		case string:
			switch x := d.(type) {
			case doc:
				d = x[p]
			case map[string]any:
				d = x[p]
			default:
				return nil
			}
		case int:
			list, _ := d.([]any)
			if p >= len(list) {
				return nil
			}
			d = list[p]
		}
	}
	return d
}

// calls lets a customer call a queue.
func (s *stand) calls(id telephony.CallID) {
	require.NoError(s, s.sw.Arrive(id, telephony.Contact{
		From:    telephony.Endpoint{Kind: telephony.Customer, Address: "+12015550100"},
		Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "billing"},
	}))
	synctest.Wait()
}

// chats lets a customer chat.
func (s *stand) chats(id telephony.CallID) {
	require.NoError(s, s.sw.Arrive(id, telephony.Contact{
		Medium:  telephony.ChatMedium,
		From:    telephony.Endpoint{Kind: telephony.Customer, Address: "ann@example.com"},
		Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "billing"},
	}))
	synctest.Wait()
}

func (s *stand) answers(id telephony.CallID, who string) {
	leg, ok := s.sw.Leg(id, telephony.Endpoint{Kind: telephony.Agent, Address: who})
	require.True(s, ok)
	require.NoError(s, s.sw.Answers(id, leg))
	synctest.Wait()
}

// talking is a tab whose agent talks with a customer.
func (s *stand) talking(id telephony.CallID, who string) *tab {
	t := s.ready(who)
	s.calls(id)
	s.answers(id, who)
	return t
}

// reader reads an event stream.
type reader struct {
	*tab
	res *http.Response
	in  *bufio.Reader
	end context.CancelFunc
}

// block is what stands between two empty lines of a stream.
type block struct {
	id, event, comment string
	data               doc
}

func (t *tab) stream(after string) *reader {
	ctx, cancel := context.WithCancel(t.Context())
	r := t.request(ctx, "GET", "/events", nil)
	if after != "" {
		r.Header.Set("Last-Event-ID", after)
	}
	res, err := t.http.Do(r)
	require.NoError(t, err)
	require.Equal(t, http.StatusOK, res.StatusCode)
	require.Equal(t, "text/event-stream", res.Header.Get("Content-Type"))
	x := &reader{t, res, bufio.NewReader(res.Body), cancel}
	require.Equal(t, "here", x.next().comment)
	return x
}

func (r *reader) close() {
	r.end()
	_ = r.res.Body.Close()
	synctest.Wait()
}

// next is the next block; the zero one at the end of the stream.
func (r *reader) next() (b block) {
	for {
		line, err := r.in.ReadString('\n')
		if err != nil || line == "\n" {
			return b
		}
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		switch name {
		case "":
			b.comment = value
		case "id":
			b.id = value
		case "event":
			b.event = value
		case "data":
			require.NoError(r, json.Unmarshal([]byte(value), &b.data))
		}
	}
}

// until is the first view that is so.
func (r *reader) until(so func(doc) bool) block {
	for {
		b := r.next()
		require.NotEqual(r, block{}, b, "the stream has ended")
		if b.event == "view" && so(b.data) {
			return b
		}
	}
}
