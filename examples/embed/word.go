package main

import (
	"fmt"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// actions are the buttons by their names in a path: "end-consult" is End Consult.
var actions = func() map[string]interaction.Action {
	all := map[string]interaction.Action{}
	for _, a := range interaction.Actions() {
		all[strings.ToLower(strings.ReplaceAll(a.String(), " ", "-"))] = a
	}
	return all
}()

// wrapUps are the buttons of the wrap-up dialog.
var wrapUps = map[string]func(details) wrapup.Request{
	"choose": func(d details) wrapup.Request {
		return wrapup.Request{Action: wrapup.Choose, Reason: wrapup.Code(d.Reason)}
	},
	"submit":           func(details) wrapup.Request { return wrapup.Request{Action: wrapup.Submit} },
	"cancel-countdown": func(details) wrapup.Request { return wrapup.Request{Action: wrapup.CancelCountdown} },
	"dismiss":          func(details) wrapup.Request { return wrapup.Request{Action: wrapup.Dismiss} },
}

// target is whom a body names; none is the zero target. A number becomes one
// only when it has been checked (DN-7).
func target(to telephony.Endpoint) (interaction.Target, error) {
	switch to.Kind {
	case telephony.NoEndpoint:
		return interaction.Target{}, nil
	case telephony.Agent:
		return interaction.ToAgent(agent.ID(to.Address)), nil
	case telephony.Queue:
		return interaction.ToQueue(to.Address), nil
	case telephony.EntryPoint:
		return interaction.ToEntryPoint(to.Address), nil
	case telephony.DialNumber:
		n, err := dialnumber.New(to.Address)
		if err != nil {
			return interaction.Target{}, err
		}
		return interaction.ToNumber(n), nil
	}
	return interaction.Target{}, fmt.Errorf("embed: no target of kind %v", to.Kind)
}
