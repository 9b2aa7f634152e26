package main

import (
	"context"
	"embed"
	"io/fs"
	"net"
	"net/http"
	"path"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/deskhttp"
)

//go:embed web
var web embed.FS

// site is what the browser gets.
type site struct {
	world *world
	watch watch
	api   *deskhttp.Server
	life  context.Context // ends when the panel's streams are to end
	end   context.CancelFunc
}

func newSite(w *world) (*site, error) {
	api, err := w.desks()
	if err != nil {
		return nil, err
	}
	s := &site{world: w, api: api}
	s.life, s.end = context.WithCancel(context.Background())
	return s, nil
}

// drain ends what would otherwise never end: the streams.
func (s *site) drain(ctx context.Context) error {
	s.end()
	return s.api.Drain(ctx)
}

// handler is the whole site: the pages, the desks' API, and the data of the panel
// and of the stories.
func (s *site) handler() http.Handler {
	mux := http.NewServeMux()
	for at, page := range map[string]string{"GET /{$}": "web/start/start.html", "GET /stories/{$}": "web/stories/stories.html"} {
		mux.Handle(at, fresh(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { http.ServeFileFS(w, r, web, page) })))
	}
	mux.Handle("/", fresh(http.FileServerFS(under{web})))
	s.panel(mux)
	s.stories(mux)

	all := http.NewServeMux()
	all.Handle("/api/", http.StripPrefix("/api", s.api)) // has a same-origin check of its own
	all.Handle("/", deskhttp.Secure(http.NewCrossOriginProtection().Handler(mux)))
	return ours(all)
}

// under is what is in the folder web.
type under struct{ fs.FS }

func (u under) Open(name string) (fs.File, error) { return u.FS.Open(path.Join("web", name)) }

// fresh has the browser ask each time whether a page has changed: the files of
// an embed.FS have no date, and the next version of this program has others.
func fresh(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			http.Error(w, "a page is only for reading", http.StatusMethodNotAllowed)
			return
		}
		w.Header().Set("Cache-Control", "no-cache")
		h.ServeHTTP(w, r)
	})
}

// ours answers requests to names of this machine only, so that no page of
// another site, whose name has been made to lead here, is of our origin.
func ours(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		ip := net.ParseIP(strings.Trim(host, "[]"))
		if host != "localhost" && !strings.HasSuffix(host, ".localhost") && (ip == nil || !ip.IsLoopback()) {
			http.Error(w, "this is localhost", http.StatusMisdirectedRequest)
			return
		}
		h.ServeHTTP(w, r)
	})
}
