package deskhttp

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net/http"
	"time"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/label"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// outcome is the document that says what came of a request.
type outcome struct {
	Outcome      string             `json:"outcome"`
	Text         string             `json:"text,omitzero"`
	Rule         rule.ID            `json:"rule,omitzero"`
	Action       string             `json:"action,omitzero"`
	State        string             `json:"state,omitzero"`
	Cause        telephony.Cause    `json:"cause,omitzero"`
	Interaction  telephony.CallID   `json:"interaction,omitzero"`
	Interactions []telephony.CallID `json:"interactions,omitzero"`
	RetryAfter   int                `json:"retryAfter,omitzero"`
	Accepted     []telephony.CallID `json:"accepted,omitzero"`
	Refused      []outcome          `json:"refused,omitzero"`
}

// fault is what this package itself refuses.
type fault struct {
	outcome string
	status  int
}

// Error is for the log.
func (f *fault) Error() string { return "deskhttp: " + f.outcome }

var (
	errInvalid     = &fault{"invalid", http.StatusBadRequest}
	errNoSession   = &fault{"no-session", http.StatusUnauthorized}
	errForbidden   = &fault{"forbidden", http.StatusForbidden}
	errNotFound    = &fault{"not-found", http.StatusNotFound}
	errTooLarge    = &fault{"too-large", http.StatusRequestEntityTooLarge}
	errUnsupported = &fault{"unsupported", http.StatusUnsupportedMediaType}
	errForbids     = &fault{"refused", http.StatusUnprocessableEntity} // the dialling policy
	errConfirm     = &fault{"confirm", http.StatusConflict}
	errNotFetched  = &fault{"not-fetched", http.StatusBadGateway}
	errUnavailable = &fault{"unavailable", http.StatusServiceUnavailable}
	errReplaced    = &fault{"replaced", http.StatusGone}
)

// tooMany says that there were too many requests, or are too many sessions.
type tooMany struct{ after time.Duration }

// Error is for the log.
func (e *tooMany) Error() string { return "deskhttp: too-many" }

// dialled is an error about an interaction that was to begin.
type dialled struct {
	id telephony.CallID
	error
}

// Unwrap is what came of it.
func (e *dialled) Unwrap() error { return e.error }

// outcomeOf says what came of a request, and with which status. A Pending comes
// first, for it may wrap what else is asked for here and is under way all the
// same; a value that was typed comes before the rule that it breaks.
func outcomeOf(l label.Language, err error) (int, outcome) {
	var (
		begun   *dialled
		pending *callcontrol.Pending
		value   *cad.Error
		blocked *callflow.SignOutBlocked
		denied  *rule.Denied
		failed  *callcontrol.Failed
		busy    *tooMany
		own     *fault
	)
	switch {
	case err == nil:
		return http.StatusOK, outcome{Outcome: "done"}
	case errors.As(err, &pending):
		o := outcome{Outcome: "pending", Text: l.Outcome(label.Pending, pending.Action, telephony.NoCause), Action: word(pending.Action)}
		if errors.As(err, &begun) {
			o.Interaction = begun.id
		}
		return http.StatusAccepted, o
	case errors.As(err, &value) && !errors.Is(err, cad.ErrUndefined), len(dialnumber.Broken(err)) > 0:
		return http.StatusUnprocessableEntity, refused(l, err)
	case errors.As(err, &denied):
		o := outcome{Outcome: "denied", Text: l.Denial(denied), Rule: denied.Rule(), Action: denied.Action(), State: denied.State()}
		if errors.As(err, &blocked) {
			o.Interactions = blocked.Contacts
		}
		return http.StatusConflict, o
	case errors.As(err, &failed):
		o := outcome{Outcome: "failed", Text: l.Outcome(label.Refused, failed.Action, failed.Cause), Action: word(failed.Action), Cause: failed.Cause}
		if failed.Overtaken {
			o.Outcome, o.Text = "overtaken", l.Outcome(label.Overtaken, failed.Action, failed.Cause)
		}
		return http.StatusBadGateway, o
	case errors.Is(err, callcontrol.ErrNoInteraction):
		return http.StatusNotFound, outcome{Outcome: "no-interaction", Text: l.Outcome(label.NoInteraction, 0, 0)}
	case errors.Is(err, callcontrol.ErrSignedOut):
		return http.StatusConflict, outcome{Outcome: "signed-out", Text: l.Outcome(label.SignedOut, 0, 0)}
	case errors.Is(err, callcontrol.ErrNotKept):
		return http.StatusBadGateway, outcome{Outcome: "not-kept", Text: l.Outcome(label.NotKept, 0, 0)}
	case errors.As(err, &busy):
		after := int(math.Ceil(busy.after.Seconds()))
		return http.StatusTooManyRequests, outcome{Outcome: "too-many", Text: say(l, "too-many"), RetryAfter: after}
	case errors.As(err, &own):
		return own.status, outcome{Outcome: own.outcome, Text: say(l, own.outcome)}
	case errors.Is(err, callcontrol.ErrUnavailable), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return http.StatusServiceUnavailable, outcome{Outcome: "unavailable", Text: l.Outcome(label.Unavailable, 0, 0)}
	}
	return http.StatusBadRequest, outcome{Outcome: "invalid", Text: say(l, "invalid")}
}

// refused is a value or a number that cannot be.
func refused(l label.Language, err error) outcome {
	o := outcome{Outcome: "refused", Text: l.Refusal(err)}
	var denied *rule.Denied
	if broken := dialnumber.Broken(err); len(broken) > 0 {
		o.Rule = broken[0].Rule
	} else if errors.As(err, &denied) {
		o.Rule = denied.Rule()
	}
	if o.Text == "" {
		o.Text = say(l, "invalid")
	}
	return o
}

func word(a interaction.Action) string {
	if a == interaction.NoAction {
		return ""
	}
	return a.String()
}

// known: the error says what came of a request, and is not the host's own.
func known(err error) bool {
	status, o := outcomeOf(label.English(), err)
	return status != http.StatusBadRequest || o.Outcome != "invalid" || errors.Is(err, callflow.ErrInvalid) || errors.Is(err, callcontrol.ErrInvalid) || errors.Is(err, cad.ErrUndefined)
}

// invalid says, for those who write pages, what is wrong with a request: in
// English, in the log, and never with anything of the request in it.
func invalid(what string) error { return fmt.Errorf("%w: %s", errInvalid, what) }
