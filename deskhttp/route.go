package deskhttp

import (
	"net/http"
	"net/url"
	"strings"
)

// route is one call of the API.
type route struct {
	method  string
	path    []string // {name} is any part
	pattern string   // as the log has it
	open    bool     // without a session
	stays   bool     // for as long as the reader does
	do      func(*Server, *asked) (any, error)
}

var routes = []*route{
	at("POST", "session", (*Server).begin).freely(),
	at("GET", "session", (*Server).current),
	at("DELETE", "session", (*Server).leave),
	at("GET", "texts", (*Server).words).freely(),
	at("GET", "view", (*Server).view),
	at("GET", "events", (*Server).events).staying(),
	at("POST", "agent/{choice}", (*Server).person),
	at("POST", "accept-all", (*Server).acceptAll),
	at("POST", "dial", (*Server).dial),
	at("POST", "calls/{id}/{action}", (*Server).act),
	at("POST", "calls/{id}/wrap-up/{action}", (*Server).wrapUp),
	at("POST", "calls/{id}/variables/{action}", (*Server).variable),
	at("POST", "notices/acknowledge", (*Server).acknowledge),
	at("POST", "number", (*Server).judge),
	at("GET", "targets", (*Server).targets),
	at("POST", "targets/refresh", (*Server).refresh),
	at("GET", "reasons", (*Server).reasons),
}

func at(method, path string, do func(*Server, *asked) (any, error)) *route {
	return &route{method: method, path: strings.Split(path, "/"), pattern: method + " /" + path, do: do}
}

func (r *route) freely() *route  { r.open = true; return r }
func (r *route) staying() *route { r.stays = true; return r }

// find is the route of a request, and the parts of its path that have a name.
// The path is taken apart as it came: an id may hold any character, escaped.
// What http.ServeMux would make of one with a slash in it is a redirection.
func find(r *http.Request) (*route, map[string]string) {
	path := strings.Split(strings.TrimPrefix(r.URL.EscapedPath(), "/"), "/")
	for _, rt := range routes {
		if rt.method != r.Method || len(rt.path) != len(path) {
			continue
		}
		if parts, ok := rt.match(path); ok {
			return rt, parts
		}
	}
	return nil, nil
}

func (r *route) match(path []string) (map[string]string, bool) {
	var parts map[string]string
	for i, want := range r.path {
		if name, ok := strings.CutPrefix(want, "{"); ok {
			part, err := url.PathUnescape(path[i])
			if err != nil || part == "" {
				return nil, false
			}
			if parts == nil {
				parts = map[string]string{}
			}
			parts[strings.TrimSuffix(name, "}")] = part
			continue
		}
		if want != path[i] {
			return nil, false
		}
	}
	return parts, true
}
