package browsertest

import (
	"context"
	"io"
	"maps"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"path"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Wire is the line between one tab and the server: a forward proxy, so that the
// page's address, host and origin are what they are without it. Cut ends all
// that runs over it and refuses what is new; Mend lets it through again.
type Wire struct {
	address  string
	listener net.Listener
	server   *http.Server
	cut      atomic.Bool
	late     time.Duration // each request and each answer comes up to this late

	mu       sync.Mutex
	conns    map[net.Conn]http.ConnState
	requests []string
	answers  map[string]int // by the end of the path
	kept     map[string]*keep
	answered chan struct{} // closed when there is another answer
}

// NewWire lays a line; it is taken up when the test ends.
func NewWire(t T) *Wire {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatalf("browsertest: wire: %v", err)
	}
	w := &Wire{address: l.Addr().String(), listener: l, late: late(t), conns: map[net.Conn]http.ConnState{}, answers: map[string]int{}, kept: map[string]*keep{}, answered: make(chan struct{})}
	// Names such as a1.localhost are this machine, whatever the resolver thinks.
	dial := func(ctx context.Context, network, address string) (net.Conn, error) {
		if host, port, err := net.SplitHostPort(address); err == nil && strings.HasSuffix(host, "localhost") {
			address = net.JoinHostPort("127.0.0.1", port)
		}
		return new(net.Dialer).DialContext(ctx, network, address)
	}
	transport := &http.Transport{DisableCompression: true, MaxIdleConnsPerHost: 8, DialContext: dial}
	proxy := &httputil.ReverseProxy{
		Rewrite:       func(r *httputil.ProxyRequest) { r.Out.Host = r.In.Host },
		Transport:     transport,
		FlushInterval: -1,
		ModifyResponse: func(r *http.Response) error {
			w.mu.Lock()
			w.answers[path.Base(r.Request.URL.Path)]++
			close(w.answered)
			w.answered = make(chan struct{})
			w.mu.Unlock()
			if strings.HasPrefix(r.Header.Get("Content-Type"), "text/event-stream") {
				r.Body = held{r.Body, w}
			} else {
				w.linger(r.Request.Context())
			}
			return nil
		},
		ErrorHandler: func(rw http.ResponseWriter, _ *http.Request, _ error) { drop(rw) },
		ErrorLog:     quiet,
	}
	w.server = &http.Server{
		Handler: http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodConnect {
				drop(rw) // the browser itself, for its maker's services
				return
			}
			w.mu.Lock()
			w.requests = append(w.requests, r.Method+" "+r.URL.Path)
			w.mu.Unlock()
			w.keeps(path.Base(r.URL.Path))
			if w.cut.Load() || r.URL.Host == "" {
				drop(rw)
				return
			}
			w.linger(r.Context())
			proxy.ServeHTTP(rw, r)
		}),
		ErrorLog: quiet,
		ConnState: func(c net.Conn, s http.ConnState) {
			w.mu.Lock()
			defer w.mu.Unlock()
			switch s {
			case http.StateClosed, http.StateHijacked:
				delete(w.conns, c)
			default:
				w.conns[c] = s
			}
		},
	}
	go func() { _ = w.server.Serve(l) }()
	t.Cleanup(func() {
		for word := range maps.Clone(w.kept) {
			w.Let(word)
		}
		_ = w.server.Close()
		transport.CloseIdleConnections()
	})
	return w
}

// URL is how a browser is told to go through the wire.
func (w *Wire) URL() string { return (&url.URL{Scheme: "http", Host: w.address}).String() }

// Requests are those that have come so far: a page that polls is found out by it.
func (w *Wire) Requests() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return append([]string{}, w.requests...)
}

// Sent does something and waits until the server has answered what it made the
// page ask for: a path that ends in this word.
func (w *Wire) Sent(t T, word string, do func()) {
	t.Helper()
	count := func() (int, chan struct{}) {
		w.mu.Lock()
		defer w.mu.Unlock()
		return w.answers[word], w.answered
	}
	before, _ := count()
	do()
	late := time.After(Within)
	for {
		now, more := count()
		if now > before {
			return
		}
		select {
		case <-more:
		case <-late:
			t.Fatalf("browsertest: the page has not asked for %s: %v", word, w.Requests())
		}
	}
}

// Keep keeps back the requests for a path that ends in this word, until Let, and
// gives what is closed when there is one: the line is slow for them, and what is
// sent later overtakes them.
func (w *Wire) Keep(word string) (come <-chan struct{}) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.kept[word] == nil {
		w.kept[word] = &keep{come: make(chan struct{}), let: make(chan struct{})}
	}
	return w.kept[word].come
}

// Let lets go on what has been kept back.
func (w *Wire) Let(word string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if k := w.kept[word]; k != nil {
		close(k.let)
		delete(w.kept, word)
	}
}

// keep is where requests wait.
type keep struct {
	once      sync.Once
	come, let chan struct{}
}

// keeps returns when this is not kept back, or not any more.
func (w *Wire) keeps(word string) {
	w.mu.Lock()
	k := w.kept[word]
	w.mu.Unlock()
	if k == nil {
		return
	}
	k.once.Do(func() { close(k.come) })
	<-k.let
}

// Cut ends every connection and takes no more.
func (w *Wire) Cut() {
	w.cut.Store(true)
	w.mu.Lock()
	defer w.mu.Unlock()
	for c := range w.conns {
		_ = c.Close()
	}
}

// Mend lets what is new through.
func (w *Wire) Mend() { w.cut.Store(false) }

// Deafen keeps back what event streams bring, until Hear: the page is stale, and
// does not know it.
func (w *Wire) Deafen() { w.Keep(pieces) }

// Hear brings what has been kept back.
func (w *Wire) Hear() { w.Let(pieces) }

// pieces are what streams bring, for Keep; path.Base gives no such word.
const pieces = ""

// held reads a stream as the line has it.
type held struct {
	io.ReadCloser
	wire *Wire
}

func (h held) Read(p []byte) (int, error) {
	n, err := h.ReadCloser.Read(p)
	h.wire.linger(context.Background())
	h.wire.keeps(pieces)
	return n, err
}

// late is how bad all lines are, for who looks for what is right only as long as
// requests arrive in the order in which they were sent: BROWSERTEST_LATE=300ms.
func late(t T) time.Duration {
	t.Helper()
	text := os.Getenv("BROWSERTEST_LATE")
	if text == "" {
		return 0
	}
	d, err := time.ParseDuration(text)
	if err != nil {
		t.Fatalf("browsertest: BROWSERTEST_LATE: %v", err)
	}
	return d
}

// linger keeps what runs over the line for a while, and not all for the same.
func (w *Wire) linger(ctx context.Context) {
	if w.late <= 0 {
		return
	}
	select {
	case <-time.After(rand.N(w.late)):
	case <-ctx.Done():
	}
}

// drop ends a connection without an answer, as a line does that is cut.
func drop(rw http.ResponseWriter) {
	c, _, err := http.NewResponseController(rw).Hijack()
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	_ = c.Close()
}
