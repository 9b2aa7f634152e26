package browsertest_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	bt "github.com/seed-6cc70c2f/callcontrol/internal/browsertest"
)

const crowd = 500

// Five hundred desks on one server: what each costs in memory, and how long it
// takes from the fact to the page. The desks read the stream as the page does;
// one of them is the page itself, in Chromium.
func TestFiveHundredDesks(t *testing.T) {
	server := bt.NewServer(t, "-agents", strconv.Itoa(crowd+1), "-answer", "10m")
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64, MaxConnsPerHost: 0}}
	defer client.CloseIdleConnections()

	before := resident(t, server.PID())
	desks := make([]*reader, crowd)
	gate := make(chan struct{}, 16)
	var all sync.WaitGroup
	for i := range desks {
		gate <- struct{}{}
		all.Go(func() {
			defer func() { <-gate }()
			desks[i] = open(ctx, t, client, server, fmt.Sprint("A", i+2))
		})
	}
	all.Wait()
	require.False(t, t.Failed())
	after := resident(t, server.PID())
	per := (after - before) / crowd
	t.Logf("%d open desks: %d KiB resident before, %d KiB with them: %d KiB each", crowd, before, after, per)
	require.Less(t, per, 400, "KiB for one desk")

	// One after the other: only he is Available, so the customer is his.
	var times []time.Duration
	for i, d := range desks[:100] {
		d.post("/api/agent/available")
		name := fmt.Sprint("Customer ", i)
		began := time.Now()
		arrive(t, client, server, name, 1)
		times = append(times, d.card(name).Sub(began))
	}
	slices.Sort(times)
	t.Logf("from the customer's call to the view at the desk: median %v, slowest of %d %v", times[len(times)/2], len(times), times[len(times)-1])

	// The page itself, drawn, among all the others.
	page := bt.OpenDesk(t, server, "A1", "en").Ready()
	times = nil
	for i := range 20 {
		name := fmt.Sprint("Seen ", i)
		// The page notes for itself when the card is there.
		bt.Script[bool](page.Tab, `globalThis.drawn = __bench.until([{role:"article"}],"shown",null,10000).then(() => performance.timeOrigin + performance.now()), true`)
		began := time.Now()
		arrive(t, client, server, name, 1)
		times = append(times, time.Duration((bt.Script[float64](page.Tab, "drawn")-float64(began.UnixMicro())/1000)*float64(time.Millisecond)))
		page.Popover().Button(page.W.Of("action.accept")).Press()
		page.Is(name, bt.Caller, "status.connected")
		page.Do(name, "action.end")
		page.WrapUp(name, "Sale")
	}
	slices.Sort(times)
	t.Logf("from the customer's call to the card drawn in Chromium: median %v, slowest of %d %v", times[len(times)/2], len(times), times[len(times)-1])

	// Everybody else at once; the page's agent takes none of theirs.
	page.Button(page.W.Of("agent-action.idle")).Press()
	page.State().Says(page.W.Of("agent-status.idle"))
	for _, d := range desks[100:] {
		d.post("/api/agent/available")
	}
	began := time.Now()
	for i := range (crowd - 100) / 20 {
		arrive(t, client, server, fmt.Sprint("Rush ", i), 20)
	}
	for _, d := range desks[100:] {
		d.card("Rush ")
	}
	t.Logf("%d customers at once, all on their desks after %v; %d KiB resident", crowd-100, time.Since(began), resident(t, server.PID()))
}

// reader is a desk without a page.
type reader struct {
	t      *testing.T
	client *http.Client
	url    string
	token  string
	cards  chan seen
}

type seen struct {
	name string
	at   time.Time
}

func open(ctx context.Context, t *testing.T, client *http.Client, server *bt.Server, agent string) *reader {
	r := &reader{t: t, client: client, url: server.URL(""), cards: make(chan seen, 64)}
	var session struct {
		Token string `json:"token"`
	}
	body := r.send(http.MethodPost, "/api/session", fmt.Sprintf(`{"agent":%q}`, agent))
	if err := json.Unmarshal(body, &session); err != nil || session.Token == "" {
		t.Errorf("no session for %s: %s", agent, body)
		return r
	}
	r.token = session.Token
	request, _ := http.NewRequestWithContext(ctx, http.MethodGet, r.url+"/api/events", nil)
	request.Header.Set("Authorization", "Bearer "+r.token)
	response, err := client.Do(request)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Errorf("no stream for %s: %v", agent, err)
		return r
	}
	first := make(chan struct{})
	go r.read(response, first)
	<-first
	r.post("/api/agent/sign-in")
	return r
}

func (r *reader) read(response *http.Response, first chan struct{}) {
	defer response.Body.Close()
	lines := bufio.NewScanner(response.Body)
	lines.Buffer(nil, 4<<20)
	had := map[string]bool{}
	for lines.Scan() {
		data, ok := strings.CutPrefix(lines.Text(), "data: ")
		if !ok {
			continue
		}
		at := time.Now()
		if first != nil {
			close(first)
			first = nil
		}
		var view struct {
			Cards []struct {
				Interaction string `json:"interaction"`
			} `json:"cards"`
		}
		_ = json.Unmarshal([]byte(data), &view)
		for _, c := range view.Cards {
			if !had[c.Interaction] {
				had[c.Interaction] = true
				r.cards <- seen{c.Interaction, at}
			}
		}
	}
}

// card waits for the card of a customer whose name begins so.
func (r *reader) card(name string) time.Time {
	late := time.After(time.Minute)
	for {
		select {
		case s := <-r.cards:
			if strings.HasPrefix(s.name, name) {
				return s.at
			}
		case <-late:
			r.t.Errorf("no card of %q has come", name)
			return time.Now()
		}
	}
}

func (r *reader) post(path string) { r.send(http.MethodPost, path, "{}") }

func (r *reader) send(method, path, body string) []byte {
	request, _ := http.NewRequest(method, r.url+path, strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	if r.token != "" {
		request.Header.Set("Authorization", "Bearer "+r.token)
	}
	response, err := r.client.Do(request)
	if err != nil {
		r.t.Errorf("%s: %v", path, err)
		return nil
	}
	defer response.Body.Close()
	var said bytes.Buffer
	_, _ = said.ReadFrom(response.Body)
	if response.StatusCode >= 300 {
		r.t.Errorf("%s: %s: %s", path, response.Status, said.String())
	}
	return said.Bytes()
}

func arrive(t *testing.T, client *http.Client, server *bt.Server, name string, count int) {
	t.Helper()
	body, _ := json.Marshal(map[string]any{"kind": "inbound", "to": "billing", "name": name, "count": count})
	response, err := client.Post(server.URL("/phones/customers"), "application/json", bytes.NewReader(body))
	require.NoError(t, err)
	_ = response.Body.Close()
	require.Equal(t, http.StatusCreated, response.StatusCode)
}

// resident is the memory of a process, in KiB: VmRSS as Linux counts it.
func resident(t *testing.T, pid int) int {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	require.NoError(t, err)
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest), "kB")))
			require.NoError(t, err)
			return n
		}
	}
	t.Fatal("no VmRSS")
	return 0
}
