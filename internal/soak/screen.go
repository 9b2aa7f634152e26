package soak

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// Screen is what a reader notes of a view: what he can press, what ends when,
// and what he is told.
type Screen struct {
	Version  uint64       `json:"version"`
	Status   agent.Status `json:"status"`
	Contacts []Shown      `json:"contacts,omitempty"`
	Notices  []Told       `json:"notices,omitempty"`
}

// Shown is one contact on a screen.
type Shown struct {
	ID        telephony.CallID     `json:"id"`
	Panes     int                  `json:"panes,omitempty"` // 0: only the wrap-up is left
	Offer     bool                 `json:"offer,omitempty"`
	OfferEnds time.Time            `json:"offerEnds,omitzero"`
	PauseEnds time.Time            `json:"pauseEnds,omitzero"`
	InFlight  interaction.Action   `json:"inFlight,omitempty"`
	May       []interaction.Action `json:"may,omitempty"`
	WrapUp    *Dialog              `json:"wrapUp,omitempty"`
}

// Dialog is an open wrap-up dialog.
type Dialog struct {
	Phase   wrapup.Phase  `json:"phase"`
	Ends    time.Time     `json:"ends,omitzero"`
	Chosen  wrapup.Code   `json:"chosen,omitempty"`
	Reasons []wrapup.Code `json:"reasons,omitempty"`
	Submit  bool          `json:"submit,omitempty"`
	Cancel  bool          `json:"cancel,omitempty"`
}

// Told is one notice.
type Told struct {
	N    uint64           `json:"n"`
	Call telephony.CallID `json:"call,omitempty"`
	Kind string           `json:"kind"`
}

// Read is what a reader notes of a view.
func Read(v *callcontrol.View) Screen {
	s := Screen{Version: v.Version, Status: v.Agent.Status}
	for i := range v.Interactions {
		s.Contacts = append(s.Contacts, shown(&v.Interactions[i]))
	}
	for _, n := range v.Notices {
		s.Notices = append(s.Notices, Told{n.Number, n.Interaction, n.Kind})
	}
	return s
}

func shown(in *callcontrol.Interaction) Shown {
	out := Shown{ID: in.ID, Panes: len(in.Panes)}
	for _, p := range in.Panes {
		if p.Offer {
			out.Offer, out.OfferEnds = true, p.OfferEnds
		}
		if !p.PauseEnds.IsZero() {
			out.PauseEnds = p.PauseEnds
		}
		if p.InFlight != interaction.NoAction {
			out.InFlight = p.InFlight
		}
	}
	for _, p := range in.Actions {
		if p.Denied == nil && p.Action != interaction.EditVariables {
			out.May = append(out.May, p.Action)
		}
	}
	if w := in.WrapUp; w != nil {
		out.WrapUp = &Dialog{Phase: w.Phase, Ends: w.Ends, Chosen: w.Chosen, Submit: w.Submit.Denied == nil, Cancel: w.Cancel.Denied == nil}
		for _, r := range w.Reasons {
			out.WrapUp.Reasons = append(out.WrapUp.Reasons, r.Code)
		}
	}
	return out
}

// contact is the contact of that id; nil when the screen does not show it.
func (s *Screen) contact(id telephony.CallID) *Shown {
	for i := range s.Contacts {
		if s.Contacts[i].ID == id {
			return &s.Contacts[i]
		}
	}
	return nil
}
