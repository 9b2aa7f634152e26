package main

import (
	"net/http"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// people are those at the phones: with a real switch none of this is there.
func (s *service) people(mux *http.ServeMux) {
	mux.HandleFunc("POST /calls/{id}", s.calls)
	mux.HandleFunc("POST /calls/{id}/answer", func(w http.ResponseWriter, r *http.Request) {
		answered(w, s.phone(r, s.sw.Answers))
	})
	mux.HandleFunc("POST /calls/{id}/hang-up", func(w http.ResponseWriter, r *http.Request) {
		answered(w, s.phone(r, func(id telephony.CallID, n telephony.Leg) error { return s.sw.HangsUp(id, n, telephony.HungUp) }))
	})
}

// calls is a customer who calls a queue, named in the query.
func (s *service) calls(w http.ResponseWriter, r *http.Request) {
	answered(w, s.sw.Arrive(telephony.CallID(r.PathValue("id")), telephony.Contact{
		From:    telephony.Endpoint{Kind: telephony.Customer, Address: r.URL.Query().Get("from")},
		Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: r.URL.Query().Get("queue")},
	}))
}

// phone does something with the phone of the agent in the query, or with none
// with the customer's.
func (s *service) phone(r *http.Request, do func(telephony.CallID, telephony.Leg) error) error {
	id, who := telephony.CallID(r.PathValue("id")), telephony.Endpoint{Kind: telephony.Customer}
	if agent := r.URL.Query().Get("agent"); agent != "" {
		who = telephony.Endpoint{Kind: telephony.Agent, Address: agent}
	}
	leg, _ := s.sw.Leg(id, who)
	return do(id, leg)
}

func answered(w http.ResponseWriter, err error) {
	if err != nil {
		write(w, http.StatusConflict, answer{Error: err.Error()})
		return
	}
	write(w, http.StatusOK, answer{})
}
