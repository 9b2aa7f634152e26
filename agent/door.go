package agent

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// May says whether the agent may do something now: nil, or the *rule.Denied
// that forbids it; ErrInvalid for what is no action. It is the rule itself, and
// Request refuses exactly what May refuses, with the same pointer.
func (s State) May(a Action) error {
	if a == NoAction || a >= actions {
		return errAction
	}
	if r := s.find(&input{event: a.event()}); r.deny != nil {
		return r.deny.in(&s)
	}
	return nil
}

// Request is the door of the agent himself. It answers with the new state, or
// with the old one and the reason: a *rule.Denied, or ErrInvalid for a request
// that is malformed (no such action, an idle code that the policy does not
// list, a code beside another action than GoIdle). now is the time of the
// request, from 1678 to 2262. What to tell is in out.
func (s State) Request(now time.Time, r Request, out *Output) (State, error) {
	out.Reset()
	if r.Action == NoAction || r.Action >= actions {
		return s, errAction
	}
	in := input{out: out, event: r.Action.event(), code: r.Code}
	switch {
	case r.Action != GoIdle && r.Code != "":
		return s, invalid("idle code", "belongs to Idle only")
	case r.Action == GoIdle && r.Code == "":
		in.code = s.policy().def
	case r.Action == GoIdle:
		if reason := s.policy().refuses(r.Code); reason != "" {
			return s, invalid("idle code", reason)
		}
	}
	found := s.find(&in)
	if found.deny != nil {
		return s, found.deny.in(&s)
	}
	return s.move(now, found, &in), nil
}

// Fact is the door of what has happened. It is never refused: it moves the
// state, or out.Ignored is OP-5 and the state is as it was. now is the time of
// the fact, from 1678 to 2262.
func (s State) Fact(now time.Time, f Fact, out *Output) State {
	out.Reset()
	if f.What == NoFact || f.What >= whats || f.Channel >= channels || f.Cause >= causes {
		out.Ignored = tooLate
		return s
	}
	in := input{out: out, event: f.What.event(), channel: f.Channel, cause: f.Cause, unanswered: f.Unanswered}
	if in.cause == NoCause {
		in.cause = NoAnswer
	}
	found := s.find(&in)
	if found.skip {
		out.Ignored = tooLate
		return s
	}
	return s.move(now, found, &in)
}

const tooLate rule.ID = "OP-5"

var (
	errAction = invalid("action", "is not one of the defined actions")

	hole = row{deny: deny(NoAction, "OP-3", ""), skip: true}
)

// find is the row that decides. Where the table has a hole, nothing moves.
func (s *State) find(in *input) *row {
	cell := table[s.phase()][in.event]
next:
	for i := range cell {
		for _, g := range cell[i].when {
			if !g.holds(s, in) {
				continue next
			}
		}
		return &cell[i]
	}
	return &hole
}

func (s State) move(now time.Time, r *row, in *input) State {
	before := s.Summary()
	r.do.run(&s, in)
	after := s.Summary()
	before.Note, after.Note = "", "" // the phone's hook begins no new status
	if before != after {
		s.since = now.UnixNano()
		in.say(Change{Kind: Shown, Status: after.Status, Code: after.Code, Cause: after.Cause})
	}
	return s
}
