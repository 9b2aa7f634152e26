package deskhttp_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/deskhttp"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// openDesks is how many pages are open at once.
const openDesks = 500

// office is a centre of agents with a page open each, over real connections.
type office struct {
	sw     *simulator.Switch
	web    *http.Server
	api    *deskhttp.Server
	center *callcontrol.Center
	addr   string
	lines  []*bufio.Reader // one page each
	conns  []net.Conn
	stop   func()
}

func (o *office) open(b *testing.B) {
	o.sw = simulator.New(simulator.Config{})
	var err error
	o.center, err = callcontrol.New(callcontrol.Config{Adapter: o.sw, Router: nobody{}})
	require.NoError(b, err)
	o.api, err = deskhttp.New(deskhttp.Config{Center: o.center, Identify: whoAsks})
	require.NoError(b, err)
	ctx, cancel := context.WithCancel(b.Context())
	ended := make(chan error)
	go func() { ended <- o.center.Run(ctx) }()
	o.web = &http.Server{Handler: o.api}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(b, err)
	o.addr = l.Addr().String()
	go func() { _ = o.web.Serve(l) }()
	o.stop = func() {
		o.api.Close()
		for _, c := range o.conns {
			_ = c.Close()
		}
		_ = o.web.Close()
		cancel()
		require.NoError(b, <-ended)
	}
	for i := range openDesks {
		o.page(b, fmt.Sprint("A", i))
	}
}

// nobody routes: each contact is given to an agent by the benchmark.
type nobody struct{}

func (nobody) Wanted(callcontrol.Want) {}

// page opens a page: its connection is read by hand, so that what is measured is
// the server's.
func (o *office) page(b *testing.B, id string) {
	r, err := http.NewRequestWithContext(b.Context(), "POST", "http://"+o.addr+"/session", strings.NewReader("{}"))
	require.NoError(b, err)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Agent", id)
	res, err := http.DefaultClient.Do(r)
	require.NoError(b, err)
	var session struct{ Token string }
	require.NoError(b, json.NewDecoder(res.Body).Decode(&session))
	require.NoError(b, res.Body.Close())
	d, err := o.center.SignIn(b.Context(), agent.ID(id))
	require.NoError(b, err)
	require.NoError(b, d.Available(b.Context()))
	c, err := net.Dial("tcp", o.addr)
	require.NoError(b, err)
	_, err = fmt.Fprintf(c, "GET /events HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n", o.addr, session.Token)
	require.NoError(b, err)
	o.conns = append(o.conns, c)
	o.lines = append(o.lines, bufio.NewReaderSize(c, 512))
	o.view(b, len(o.lines)-1, `"available"`, true)
}

// view reads a page until a view that says so, or says no more so, has come.
func (o *office) view(b *testing.B, page int, what string, says bool) {
	for {
		line, err := o.lines[page].ReadString('\n')
		require.NoError(b, err)
		if strings.HasPrefix(line, "data: ") && strings.Contains(line, what) == says {
			return
		}
	}
}

func (o *office) heap() float64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapInuse + m.StackInuse)
}

// BenchmarkOpenDesks is 500 open streams: what each keeps in memory (the
// benchmark's own end of the connection included), and the time from a fact of the
// switch, a customer who puts his phone on hold, to the view in his page.
func BenchmarkOpenDesks(b *testing.B) {
	var o office
	before := o.heap()
	o.open(b)
	perDesk := (o.heap() - before) / openDesks
	for n := range openDesks {
		id := telephony.CallID(fmt.Sprint("c", n))
		require.NoError(b, o.sw.Arrive(id, telephony.Contact{From: telephony.Endpoint{Kind: telephony.Customer, Address: "+12015550100"},
			Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "q"}}))
		for o.center.Offer(b.Context(), id, agent.ID(fmt.Sprint("A", n))) != nil {
			runtime.Gosched() // the switch has not told yet
		}
		o.view(b, n, `"Ringing"`, true)
		require.NoError(b, o.sw.Answers(id, 2))
		o.view(b, n, `"Connected"`, true)
	}
	talking := (o.heap() - before) / openDesks
	took := make([]time.Duration, 0, b.N)
	b.ResetTimer()
	for n := range b.N {
		id, held := telephony.CallID(fmt.Sprint("c", n%openDesks)), n/openDesks%2 == 0
		began := time.Now()
		if held {
			require.NoError(b, o.sw.HoldsOnDevice(id, 1))
			o.view(b, n%openDesks, `"heldOnDevice":true`, true)
		} else {
			require.NoError(b, o.sw.TakesBackOnDevice(id, 1))
			o.view(b, n%openDesks, `"heldOnDevice":true`, false)
		}
		took = append(took, time.Since(began))
	}
	b.StopTimer()
	slices.Sort(took)
	b.ReportMetric(perDesk, "B/desk")
	b.ReportMetric(talking, "B/desk-talking")
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "µs-p50")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "µs-p99")
	o.stop()
}
