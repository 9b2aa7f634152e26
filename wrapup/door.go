package wrapup

import "time"

// May says whether the agent may do something now: nil, or the *rule.Denied
// that forbids it; ErrInvalid for what is no action. It is the rule itself, and
// Request refuses exactly what May refuses, with the same pointer.
func (s State) May(a Action) error {
	if a == NoAction || a >= actions {
		return errAction
	}
	found := s.find(a.event())
	if found.deny != nil {
		return found.deny[s.phase]
	}
	return nil
}

// Request is the door of the agent. It answers with the new state, or with the
// old one and the reason: a *rule.Denied, or ErrInvalid for a request that is
// malformed (no such action, a reason that the policy does not list, a reason
// beside another action than Choose). now is the time of the request, from 1678
// to 2262. What to tell is in out.
func (s State) Request(now time.Time, r Request, out *Output) (State, error) {
	out.Reset()
	switch {
	case r.Action == NoAction || r.Action >= actions:
		return s, errAction
	case r.Action != Choose && r.Reason != "":
		return s, errSuperfluous
	case r.Action == Choose && !s.policy().has(r.Reason):
		return s, errReason
	}
	found := s.find(r.Action.event())
	if found.deny != nil {
		return s, found.deny[s.phase]
	}
	return s.move(found, &input{out: out, event: r.Action.event(), reason: r.Reason, now: now.UnixNano()}), nil
}

// Fact is the door of what has happened. It is never refused: it moves the
// state, or out.Ignored is the rule by which it changed nothing, and the state
// is as it was. now is the time of the fact, from 1678 to 2262.
func (s State) Fact(now time.Time, f Fact, out *Output) State {
	out.Reset()
	if f == NoFact || f >= facts {
		out.Ignored = "OP-5"
		return s
	}
	found := s.find(f.event())
	if found.skip != "" {
		out.Ignored = found.skip
		return s
	}
	return s.move(found, &input{out: out, event: f.event(), now: now.UnixNano()})
}

// Tick is the door of the clock. At the deadline or after it the default reason
// is submitted (END-6); earlier, or without a deadline, nothing happens.
func (s State) Tick(now time.Time, out *Output) State {
	out.Reset()
	by, armed := s.Deadline()
	if !armed || now.Before(by) {
		return s
	}
	return s.move(s.find(deadline), &input{out: out, event: deadline, now: now.UnixNano()})
}

var (
	errAction      = invalid("action", "is not one of the defined actions")
	errReason      = invalid("reason", "is not in the policy's list")
	errSuperfluous = invalid("reason", "belongs to Choose only")

	hole = row{deny: deny(NoAction, "OP-3", ""), skip: "OP-5"}
)

// find is the row that decides. Where the table has a hole, nothing moves.
func (s *State) find(e event) *row {
	cell := table[s.phase][e]
next:
	for i := range cell {
		for _, g := range cell[i].when {
			if !g.holds(s) {
				continue next
			}
		}
		return &cell[i]
	}
	return &hole
}

func (s State) move(r *row, in *input) State {
	r.do.run(&s, in)
	s.phase = r.to
	return s
}
