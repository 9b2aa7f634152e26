package main

import (
	"encoding/json"
	"errors"
	"io"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

type stepJSON struct {
	Story   string       `json:"story"`
	Line    int          `json:"line"`
	At      time.Time    `json:"at"`
	Act     string       `json:"act"`
	Refused string       `json:"refused,omitempty"`
	Talk    [][]string   `json:"talk"`
	OnHold  []string     `json:"onHold"`
	Agents  []agentJSON  `json:"agents"`
	Notices []noticeJSON `json:"notices"`
	Asked   []askedJSON  `json:"asked"`
}

type agentJSON struct {
	Agent  agent.ID          `json:"agent"`
	State  string            `json:"state"`
	Panes  []paneJSON        `json:"panes"`
	May    []string          `json:"may"`
	MayNot map[string]string `json:"mayNot"` // the rule that forbids each
}

type paneJSON struct {
	Contact   string `json:"contact"`
	About     string `json:"about"`
	Status    string `json:"status"`
	Recording string `json:"recording"`
	InFlight  string `json:"inFlight,omitempty"`
}

type noticeJSON struct {
	To    agent.ID `json:"to"`
	Kind  string   `json:"kind"`
	Cause string   `json:"cause,omitempty"`
}

type askedJSON struct {
	Line  int      `json:"line"`
	Text  string   `json:"text"`
	Rules []string `json:"rules"`
	So    bool     `json:"so"`
	Why   string   `json:"why,omitempty"`
}

// newJSON prints one object a step.
func newJSON(out io.Writer) func(*callflow.Story) error {
	enc := json.NewEncoder(out)
	return func(s *callflow.Story) error {
		var writing error
		err := s.Play(func(step callflow.Step) {
			if writing == nil {
				writing = enc.Encode(stepOf(s, step))
			}
		})
		return errors.Join(err, writing)
	}
}

func stepOf(s *callflow.Story, step callflow.Step) stepJSON {
	f := step.Floor
	j := stepJSON{Story: s.File, Line: step.Line, At: f.Now(), Act: step.Act, Refused: rules(step.Refused),
		Talk: f.Talks(callflow.Masked), OnHold: f.OnHold(callflow.Masked)}
	for _, id := range f.Agents() {
		j.Agents = append(j.Agents, agentOf(f.View(id)))
	}
	for _, n := range step.Notices {
		nj := noticeJSON{To: n.To, Kind: n.Kind}
		if n.Cause != 0 {
			nj.Cause = n.Cause.String()
		}
		j.Notices = append(j.Notices, nj)
	}
	for _, a := range step.Asked {
		aj := askedJSON{Line: a.Line, Text: a.Text, So: a.Err == nil}
		for _, id := range a.Rules {
			aj.Rules = append(aj.Rules, string(id))
		}
		if a.Err != nil {
			aj.Why = a.Err.Error()
		}
		j.Asked = append(j.Asked, aj)
	}
	return j
}

func agentOf(v callflow.View) agentJSON {
	a := agentJSON{Agent: v.Agent, State: v.Summary.String(), MayNot: map[string]string{}}
	for _, c := range v.Contacts {
		for _, p := range c.Panes {
			pj := paneJSON{Contact: c.Name, About: p.Name, Status: p.Status.String(), Recording: p.Recording.String()}
			if p.InFlight != interaction.NoAction {
				pj.InFlight = p.InFlight.String()
			}
			a.Panes = append(a.Panes, pj)
		}
		for _, p := range c.Actions {
			if p.Err == nil {
				a.May = append(a.May, p.Action.String())
			} else {
				a.MayNot[p.Action.String()] = rules(p.Err)
			}
		}
	}
	return a
}

// rules is the id of the rule that refuses; empty for no error.
func rules(err error) string {
	var d *rule.Denied
	if errors.As(err, &d) {
		return string(d.Rule())
	}
	if err != nil {
		return err.Error()
	}
	return ""
}
