package deskhttp_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/deskhttp"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// A whole server, and what a page does with it: a session, a press that is
// refused in the agent's language, and the stream of what he sees.
func Example() {
	ctx, stop := context.WithCancel(context.Background())
	center, err := callcontrol.New(callcontrol.Config{Adapter: simulator.New(simulator.Config{})})
	if err != nil {
		panic(err)
	}
	ended := make(chan error)
	go func() { ended <- center.Run(ctx) }()

	api, err := deskhttp.New(deskhttp.Config{
		Center:   center,
		Identify: func(r *http.Request) (agent.ID, error) { return "A1", nil }, // yours: who has logged in
	})
	if err != nil {
		panic(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/api/", http.StripPrefix("/api", api))
	mux.Handle("/", deskhttp.Secure(http.NotFoundHandler())) // yours: the pages
	server := httptest.NewServer(mux)

	page := func(method, path, token string) *http.Response {
		r, _ := http.NewRequest(method, server.URL+"/api"+path, strings.NewReader("{}"))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Accept-Language", "fr")
		r.Header.Set("Authorization", "Bearer "+token)
		res, err := http.DefaultClient.Do(r)
		if err != nil {
			panic(err)
		}
		return res
	}
	answer := func(res *http.Response) (doc struct{ Token, Outcome, Text string }) {
		defer res.Body.Close()
		_ = json.NewDecoder(res.Body).Decode(&doc)
		return doc
	}
	token := answer(page("POST", "/session", "")).Token
	fmt.Println(answer(page("POST", "/agent/sign-in", token)).Outcome)
	res := page("POST", "/calls/c1/hold", token)
	fmt.Println(res.StatusCode, answer(res).Outcome)

	stream := page("GET", "/events", token)
	for lines := bufio.NewScanner(stream.Body); lines.Scan(); {
		if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
			var view struct{ Agent struct{ Status, Text string } }
			_ = json.Unmarshal([]byte(data), &view)
			fmt.Println(view.Agent.Status, "/", view.Agent.Text)
			break
		}
	}
	_ = stream.Body.Close()

	_ = api.Drain(ctx) // before http.Server.Shutdown, and before the centre stops
	server.Close()
	stop()
	fmt.Println(<-ended)
	// Output:
	// done
	// 404 no-interaction
	// idle / Inactif (Idle)
	// <nil>
}
