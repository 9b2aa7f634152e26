package main

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// status is what an outcome is called in HTTP. A Pending comes first: it may
// wrap ErrUnavailable, and is under way all the same.
func status(err error) int {
	var (
		pending *callcontrol.Pending
		denied  *rule.Denied
		failed  *callcontrol.Failed
	)
	switch {
	case err == nil:
		return http.StatusOK // it is so
	case errors.As(err, &pending):
		return http.StatusAccepted // not known yet; the view will tell
	case errors.As(err, &denied):
		return http.StatusConflict // a rule forbids it
	case errors.As(err, &failed):
		return http.StatusBadGateway // the switch would not, or something came first
	case errors.Is(err, errUnknown), errors.Is(err, callcontrol.ErrNoInteraction):
		return http.StatusNotFound
	case errors.Is(err, callcontrol.ErrSignedOut):
		return http.StatusUnauthorized
	case errors.Is(err, callcontrol.ErrUnavailable), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return http.StatusServiceUnavailable // nothing was done
	}
	return http.StatusBadRequest // it makes no sense
}

// errUnknown: there is no such agent here.
var errUnknown = errors.New("embed: no such agent")

// answer is the body of every answer that is not a view.
type answer struct {
	Error        string             `json:"error,omitempty"` // for the agent to read
	Rule         rule.ID            `json:"rule,omitempty"`  // which rule forbids it
	Interactions []telephony.CallID `json:"interactions,omitempty"`
}

// reply answers a request with what came of it.
func reply(w http.ResponseWriter, err error) {
	var (
		body    answer
		denied  *rule.Denied
		blocked *callflow.SignOutBlocked
	)
	if err != nil {
		body.Error = err.Error()
	}
	if errors.As(err, &denied) {
		body.Rule = denied.Rule()
	}
	if errors.As(err, &blocked) {
		body.Interactions = blocked.Contacts
	}
	write(w, status(err), body)
}

func write(w http.ResponseWriter, code int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(body) // who does not listen any more misses it
}
