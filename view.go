package callcontrol

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// View is all that one agent's desktop shows at a moment. It never changes once
// it has been given out, and is the same for all his desks. Its JSON is kept
// across versions: fields are added, and never change their meaning. Times are
// points in time, so that a page counts for itself; zero ones are left out.
type View struct {
	Version      uint64        `json:"version"` // a later view has a greater one
	Built        time.Time     `json:"built"`   // by the centre's clock, for a page whose clock is off
	Agent        Agent         `json:"agent"`
	Cards        []Card        `json:"cards"`         // the popover, in its order (POP-9)
	Acceptable   int           `json:"acceptable"`    // N of Accept N requests (POP-8)
	RONA         *RONA         `json:"rona,omitzero"` // while he is RONA (POP-16)
	Interactions []Interaction `json:"interactions"`  // those he has a part in, or is to wrap up, in order of arrival
	Notices      []Notice      `json:"notices"`       // those he has not acknowledged, oldest first
}

// Interaction is the one of that id; nil when the desktop does not show it.
func (v *View) Interaction(id telephony.CallID) *Interaction {
	for i := range v.Interactions {
		if v.Interactions[i].ID == id {
			return &v.Interactions[i]
		}
	}
	return nil
}

// LogValue is the view without what it shows, which may be personal, or secret.
func (v View) LogValue() slog.Value {
	return slog.GroupValue(slog.Uint64("version", v.Version), slog.String("agent", string(v.Agent.ID)), slog.String("status", v.Agent.Status.String()),
		slog.Int("interactions", len(v.Interactions)), slog.Int("cards", len(v.Cards)), slog.Int("notices", len(v.Notices)))
}

// Agent is the agent's own state.
type Agent struct {
	ID     agent.ID       `json:"id"`
	Status agent.Status   `json:"status"`
	Code   agent.IdleCode `json:"code,omitzero"`
	Note   string         `json:"note,omitzero"`  // why nothing is offered all the same (END-5)
	Since  time.Time      `json:"since,omitzero"` // when this status began
	Codes  []string       `json:"codes,omitzero"` // the idle codes that he may choose (AGT-1)
}

// RONA is the popover's two ways out (POP-16).
type RONA struct {
	Cause   agent.Cause    `json:"cause"`
	WaysOut []agent.Action `json:"waysOut"`
}

// Permission is one button: the action, and why not when it is denied.
type Permission struct {
	Action interaction.Action
	Denied error // nil: allowed; else a *rule.Denied
}

// Card is one card of the popover.
type Card struct {
	Interaction telephony.CallID   `json:"interaction"`
	Kind        interaction.Kind   `json:"kind"`
	Channel     agent.Channel      `json:"channel"`
	Stage       popover.Stage      `json:"stage"`
	Status      interaction.Status `json:"status"`
	Offered     time.Time          `json:"offered,omitzero"` // when he received it
	Ends        time.Time          `json:"ends,omitzero"`    // when it counts as not answered (ANS-2)
	Fields      []CardField        `json:"fields"`
	Links       []CardLink         `json:"links,omitzero"`
	Callback    *Callback          `json:"callback,omitzero"` // POP-17
	Actions     []Permission       `json:"actions"`
}

// CardField is one line of a card.
type CardField struct {
	Label string `json:"label"`
	Value string `json:"value"`
}

// CardLink is a link of a card.
type CardLink struct {
	Label string `json:"label"`
	URL   string `json:"url"`
}

// Callback is what a callback's card shows besides (POP-17).
type Callback struct {
	Number string    `json:"number"`
	DNIS   string    `json:"dnis"`
	Queue  string    `json:"queue"`
	Since  time.Time `json:"since"`
}

