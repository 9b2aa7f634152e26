package callcontrol

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// A request is followed by the id of its call and by operation ids: the line of
// the request names the operations that it has brought about ("ops"), each
// command is told with its own ("op"), and each operation ends in the line of a
// fact that names it ("answers"), in a line of its own that says why it needs
// none (EventOrderOver), or in the answer of the adapter. The outcome names the
// operation for which it has waited.

// tracing reports whether anybody reads the steps.
func (c *Center) tracing() bool { return c.log.Enabled(context.Background(), slog.LevelDebug) }

// trace lets the log follow a step that was committed: what was asked, or what
// the switch told; with the operations that it has brought about and those that
// it has ended. The orders are the outbox before it and after it.
func (c *Center) trace(k *call, in *input, e *callflow.Effects, before, after []telephony.Command) {
	if !c.tracing() {
		return
	}
	switch in.kind {
	case reporting:
		ev := &in.event
		var answered []telephony.Op
		for i := range before {
			if op := before[i].Op; !ordered(after, op) {
				answered = append(answered, op)
			}
		}
		c.log.Debug(EventFact, "call", k.id, "event", ev.Kind.String(), "op", ev.Op, "leg", ev.Leg, "cause", ev.Cause.String(), "answers", answered, "ops", ops(e))
		if e.Ignored != "" {
			c.log.Debug(EventIgnored, "call", k.id, "event", ev.Kind.String(), "op", ev.Op, "rule", string(e.Ignored))
		}
		return
	case opening:
		if in.agent == "" {
			c.log.Debug(EventFact, "call", k.id, "event", telephony.Incoming.String(), "op", telephony.Op(0), "leg", telephony.Leg(0), "cause", telephony.NoCause.String(),
				"answers", []telephony.Op(nil), "ops", ops(e))
			return
		}
		fallthrough
	case asking, offering, wrapping, editing, keeping, ticking:
		c.log.Debug(EventRequest, "call", k.id, "agent", in.who(), "action", in.action(), "ops", ops(e))
	}
	for i := range before {
		if op := before[i].Op; !ordered(after, op) {
			c.log.Debug(EventOrderOver, "call", k.id, "op", op, "verb", before[i].Verb.String(), "why", in.overWhy())
		}
	}
	if in.kind == clearing || in.kind == renewing || in.kind == looking { // what came of no request that is told here
		var fresh []telephony.Op
		for i := range after {
			if op := after[i].Op; !ordered(before, op) {
				fresh = append(fresh, op)
			}
		}
		if fresh != nil {
			c.log.Debug(EventRequest, "call", k.id, "agent", in.by, "action", in.action(), "ops", fresh)
		}
	}
}

func ordered(orders []telephony.Command, op telephony.Op) bool {
	return slices.ContainsFunc(orders, func(c telephony.Command) bool { return c.Op == op })
}

// overWhy is why an order is over that no fact has answered.
func (in *input) overWhy() string {
	switch in.kind {
	case taking:
		return "taken" // its answer is all there is (OP-7)
	case forgoing:
		return "given up"
	case renewing:
		return "given anew"
	case looking:
		return "read again" // somebody else's change
	}
	return "superseded" // by the orders of this step
}

// who is whose request it is: the agent who asks, or to whom the router offers.
func (in *input) who() agent.ID {
	if in.kind == offering || in.kind == opening {
		return in.agent
	}
	return in.by
}

// action is what is asked for, in the words of the labels; of the variables not
// even the name, for a page can ask for any.
func (in *input) action() string {
	switch in.kind {
	case asking:
		return in.request.Action.String()
	case offering:
		return interaction.Offer.String()
	case wrapping:
		return in.wrapUp.Action.String()
	case editing:
		return edits[in.edit.Kind]
	case keeping:
		return saveVariables
	case ticking:
		return "Deadline"
	case opening:
		return called(interaction.NoAction)
	case renewing, clearing:
		return "Clear Again"
	case looking:
		return "Read Again"
	}
	return ""
}

// edits are what is done at variables.
var edits = [...]string{callflow.Type: "Type", callflow.Revert: "Revert", callflow.Refresh: "Refresh Variables", callflow.Fetch: "Fetch", callflow.Fetched: "Fetched"}

const saveVariables = "Save Variables"

// ops are the operations that a step has brought about.
func ops(e *callflow.Effects) []telephony.Op {
	var all []telephony.Op
	for i := range e.Commands {
		all = append(all, e.Commands[i].Op)
	}
	return all
}

// ended lets the log and the metrics say how a request ended.
func (d *Desk) ended(id telephony.CallID, action string, op telephony.Op, began time.Time, err error) {
	c := d.c
	if action == "unknown" || strings.HasPrefix(action, "invalid(") { // labels come from small sets
		action = "Invalid"
	}
	c.metrics.request(action, began, err)
	if !c.tracing() {
		return
	}
	ruled, cause, why := "", telephony.NoCause, ""
	var denied *rule.Denied
	var failed *Failed
	switch {
	case errors.As(err, &denied):
		ruled = string(denied.Rule())
	case errors.As(err, &failed):
		cause = failed.Cause
	case err != nil:
		why = err.Error()
	}
	c.log.Debug(EventOutcome, "call", id, "agent", d.p.id, "action", action, "op", op, "outcome", outcomeWord(err), "rule", ruled, "cause", cause.String(), "error", why)
}
