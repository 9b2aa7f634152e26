package deskhttp

import (
	"encoding/json"
	"errors"
	"time"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/label"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// The documents of a view are the Center's own with texts added: each holds the
// one that it extends, and has a field of its own name in the place of what it
// extends further. So what a later version adds to a view is there at once.

type viewDoc struct {
	*callcontrol.View
	Sent         time.Time        `json:"sent"`
	AcceptText   string           `json:"acceptText,omitzero"`
	Agent        agentDoc         `json:"agent"`
	Cards        []cardDoc        `json:"cards"`
	RONA         *ronaDoc         `json:"rona,omitzero"`
	Interactions []interactionDoc `json:"interactions"`
	Notices      []noticeDoc      `json:"notices"`
}

type agentDoc struct {
	callcontrol.Agent
	Text   string `json:"text"`
	Person string `json:"person,omitzero"`
}

type ronaDoc struct {
	*callcontrol.RONA
	Text string `json:"text"`
}

type cardDoc struct {
	callcontrol.Card
	Fields  []fieldDoc      `json:"fields"`
	Actions []permissionDoc `json:"actions"`
}

type fieldDoc struct {
	callcontrol.CardField
	Text string `json:"text"`
}

type permissionDoc struct {
	Action  interaction.Action `json:"action"`
	Allowed bool               `json:"allowed"`
	Rule    rule.ID            `json:"rule,omitzero"`
	Why     string             `json:"why,omitzero"`
	Text    string             `json:"text,omitzero"`
}

type interactionDoc struct {
	callcontrol.Interaction
	Panes     []paneDoc       `json:"panes"`
	Actions   []permissionDoc `json:"actions"`
	Variables []variableDoc   `json:"variables,omitzero"`
	WrapUp    *wrapUpDoc      `json:"wrapUp,omitzero"`
}

type paneDoc struct {
	callcontrol.Pane
	Person string `json:"person,omitzero"`
}

// variableDoc has its text in its JSON only, like the variable itself.
type variableDoc struct {
	callcontrol.Variable
	text   string
	person string
}

type wrapUpDoc struct {
	*callcontrol.WrapUp
	Submit buttonDoc `json:"submit"`
	Cancel buttonDoc `json:"cancelCountdown"`
}

type buttonDoc struct {
	Allowed bool    `json:"allowed"`
	Rule    rule.ID `json:"rule,omitzero"`
	Why     string  `json:"why,omitzero"`
	Text    string  `json:"text,omitzero"`
}

type noticeDoc struct {
	callcontrol.Notice
	Text     string       `json:"text"`
	Person   string       `json:"person,omitzero"`
	Advice   string       `json:"advice,omitzero"`
	Conflict *conflictDoc `json:"conflict,omitzero"`
}

type conflictDoc struct {
	cad.Conflict
	Person string `json:"person,omitzero"`
}

// MarshalJSON is the variable's, and the texts.
func (v variableDoc) MarshalJSON() ([]byte, error) {
	data, err := v.Variable.MarshalJSON()
	if err != nil {
		return nil, err
	}
	more, err := json.Marshal(struct {
		Text   string `json:"text,omitzero"`
		Person string `json:"person,omitzero"`
	}{v.text, v.person})
	if err != nil || len(more) == len("{}") {
		return data, err
	}
	return append(append(data[:len(data)-1], ','), more[1:]...), nil
}

// document is a view in a language.
func (s *Server) document(v *callcontrol.View, l label.Language, now time.Time) *viewDoc {
	called := names{s.cfg.Center.Lists(), s.cfg.Center.Settings}
	d := &viewDoc{View: v, Sent: now.UTC(), Agent: agentDoc{v.Agent, l.Agent(summary(v)), called.of(string(v.Agent.ID))}, Cards: make([]cardDoc, len(v.Cards)),
		Interactions: make([]interactionDoc, len(v.Interactions)), Notices: make([]noticeDoc, len(v.Notices))}
	if v.Acceptable > 0 {
		d.AcceptText = l.AcceptRequests(v.Acceptable)
	}
	if v.RONA != nil {
		d.RONA = &ronaDoc{v.RONA, l.AgentCause(v.RONA.Cause)}
	}
	for i, c := range v.Cards {
		d.Cards[i] = cardDoc{Card: c, Fields: make([]fieldDoc, len(c.Fields)), Actions: permissions(c.Actions, l)}
		for j, f := range c.Fields {
			d.Cards[i].Fields[j] = fieldDoc{f, fieldText(f.Label, l)}
		}
	}
	for i, in := range v.Interactions {
		x := interactionDoc{Interaction: in, Panes: make([]paneDoc, len(in.Panes)), Actions: permissions(in.Actions, l)}
		for j, p := range in.Panes {
			x.Panes[j] = paneDoc{p, called.pane(p)}
		}
		for _, f := range in.Variables {
			x.Variables = append(x.Variables, variableDoc{f, denial(f.Denied, l), called.of(f.By)})
		}
		if w := in.WrapUp; w != nil {
			x.WrapUp = &wrapUpDoc{w, button(w.Submit.Denied, l), button(w.Cancel.Denied, l)}
		}
		d.Interactions[i] = x
	}
	for i, n := range v.Notices {
		x := noticeDoc{Notice: n, Person: called.of(n.About)}
		said := label.Notice{Kind: n.Kind, Action: n.Action, About: called.or(n.About), Cause: n.Cause, Reason: called.reason(v, n)}
		if n.Conflict != nil {
			x.Conflict = &conflictDoc{*n.Conflict, called.of(n.Conflict.By)}
			named := *n.Conflict
			named.By = called.or(named.By)
			said.Conflict = &named
		}
		x.Text, x.Advice = l.Notice(said), l.Advice(said)
		d.Notices[i] = x
	}
	return d
}

func permissions(all []callcontrol.Permission, l label.Language) []permissionDoc {
	out := make([]permissionDoc, len(all))
	for i, p := range all {
		b := button(p.Denied, l)
		out[i] = permissionDoc{p.Action, b.Allowed, b.Rule, b.Why, b.Text}
	}
	return out
}

func button(err error, l label.Language) buttonDoc {
	var d *rule.Denied
	if !errors.As(err, &d) {
		return buttonDoc{Allowed: err == nil}
	}
	return buttonDoc{Rule: d.Rule(), Why: d.Error(), Text: l.Denial(d)}
}

func denial(err error, l label.Language) string { return button(err, l).Text }

// fieldText is a card's label in the reader's language, where it is the English
// one of a field that the administrator has not named.
func fieldText(name string, l label.Language) string {
	if k, ok := fieldKinds[name]; ok {
		return l.Field(k)
	}
	return name
}

var fieldKinds = func() map[string]popover.FieldKind {
	all := map[string]popover.FieldKind{}
	for k := popover.CustomerNumber; ; k++ {
		if _, err := k.MarshalText(); err != nil {
			return all
		}
		all[label.English().Field(k)] = k
	}
}()

// summary is the agent of a view in the one word of AGT-2, with what belongs to it.
func summary(v *callcontrol.View) agent.Summary {
	sum := agent.Summary{Status: v.Agent.Status, Code: v.Agent.Code, Note: v.Agent.Note}
	if v.RONA != nil {
		sum.Cause = v.RONA.Cause
	}
	return sum
}