// Interaction is one contact on the desktop.
type Interaction struct {
	ID        telephony.CallID `json:"id"`
	Name      string           `json:"name"`
	Kind      interaction.Kind `json:"kind"`
	Queue     string           `json:"queue"`
	Panes     []Pane           `json:"panes"`   // the customer's first; none while only the wrap-up is left
	Actions   []Permission     `json:"actions"` // every action, in the order of a desktop
	Variables []Variable       `json:"variables,omitzero"`
	WrapUp    *WrapUp          `json:"wrapUp,omitzero"` // while the dialog is open

	// Uncertain: after a restart, or a lost connection, nobody could say whether
	// the switch has the contact as it is shown; until the switch says something.
	Uncertain bool `json:"uncertain,omitzero"`
}

// May is nil when the action's button is enabled, else the *rule.Denied in the
// way.
func (in *Interaction) May(a interaction.Action) error {
	for _, p := range in.Actions {
		if p.Action == a {
			return p.Denied
		}
	}
	return fmt.Errorf("%w: no such action", ErrInvalid)
}

// LogValue is the interaction without what it shows.
func (in Interaction) LogValue() slog.Value {
	return slog.GroupValue(slog.String("id", string(in.ID)), slog.String("kind", in.Kind.String()), slog.Int("panes", len(in.Panes)))
}

// Pane is an interaction control pane: one party as the agent sees him
// (CON-10).
type Pane struct {
	Name         string              `json:"name"`
	Role         string              `json:"role"`
	Status       interaction.Status  `json:"status"`
	Since        time.Time           `json:"since,omitzero"`
	TalkSince    time.Time           `json:"talkSince,omitzero"` // ANS-4
	Offer        bool                `json:"offer,omitzero"`     // not accepted yet: it is a card
	OfferEnds    time.Time           `json:"offerEnds,omitzero"` // ANS-2
	Recording    telephony.Recording `json:"recording"`
	PauseEnds    time.Time           `json:"pauseEnds,omitzero"` // REC-3
	HeldOnDevice bool                `json:"heldOnDevice,omitzero"`
	InFlight     interaction.Action  `json:"inFlight,omitzero"` // OP-1
	Unknown      interaction.Action  `json:"unknown,omitzero"`  // OP-4
}

// Variable is one of the call-associated data. A secure one has its text only
// in the JSON of the desk whose agent has fetched it (CAD-3); printed or logged
// it shows asterisks.
type Variable struct{ cad.Field }

// LogValue is the variable without its value.
func (v Variable) LogValue() slog.Value { return slog.StringValue(v.Name) }

// WrapUp is an open wrap-up dialog (END-2).
type WrapUp struct {
	Phase   wrapup.Phase    `json:"phase"`
	Since   time.Time       `json:"since,omitzero"` // the count-up (END-6)
	Ends    time.Time       `json:"ends,omitzero"`  // the count-down (END-6)
	Chosen  wrapup.Code     `json:"chosen,omitzero"`
	Reasons []wrapup.Reason `json:"reasons"`
	Submit  Button          `json:"submit"`
	Cancel  Button          `json:"cancelCountdown"`
}

// Button says whether a button of a dialog can be pressed.
type Button struct{ Denied error }

// Notice is something that the agent is told (D11), numbered from 1 without
// gaps, until he acknowledges it. It holds no value of a secure variable and no
// whole number.
type Notice struct {
	Number      uint64             `json:"number"`
	At          time.Time          `json:"at"`
	Interaction telephony.CallID   `json:"interaction"`
	Kind        string             `json:"kind"` // "Consult failed", "wrap-up due" …
	Action      interaction.Action `json:"action,omitzero"`
	About       string             `json:"about,omitzero"`
	Cause       telephony.Cause    `json:"cause,omitzero"`
	Reason      wrapup.Code        `json:"reason,omitzero"`
	Advice      string             `json:"advice,omitzero"`
	Conflict    *cad.Conflict      `json:"conflict,omitzero"` // whose save replaced what he had typed (CAD-7)
}

func notice(callflowNotice callflow.Notice, n uint64, at time.Time) Notice {
	x := callflowNotice
	return Notice{Number: n, At: at, Interaction: x.Contact, Kind: x.Kind, Action: x.Action, About: x.About, Cause: x.Cause,
		Reason: x.Reason, Advice: x.Advice(), Conflict: x.Conflict}
}
