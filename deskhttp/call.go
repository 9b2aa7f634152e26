package deskhttp

import (
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// actions are the buttons by their names in a path: end-consult is End Consult.
var actions = func() map[string]interaction.Action {
	all := map[string]interaction.Action{}
	for _, a := range interaction.Actions() {
		all[strings.ToLower(strings.ReplaceAll(a.String(), " ", "-"))] = a
	}
	return all
}()

func (a *asked) call() telephony.CallID { return telephony.CallID(a.parts["id"]) }

// act is POST /calls/{id}/{action}.
func (s *Server) act(a *asked) (any, error) {
	action, ok := actions[a.parts["action"]]
	if !ok {
		return nil, errNotFound
	}
	var body struct {
		To        telephony.Endpoint `json:"to"`
		Digits    string             `json:"digits"`
		Region    string             `json:"region"`
		Confirmed bool               `json:"confirmed"`
	}
	if err := a.read(&body); err != nil {
		return nil, err
	}
	r := interaction.Request{Action: action, Digits: body.Digits}
	if body.To != (telephony.Endpoint{}) {
		to, err := s.target(action, body.To, body.Region, body.Confirmed)
		if err != nil {
			return nil, err
		}
		r.To = to
	}
	return nil, a.desk.Do(a.ctx, a.call(), r)
}

// target is whom a request names. A number becomes one only when it has been
// checked (DN-7), and the policy been asked.
func (s *Server) target(action interaction.Action, to telephony.Endpoint, region string, confirmed bool) (interaction.Target, error) {
	if action != interaction.Consult && action != interaction.Transfer {
		return interaction.Target{}, invalid("this action has no target")
	}
	switch to.Kind {
	case telephony.Agent:
		return interaction.ToAgent(agent.ID(to.Address)), nil
	case telephony.Queue:
		return interaction.ToQueue(to.Address), nil
	case telephony.EntryPoint:
		return interaction.ToEntryPoint(to.Address), nil
	case telephony.Expert:
		return interaction.ToExpert(to.Address), nil
	case telephony.EPDN:
		n, err := dialnumber.New(to.Address)
		return interaction.ToEPDN(n), err
	case telephony.DialNumber:
		if t, err := s.cfg.Center.Lists().Number(action, to.Address); err != nil || t.Kind() == telephony.EPDN {
			return t, err // the administrator's own numbers are not the policy's concern
		}
		use := dialnumber.Consult
		if action == interaction.Transfer {
			use = dialnumber.Transfer
		}
		n, err := s.number(to.Address, region, use, confirmed)
		return interaction.ToNumber(n), err
	}
	return interaction.Target{}, invalid("there is no target of this kind")
}

var wrapUps = map[string]wrapup.Action{
	"choose": wrapup.Choose, "submit": wrapup.Submit, "cancel-countdown": wrapup.CancelCountdown, "dismiss": wrapup.Dismiss,
}

// wrapUp is POST /calls/{id}/wrap-up/{action} (END).
func (s *Server) wrapUp(a *asked) (any, error) {
	action, ok := wrapUps[a.parts["action"]]
	if !ok {
		return nil, errNotFound
	}
	var body struct {
		Reason wrapup.Code `json:"reason"`
	}
	if err := a.read(&body); err != nil {
		return nil, err
	}
	r := wrapup.Request{Action: action}
	if action == wrapup.Choose {
		r.Reason = body.Reason
	}
	return nil, a.desk.WrapUp(a.ctx, a.call(), r)
}

// variable is POST /calls/{id}/variables/{action} (CAD).
func (s *Server) variable(a *asked) (any, error) {
	var body struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	}
	if err := a.read(&body); err != nil {
		return nil, err
	}
	switch a.parts["action"] {
	case "type":
		return nil, a.desk.Type(a.ctx, a.call(), body.Name, body.Value)
	case "revert":
		return nil, a.desk.Revert(a.ctx, a.call(), body.Name)
	case "refresh":
		return nil, a.desk.RefreshVariables(a.ctx, a.call())
	case "save":
		return nil, a.desk.Save(a.ctx, a.call())
	case "fetch":
		err := a.desk.Fetch(a.ctx, a.call(), body.Name)
		if err != nil && !known(err) { // the host's own word, which is not for the page
			err = errNotFetched
		}
		return nil, err
	}
	return nil, errNotFound
}

// reasonList is what a wrap-up dialog offers.
type reasonList struct {
	Reasons []wrapup.Reason `json:"reasons"`
}

// reasons is GET /reasons (END-3).
func (s *Server) reasons(a *asked) (any, error) {
	in, err := a.interaction(a.r.URL.Query().Get("call"))
	if err != nil {
		return nil, err
	}
	out := reasonList{[]wrapup.Reason{}}
	if in.WrapUp == nil {
		return out, nil
	}
	all, err := wrapup.NewReasons(in.WrapUp.Reasons...)
	if err != nil {
		return nil, err
	}
	out.Reasons = append(out.Reasons, all.Search(a.r.URL.Query().Get("search"))...)
	return out, nil
}
