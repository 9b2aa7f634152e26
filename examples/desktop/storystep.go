package main

import (
	"errors"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/label"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// playedStep is one act, what had to be so after it, and how everybody's desktop
// looked then. All texts are in the reader's language, but for the sentences,
// which are the story's own.
type playedStep struct {
	Line    int           `json:"line"`
	At      string        `json:"at"`
	Act     string        `json:"act"`
	Refused *refusal      `json:"refused,omitzero"`
	Talk    [][]string    `json:"talk"`
	OnHold  []string      `json:"onHold"`
	Told    []told        `json:"told"`
	Asked   []asked       `json:"asked"`
	Desks   []storyDesk   `json:"desks"`
	Waiting []storyWaiter `json:"waiting"`
}

// refusal is why something cannot be done.
type refusal struct {
	Rule rule.ID `json:"rule,omitzero"`
	Text string  `json:"text"`
}

// told is a notice.
type told struct {
	To     agent.ID `json:"to"`
	Text   string   `json:"text"`
	Advice string   `json:"advice,omitzero"`
}

// asked is an expectation.
type asked struct {
	Line  int       `json:"line"`
	Text  string    `json:"text"`
	Rules []rule.ID `json:"rules"`
	So    bool      `json:"so"`
}

// storyDesk is an agent's desktop, as far as a story's page shows it.
type storyDesk struct {
	Agent    agent.ID       `json:"agent"`
	Text     string         `json:"text"` // his state
	Contacts []storyContact `json:"contacts"`
}

// storyContact is one interaction on a desktop.
type storyContact struct {
	Name   string      `json:"name"`
	Kind   string      `json:"kind"`
	Panes  []storyPane `json:"panes"`
	WrapUp string      `json:"wrapUp,omitzero"`
	May    []string    `json:"may"`
	MayNot []denied    `json:"mayNot"`
}

// storyPane is one interaction control pane, or a card.
type storyPane struct {
	Name      string   `json:"name"`
	Status    string   `json:"status"`
	Card      bool     `json:"card,omitzero"`
	Recording string   `json:"recording,omitzero"`
	Also      []string `json:"also,omitzero"` // what waits, what nobody knows, a hold on the device
}

// denied is a button that cannot be pressed.
type denied struct {
	Action string `json:"action"`
	refusal
}

// storyWaiter is a customer with whom no agent is.
type storyWaiter struct {
	Name  string `json:"name"`
	Queue string `json:"queue"`
}

// words says things in a language, and collects the rules that it names.
type words struct {
	label.Language
	texts map[rule.ID]ruleText
}

func (w words) rule(id rule.ID) rule.ID {
	w.texts[id] = ruleText{Says: id.Says(), Agent: w.Rule(id)}
	return id
}

func (w words) step(step callflow.Step) playedStep {
	f := step.Floor
	p := playedStep{Line: step.Line, At: f.Now().UTC().Format(time.TimeOnly), Act: step.Act, Refused: w.refused(step.Refused),
		Talk: f.Talks(callflow.Masked), OnHold: f.OnHold(callflow.Masked),
		Told: []told{}, Asked: []asked{}, Desks: []storyDesk{}, Waiting: []storyWaiter{}}
	for _, n := range step.Notices {
		ln := label.Notice{Kind: n.Kind, Action: n.Action, About: n.About, Cause: n.Cause, Reason: string(n.Reason), Conflict: n.Conflict}
		p.Told = append(p.Told, told{To: n.To, Text: w.Notice(ln), Advice: w.Advice(ln)})
	}
	for _, a := range step.Asked {
		for _, id := range a.Rules {
			w.rule(id)
		}
		p.Asked = append(p.Asked, asked{Line: a.Line, Text: a.Text, Rules: append([]rule.ID{}, a.Rules...), So: a.Err == nil})
	}
	for _, id := range f.Agents() {
		p.Desks = append(p.Desks, w.desk(f.View(id)))
	}
	for _, id := range f.Contacts() {
		if c, ok := f.Contact(id); ok && c.Want.Reason != interaction.NotWanted {
			p.Waiting = append(p.Waiting, storyWaiter{Name: c.Name, Queue: c.Wanted()})
		}
	}
	return p
}

// refused is an error that has come of what somebody asked for; nil for none.
func (w words) refused(err error) *refusal {
	if err == nil {
		return nil
	}
	r := &refusal{Text: w.Refusal(err)}
	var d *rule.Denied
	if errors.As(err, &d) {
		r.Rule = w.rule(d.Rule())
	}
	if r.Text == "" {
		r.Text = err.Error()
	}
	return r
}

func (w words) desk(v callflow.View) storyDesk {
	d := storyDesk{Agent: v.Agent, Text: w.Agent(v.Summary), Contacts: []storyContact{}}
	for _, c := range v.Contacts {
		sc := storyContact{Name: c.Name, Kind: w.Contact(c.Kind), Panes: []storyPane{}, May: []string{}, MayNot: []denied{}}
		for i, p := range c.Panes {
			sc.Panes = append(sc.Panes, w.pane(p, i == 0))
		}
		if c.WrapUp != nil {
			sc.WrapUp = w.WrapUpPhase(c.WrapUp.Phase)
		}
		for _, p := range c.Actions {
			switch {
			case p.Err == nil:
				sc.May = append(sc.May, w.Action(p.Action))
			case slices.Contains(mainActions, p.Action) && !offered(c):
				sc.MayNot = append(sc.MayNot, denied{w.Action(p.Action), *w.refused(p.Err)})
			}
		}
		d.Contacts = append(d.Contacts, sc)
	}
	return d
}

// mainActions are shown when they are denied, too; the others only when they can
// be pressed.
var mainActions = []interaction.Action{interaction.Hold, interaction.Resume, interaction.Consult, interaction.EndConsult,
	interaction.StartConference, interaction.Transfer, interaction.End, interaction.PauseRecording}

// offered: it is a card, which has buttons of its own.
func offered(c callflow.ContactView) bool { return len(c.Panes) > 0 && c.Panes[0].Card }

func (w words) pane(p callflow.Pane, first bool) storyPane {
	sp := storyPane{Name: p.Name, Status: w.Status(p.Status), Card: p.Card}
	if first && p.Recording != 0 && !p.Card {
		sp.Recording = w.Recording(p.Recording)
	}
	if p.InFlight != interaction.NoAction {
		sp.Also = append(sp.Also, w.Action(p.InFlight)+": "+w.Text(label.InFlight))
	}
	if p.Unknown != interaction.NoAction {
		sp.Also = append(sp.Also, w.Action(p.Unknown)+": "+w.Text(label.Unsettled))
	}
	if p.HeldOnDevice {
		sp.Also = append(sp.Also, w.Text(label.HeldOnDevice))
	}
	return sp
}
