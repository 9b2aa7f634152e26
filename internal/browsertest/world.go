package browsertest

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

// World is who is at the other ends of the lines: the customers, and the agents'
// hands at their desk phones. It is the phone panel without its page, for tests
// that are about the desk; others work the panel itself in a tab.
type World struct {
	t      T
	server *Server

	mu    sync.Mutex
	scene Scene
	moved chan struct{} // closed when the scene is another
}

// Scene is the panel's JSON, as far as tests look at it.
type Scene struct {
	Customers []Customer `json:"customers"`
	Phones    []Phone    `json:"phones"`
	Others    []Leg      `json:"others"`
}

// Customer is one who is there, or waits to be called.
type Customer struct {
	ID    string   `json:"id"`
	Kind  string   `json:"kind"`
	State string   `json:"state"`
	Leg   int      `json:"leg"`
	With  []string `json:"with"`
}

// Phone is an agent's desk phone.
type Phone struct {
	Agent  string `json:"agent"`
	Status string `json:"status"`
	Calls  []Leg  `json:"calls"`
}

// Leg is one connection.
type Leg struct {
	Call  string `json:"call"`
	Leg   int    `json:"leg"`
	State string `json:"state"`
}

// NewWorld follows the panel's stream until the test ends.
func NewWorld(t T, server *Server) *World {
	t.Helper()
	w := &World{t: t, server: server, moved: make(chan struct{})}
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	request, _ := http.NewRequestWithContext(ctx, http.MethodGet, server.URL("/phones/events"), nil)
	response, err := http.DefaultClient.Do(request)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("browsertest: the panel's stream: %v %v", response, err)
	}
	go func() {
		defer response.Body.Close()
		lines := bufio.NewScanner(response.Body)
		lines.Buffer(nil, 8<<20)
		for lines.Scan() {
			data, ok := strings.CutPrefix(lines.Text(), "data: ")
			var s Scene
			if !ok || json.Unmarshal([]byte(data), &s) != nil {
				continue
			}
			w.mu.Lock()
			w.scene = s
			close(w.moved)
			w.moved = make(chan struct{})
			w.mu.Unlock()
		}
	}()
	return w
}

// Until waits until the scene is so, and returns it.
func (w *World) Until(what string, so func(Scene) bool) Scene {
	w.t.Helper()
	late := time.After(Within)
	for {
		w.mu.Lock()
		s, moved := w.scene, w.moved
		w.mu.Unlock()
		if so(s) {
			return s
		}
		select {
		case <-moved:
		case <-late:
			b, _ := json.Marshal(s)
			w.t.Fatalf("world: %s: not within %v; it is %s", what, Within, b)
			return s
		}
	}
}

// Arrives lets a customer come: kind is inbound, chat, email, social,
// web-callback, courtesy-callback or preview.
func (w *World) Arrives(kind, queue, name string) {
	w.t.Helper()
	w.Post("/phones/customers", map[string]any{"kind": kind, "to": queue, "name": name})
}

// ArrivesWith is Arrives with a topic, which a variable is filled with.
func (w *World) ArrivesWith(kind, queue, name, topic string) {
	w.t.Helper()
	w.Post("/phones/customers", map[string]any{"kind": kind, "to": queue, "name": name, "topic": topic})
}

// Answers lets an agent pick up the phone that rings.
func (w *World) Answers(agent string) { w.t.Helper(); w.phone(agent, "ringing", "answer") }

// Declines lets an agent reject the call that rings.
func (w *World) Declines(agent string) { w.t.Helper(); w.phone(agent, "ringing", "decline") }

// HangsUp lets an agent hang up the phone.
func (w *World) HangsUp(agent string) { w.t.Helper(); w.phone(agent, "", "hang-up") }

// HoldsOnDevice lets an agent press the hold key of the phone itself.
func (w *World) HoldsOnDevice(agent string) { w.t.Helper(); w.phone(agent, "", "hold") }

func (w *World) phone(agent, state, act string) {
	w.t.Helper()
	var leg Leg
	w.Until(agent+" can "+act, func(s Scene) bool {
		for _, p := range s.Phones {
			for _, l := range p.Calls {
				if p.Agent == agent && (state == "" || l.State == state) {
					leg = l
					return true
				}
			}
		}
		return false
	})
	w.act(leg.Call, leg.Leg, act)
}

// Customer lets a customer do something at the phone: answer, hang-up, busy.
func (w *World) Customer(name, act string) {
	w.t.Helper()
	var leg int
	w.Until(name+" can "+act, func(s Scene) bool {
		for _, c := range s.Customers {
			if c.ID == name && c.Leg != 0 && (act != "answer" || c.State == "ringing" || c.State == "dialled") {
				leg = c.Leg
				return true
			}
		}
		return false
	})
	w.act(name, leg, act)
}

// Other lets the outsider who is rung do something.
func (w *World) Other(act string) {
	w.t.Helper()
	var leg Leg
	w.Until("an outsider can "+act, func(s Scene) bool {
		if len(s.Others) == 0 {
			return false
		}
		leg = s.Others[0]
		return true
	})
	w.act(leg.Call, leg.Leg, act)
}

// Talking waits until a customer is in this state: talking, on-hold, waiting.
func (w *World) Talking(name, state string) {
	w.t.Helper()
	w.Until(name+" is "+state, func(s Scene) bool {
		for _, c := range s.Customers {
			if c.ID == name {
				return c.State == state
			}
		}
		return false
	})
}

// Left waits until a customer is not there any more.
func (w *World) Left(name string) {
	w.t.Helper()
	w.Until(name+" has left", func(s Scene) bool {
		for _, c := range s.Customers {
			if c.ID == name {
				return false
			}
		}
		return true
	})
}

// Trouble brings one about: slow, quick, next, refuse, forget, save, fetch,
// lists, reject-next, heal.
func (w *World) Trouble(what string) { w.t.Helper(); w.Post("/phones/trouble/"+what, nil) }

// Hook takes an agent's handset off, or puts it back: off-hook, on-hook.
func (w *World) Hook(agent, what string) {
	w.t.Helper()
	w.Post("/phones/agents/"+url.PathEscape(agent)+"/"+what, nil)
}

// Offer has a campaign offer its contact to an agent (OUT-3).
func (w *World) Offer(name, agent string) {
	w.t.Helper()
	w.Post("/phones/customers/"+url.PathEscape(name)+"/offer", map[string]any{"agent": agent})
}

func (w *World) act(call string, leg int, act string) {
	w.t.Helper()
	w.Post(fmt.Sprintf("/phones/calls/%s/legs/%d/%s", url.PathEscape(call), leg, act), nil)
}

// Post asks the panel's JSON for something.
func (w *World) Post(path string, body any) {
	w.t.Helper()
	b := []byte("{}")
	if body != nil {
		b, _ = json.Marshal(body)
	}
	response, err := http.Post(w.server.URL(path), "application/json", bytes.NewReader(b))
	if err != nil {
		w.t.Fatalf("world: %s: %v", path, err)
	}
	defer response.Body.Close()
	if response.StatusCode >= 300 {
		var said bytes.Buffer
		_, _ = said.ReadFrom(response.Body)
		w.t.Fatalf("world: %s: %s: %s", path, response.Status, said.String())
	}
}

// Outdialled waits for a customer whom an agent has called, and says who.
func (w *World) Outdialled() string {
	w.t.Helper()
	var id string
	w.Until("somebody is dialled", func(s Scene) bool {
		for _, c := range s.Customers {
			if c.Kind == "outdial" && c.Leg != 0 {
				id = c.ID
				return true
			}
		}
		return false
	})
	return id
}
