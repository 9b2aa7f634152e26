package soak

import (
	"context"
	"errors"
	"iter"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// Verb is what an agent does at his desk.
type Verb string

// The verbs.
const (
	SignIn      Verb = "sign-in"
	Available   Verb = "available"
	Idle        Verb = "idle"
	Press       Verb = "press" // Action, with To and Digits
	Choose      Verb = "choose"
	Submit      Verb = "submit"
	StopCount   Verb = "stop-count-down"
	Dismiss     Verb = "dismiss"
	Acknowledge Verb = "acknowledge"
	Dial        Verb = "dial" // To's address
)

// Ask is one thing that an agent asks for, as data, so that it can go to
// another process.
type Ask struct {
	Verb   Verb               `json:"verb"`
	Call   telephony.CallID   `json:"call,omitempty"`
	Action interaction.Action `json:"action,omitempty"`
	To     telephony.Endpoint `json:"to,omitzero"`
	Digits string             `json:"digits,omitempty"`
	Reason wrapup.Code        `json:"reason,omitempty"`
	UpTo   uint64             `json:"upTo,omitempty"`
}

// Outcome is what an agent was told of what he asked for.
type Outcome string

// The outcomes: those of callcontrol's Desk.Do, and of the way there.
const (
	Done          Outcome = "done"
	Denied        Outcome = "denied"
	Failed        Outcome = "failed"
	Pending       Outcome = "pending"
	NoInteraction Outcome = "no-interaction"
	SignedOut     Outcome = "signed-out"
	Unavailable   Outcome = "unavailable"
	Ended         Outcome = "ended"    // his own patience, before anything was asked
	Invalid       Outcome = "invalid"  // it makes no sense: somebody else was quicker, and what he saw was another call
	Cut           Outcome = "cut"      // nobody answered: the process is gone
	Nonsense      Outcome = "nonsense" // it should not have come to this
)

// Answer is an outcome with its text, and the call of a Dial.
type Answer struct {
	Outcome Outcome          `json:"outcome"`
	Why     string           `json:"why,omitempty"`
	Call    telephony.CallID `json:"call,omitempty"`
}

// Desk is one agent's desktop in whatever process.
type Desk interface {
	// Screens yields what the desk shows, until ctx ends or the centre is gone.
	Screens(ctx context.Context) iter.Seq[Screen]
	// Ask asks for something, and waits for the answer.
	Ask(ctx context.Context, a Ask) Answer
}

// local is a desk of this process.
type local struct{ *callcontrol.Desk }

func (d local) Screens(ctx context.Context) iter.Seq[Screen] {
	return func(yield func(Screen) bool) {
		for v := range d.Views(ctx) {
			if !yield(Read(v)) {
				return
			}
		}
	}
}

func (d local) Ask(ctx context.Context, a Ask) Answer {
	var call telephony.CallID
	var err error
	switch a.Verb {
	case SignIn:
		err = d.Person(ctx, agent.Request{Action: agent.SignIn})
	case Available:
		err = d.Available(ctx)
	case Idle:
		err = d.Idle(ctx, "")
	case Press:
		err = d.Do(ctx, a.Call, interaction.Request{Action: a.Action, To: target(a.To), Digits: a.Digits})
	case Choose:
		err = d.Choose(ctx, a.Call, a.Reason)
	case Submit:
		err = d.Submit(ctx, a.Call)
	case StopCount:
		err = d.CancelCountdown(ctx, a.Call)
	case Dismiss:
		err = d.Dismiss(ctx, a.Call)
	case Acknowledge:
		err = d.Acknowledge(ctx, a.UpTo)
	case Dial:
		var n dialnumber.Number
		if n, err = dialnumber.New(a.To.Address); err == nil {
			call, err = d.Dial(ctx, n, "")
		}
	default:
		err = callcontrol.ErrInvalid
	}
	out := outcome(err)
	out.Call = call
	return out
}

func target(e telephony.Endpoint) interaction.Target {
	switch e.Kind {
	case telephony.Agent:
		return interaction.ToAgent(agent.ID(e.Address))
	case telephony.Queue:
		return interaction.ToQueue(e.Address)
	case telephony.EntryPoint:
		return interaction.ToEntryPoint(e.Address)
	case telephony.DialNumber:
		if n, err := dialnumber.New(e.Address); err == nil {
			return interaction.ToNumber(n)
		}
	}
	return interaction.Target{}
}

// outcome sorts the errors of a desk.
func outcome(err error) Answer {
	var denied *rule.Denied
	var failed *callcontrol.Failed
	var pending *callcontrol.Pending
	out := Answer{Outcome: Nonsense}
	switch {
	case err == nil:
		return Answer{Outcome: Done}
	case errors.As(err, &denied):
		out.Outcome = Denied
	case errors.As(err, &failed):
		out.Outcome = Failed
	case errors.As(err, &pending):
		out.Outcome = Pending
	case errors.Is(err, callcontrol.ErrNoInteraction):
		out.Outcome = NoInteraction
	case errors.Is(err, callcontrol.ErrSignedOut):
		out.Outcome = SignedOut
	case errors.Is(err, callcontrol.ErrUnavailable):
		out.Outcome = Unavailable
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		out.Outcome = Ended
	case errors.Is(err, interaction.ErrInvalid), errors.Is(err, callflow.ErrInvalid):
		out.Outcome = Invalid
	}
	out.Why = err.Error()
	return out
}
