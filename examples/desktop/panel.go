package main

import (
	"net/http"
	"strconv"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/label"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// offer is the body of a campaign's offer.
type offer struct {
	Agent agent.ID `json:"agent"`
}

// panel is the JSON behind the phone panel.
func (s *site) panel(mux *http.ServeMux) {
	mux.HandleFunc("GET /phones/world", s.about)
	mux.HandleFunc("GET /phones/scene", func(w http.ResponseWriter, _ *http.Request) { write(w, http.StatusOK, s.world.scene()) })
	mux.HandleFunc("GET /phones/events", s.events)
	mux.HandleFunc("POST /phones/customers", func(w http.ResponseWriter, r *http.Request) {
		var v wish
		err := read(w, r, &v)
		var ids []telephony.CallID
		if err == nil {
			ids, err = s.world.arrive(r.Context(), v)
		}
		if err != nil {
			refuse(w, err)
			return
		}
		write(w, http.StatusCreated, map[string]any{"ids": ids})
	})
	mux.HandleFunc("POST /phones/customers/{id}/offer", func(w http.ResponseWriter, r *http.Request) {
		var v offer
		err := read(w, r, &v)
		if err == nil {
			err = s.world.put(r.Context(), telephony.CallID(r.PathValue("id")), v)
		}
		s.done(w, err)
	})
	mux.HandleFunc("POST /phones/calls/{id}/legs/{leg}/{act}", func(w http.ResponseWriter, r *http.Request) {
		s.done(w, s.phone(w, r))
	})
	mux.HandleFunc("POST /phones/calls/{id}/give-up", func(w http.ResponseWriter, r *http.Request) {
		err := read(w, r, nil)
		if err == nil {
			err = s.world.center.Refuse(r.Context(), telephony.CallID(r.PathValue("id")))
		}
		s.done(w, err)
	})
	mux.HandleFunc("POST /phones/agents/{agent}/{hook}", func(w http.ResponseWriter, r *http.Request) {
		err := read(w, r, nil)
		hook := r.PathValue("hook")
		switch {
		case err != nil:
		case hook == "off-hook", hook == "on-hook":
			err = s.world.hook(agent.ID(r.PathValue("agent")), hook == "off-hook")
		default:
			err = errNonsense
		}
		s.done(w, err)
	})
	mux.HandleFunc("POST /phones/trouble/{what}", func(w http.ResponseWriter, r *http.Request) {
		err := read(w, r, nil)
		if do := troubles[r.PathValue("what")]; err == nil && do != nil {
			err = do(s.world)
		} else if err == nil {
			err = errNonsense
		}
		s.done(w, err)
	})
}

// phone is what somebody does at a phone.
func (s *site) phone(w http.ResponseWriter, r *http.Request) error {
	if err := read(w, r, nil); err != nil {
		return err
	}
	do := phoneActs[r.PathValue("act")]
	n, err := strconv.ParseUint(r.PathValue("leg"), 10, 16)
	if do == nil || err != nil {
		return errNonsense
	}
	return do(s.world.sw, telephony.CallID(r.PathValue("id")), telephony.Leg(n))
}

// about is what does not change while the program runs.
func (s *site) about(w http.ResponseWriter, _ *http.Request) {
	l := s.world.lists
	type named struct {
		ID   string `json:"id"`
		Name string `json:"name"`
	}
	var agents, queues, points []named
	for _, a := range l.Agents {
		agents = append(agents, named{string(a.ID), a.Name})
	}
	for _, p := range l.Queues {
		queues = append(queues, named{p.ID, p.Name})
	}
	for _, p := range l.EntryPoints {
		points = append(points, named{p.ID, p.Name})
	}
	statuses := map[string]map[string]string{} // as the desks word them
	for _, lang := range []label.Language{label.English(), label.French()} {
		words := map[string]string{}
		for _, st := range []agent.Status{agent.SignedOut, agent.Available, agent.Idle, agent.RONA, agent.Reserved, agent.Engaged, agent.WrapUp} {
			word, _ := st.MarshalText()
			words[string(word)] = lang.AgentStatus(st)
		}
		statuses[lang.Tag()] = words
	}
	write(w, http.StatusOK, map[string]any{"agents": agents, "queues": queues, "entryPoints": points, "statuses": statuses})
}
