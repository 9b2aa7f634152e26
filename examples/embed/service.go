package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// service is the centre behind an HTTP API. Who asks is taken on trust: a real
// one makes sure of it before it looks up the desk (duty 5 of callcontrol).
type service struct {
	center   *callcontrol.Center
	sw       *simulator.Switch
	agents   []agent.ID
	patience time.Duration // how long an answer is waited for
}

// handler is the API.
func (s *service) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /desks/{agent}/{choice}", s.person)
	mux.HandleFunc("GET /desks/{agent}/view", s.view)
	mux.HandleFunc("POST /desks/{agent}/interactions/{id}/{action}", s.act)
	s.people(mux)
	return mux
}

// desk is the desk of the agent in the path.
func (s *service) desk(r *http.Request) (*callcontrol.Desk, error) {
	id := agent.ID(r.PathValue("agent"))
	if !slices.Contains(s.agents, id) {
		return nil, errUnknown
	}
	return s.center.Desk(id), nil
}

var choices = map[string]agent.Action{"available": agent.GoAvailable, "idle": agent.GoIdle, "sign-out": agent.SignOut}

// person is what an agent asks about himself. The code of Idle is in the query.
func (s *service) person(w http.ResponseWriter, r *http.Request) {
	desk, err := s.desk(r)
	switch {
	case err != nil:
	case r.PathValue("choice") == "sign-in":
		_, err = s.center.SignIn(r.Context(), desk.Agent())
	default:
		choice := agent.Request{Action: choices[r.PathValue("choice")], Code: agent.IdleCode(r.URL.Query().Get("code"))}
		err = desk.Person(r.Context(), choice)
	}
	reply(w, err)
}

// view is the desktop, at once, or with ?after=VERSION as soon as it is another
// one. 204 says that none has come in time: ask again.
func (s *service) view(w http.ResponseWriter, r *http.Request) {
	desk, err := s.desk(r)
	if err != nil {
		reply(w, err)
		return
	}
	after, _ := strconv.ParseUint(r.URL.Query().Get("after"), 10, 64)
	ctx, cancel := context.WithTimeout(r.Context(), s.patience)
	defer cancel()
	for v := range desk.Views(ctx) {
		if v.Version != after { // not "greater": a new process counts anew
			write(w, http.StatusOK, v)
			return
		}
	}
	w.WriteHeader(http.StatusNoContent)
}

// details are the body of an action, where it has any.
type details struct {
	To     telephony.Endpoint `json:"to"`     // consult, transfer: {"kind": "agent", "address": "A2"}
	Digits string             `json:"digits"` // send-digits
	Reason string             `json:"reason"` // choose
}

// act is a button of an interaction.
func (s *service) act(w http.ResponseWriter, r *http.Request) {
	desk, err := s.desk(r)
	var d details
	if err == nil {
		err = json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<10)).Decode(&d)
		if errors.Is(err, io.EOF) {
			err = nil
		}
	}
	if err == nil {
		ctx, cancel := context.WithTimeout(r.Context(), s.patience)
		defer cancel()
		err = press(ctx, desk, telephony.CallID(r.PathValue("id")), r.PathValue("action"), d)
	}
	reply(w, err)
}

// press presses the button of that name.
func press(ctx context.Context, desk *callcontrol.Desk, id telephony.CallID, name string, d details) error {
	if do, ok := wrapUps[name]; ok {
		return desk.WrapUp(ctx, id, do(d))
	}
	action, ok := actions[name]
	if !ok {
		return fmt.Errorf("embed: no action %q", name)
	}
	to, err := target(d.To)
	if err != nil {
		return err
	}
	return desk.Do(ctx, id, interaction.Request{Action: action, To: to, Digits: d.Digits})
}
