package callcontrol

import (
	"errors"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// ErrNoInteraction says that there is no interaction of that id: it never was,
// or it is long over. Take it off the page: the next view will not have it.
var ErrNoInteraction = errors.New("callcontrol: no such interaction")

// ErrSignedOut says that the agent is not signed in. Ask him to sign in.
var ErrSignedOut = errors.New("callcontrol: signed out")

// ErrUnavailable says that the centre cannot do it now: it has been stopped,
// or its records cannot be reached. Nothing was done. Try again later.
var ErrUnavailable = errors.New("callcontrol: unavailable")

// Failed says that the rules allowed what was asked and it came to nothing all
// the same: the switch refused it, or something else happened first, such as a
// hang-up. The interaction is as the view shows it. Tell the agent; he may try
// again.
type Failed struct {
	Action    interaction.Action // NoAction for Dial
	Cause     telephony.Cause    // why; NoCause where nobody said
	Overtaken bool               // it was not refused: something else came first
}

// Error says what failed, and why.
func (e *Failed) Error() string {
	how := "was refused"
	if e.Overtaken {
		how = "was overtaken"
	}
	if e.Cause == telephony.NoCause {
		return fmt.Sprintf("callcontrol: %s %s", called(e.Action), how)
	}
	return fmt.Sprintf("callcontrol: %s %s: %v", called(e.Action), how, e.Cause)
}

// Pending says that it is not known yet what came of a request: the caller's
// context ended before the switch had answered, or the switch is silent (OP-4).
// It is under way and goes on; do not repeat it, the view will tell.
type Pending struct {
	Action interaction.Action
	Err    error // the context's error, or nil when the switch never answered
}

// Error says what is pending.
func (e *Pending) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("callcontrol: %s is pending: the switch has not answered", called(e.Action))
	}
	return fmt.Sprintf("callcontrol: %s is pending: %v", called(e.Action), e.Err)
}

// Unwrap is the context's error.
func (e *Pending) Unwrap() error { return e.Err }

// called is what the action is called; an outdial is none of an interaction's.
func called(a interaction.Action) string {
	if a == interaction.NoAction {
		return "Dial"
	}
	return a.String()
}

// outcome is what the caller is told of a press that has ended.
func outcome(a interaction.Action, o record.Outcome) error {
	switch o.Result {
	case record.Done:
		return nil
	case record.Unknown:
		return &Pending{Action: a}
	}
	return &Failed{Action: a, Cause: o.Cause, Overtaken: o.Result == record.Overtaken}
}
