package main

import (
	"encoding/json"
	"net/http"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/deskhttp"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
)

// desks is the desks' API: all of it is package deskhttp's, and only who asks is
// this program's to say.
func (w *world) desks() (*deskhttp.Server, error) {
	return deskhttp.New(deskhttp.Config{
		Center:   w.center,
		Identify: w.believe,
		Numbers:  deskhttp.Numbers{Region: "US", Policy: dialnumber.Recommended()},
	})
}

// believe takes whoever asks at his word, which is {"agent": "A1"}. DO NOT COPY
// THIS: it is good enough for a demonstration on a loopback address, and for
// nothing else. A real Identify asks the sign-on that your users have: it looks at
// a cookie, a client certificate, or a header of your own proxy.
func (w *world) believe(r *http.Request) (agent.ID, error) {
	var who struct {
		Agent agent.ID `json:"agent"`
	}
	if err := json.NewDecoder(r.Body).Decode(&who); err != nil {
		return "", err
	}
	if !w.known(who.Agent) {
		return "", errUnknown
	}
	return who.Agent, nil
}
