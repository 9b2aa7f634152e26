package deskhttp

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// opened is the answer of a session.
type opened struct {
	Token     string    `json:"token,omitzero"`
	Agent     agent.ID  `json:"agent"`
	Expires   time.Time `json:"expires"`
	Language  string    `json:"language"`
	Languages []string  `json:"languages"`
	Region    string    `json:"region"`
	CallerIDs []string  `json:"callerIds"` // what an outdial may show (OUT-1)
}

func (s *Server) opened(a *asked, x *session, token string) opened {
	return opened{Token: token, Agent: x.desk.Agent(), Expires: x.expires.UTC(), Language: a.lang.Tag(), Languages: tags(s.cfg.Languages),
		Region: s.cfg.Numbers.Region, CallerIDs: append([]string{}, s.cfg.Center.Settings().CallerIDs...)}
}

// begin is POST /session.
func (s *Server) begin(a *asked) (any, error) {
	id, err := s.cfg.Identify(a.r)
	if err != nil || id == "" {
		return nil, errNoSession
	}
	x, token, err := s.sessions.open(time.Now(), s.cfg.Center.Desk(id))
	if err != nil {
		return nil, err
	}
	s.cfg.Logger.InfoContext(a.r.Context(), EventOpened, "agent", id)
	return created{s.opened(a, x, token)}, nil
}

// current is GET /session.
func (s *Server) current(a *asked) (any, error) { return s.opened(a, a.session, ""), nil }

// leave is DELETE /session.
func (s *Server) leave(a *asked) (any, error) {
	a.session.end(errNoSession)
	s.sessions.forget(a.session)
	return nil, nil
}

var choices = map[string]agent.Action{"available": agent.GoAvailable, "idle": agent.GoIdle, "sign-out": agent.SignOut}

// person is POST /agent/{choice}.
func (s *Server) person(a *asked) (any, error) {
	var body struct {
		Code agent.IdleCode `json:"code"`
	}
	if err := a.read(&body); err != nil {
		return nil, err
	}
	choice := a.parts["choice"]
	if choice == "sign-in" { // who is signed in already just stays so: another tab did it
		_, err := s.cfg.Center.SignIn(a.ctx, a.desk.Agent())
		return nil, err
	}
	action, ok := choices[choice]
	if !ok {
		return nil, errNotFound
	}
	r := agent.Request{Action: action}
	if action == agent.GoIdle {
		r.Code = body.Code
	}
	return nil, a.desk.Person(a.ctx, r)
}

// acceptAll is POST /accept-all (POP-8).
func (s *Server) acceptAll(a *asked) (any, error) {
	if err := a.read(&struct{}{}); err != nil {
		return nil, err
	}
	result, err := a.desk.AcceptAll(a.ctx)
	if err != nil {
		return nil, err
	}
	out := outcome{Outcome: "done"}
	for _, id := range result.Accepted {
		out.Accepted = append(out.Accepted, telephony.CallID(id))
	}
	for _, r := range result.Refused {
		_, o := outcomeOf(a.lang, r.Err)
		o.Interaction = telephony.CallID(r.Contact)
		out.Refused = append(out.Refused, o)
	}
	return out, nil
}

// acknowledge is POST /notices/acknowledge (D11).
func (s *Server) acknowledge(a *asked) (any, error) {
	var body struct {
		UpTo uint64 `json:"upTo"`
	}
	if err := a.read(&body); err != nil {
		return nil, err
	}
	return nil, a.desk.Acknowledge(a.ctx, body.UpTo)
}

// dial is POST /dial (OUT-1).
func (s *Server) dial(a *asked) (any, error) {
	var body struct {
		Number    string `json:"number"`
		CallerID  string `json:"callerId"`
		Region    string `json:"region"`
		Confirmed bool   `json:"confirmed"`
	}
	if err := a.read(&body); err != nil {
		return nil, err
	}
	n, err := s.number(body.Number, body.Region, dialnumber.Dial, body.Confirmed)
	if err != nil {
		return nil, err
	}
	id, err := a.desk.Dial(a.ctx, n, body.CallerID)
	if err != nil {
		return nil, &dialled{id, err}
	}
	return outcome{Outcome: "done", Interaction: id}, nil
}
