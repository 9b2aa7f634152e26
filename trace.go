package callcontrol

import (
	"log/slog"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// trace lets the log follow a step: what was asked, with the operations that it
// has brought about; what the switch told, with the one that it answers; and that
// an event changed nothing (OP-5).
func (c *Center) trace(k *call, in *input, e *callflow.Effects) {
	if !c.log.Enabled(c.life, slog.LevelDebug) {
		return
	}
	switch in.kind {
	case reporting:
		ev := &in.event
		c.log.Debug(EventFact, "call", k.id, "event", ev.Kind.String(), "op", ev.Op, "leg", ev.Leg, "cause", ev.Cause.String(), "ops", ops(e))
		if e.Ignored != "" {
			c.log.Debug(EventIgnored, "call", k.id, "event", ev.Kind.String(), "rule", string(e.Ignored))
		}
	case asking:
		c.log.Debug(EventRequest, "call", k.id, "agent", in.by, "action", in.request.Action.String(), "ops", ops(e))
	case offering:
		c.log.Debug(EventRequest, "call", k.id, "agent", in.agent, "action", "offer", "ops", ops(e))
	case ticking:
		c.log.Debug(EventRequest, "call", k.id, "action", "deadline", "ops", ops(e))
	}
}

// ops are the operations that a step has brought about.
func ops(e *callflow.Effects) []telephony.Op {
	var all []telephony.Op
	for i := range e.Commands {
		all = append(all, e.Commands[i].Op)
	}
	return all
}

// traceOutcome lets the log say how a request ended.
func (c *Center) traceOutcome(id telephony.CallID, by agent.ID, a interaction.Action, err error) {
	if c.log.Enabled(c.life, slog.LevelDebug) {
		c.log.Debug(EventOutcome, "call", id, "agent", by, "action", a.String(), "outcome", outcomeWord(err))
	}
}
