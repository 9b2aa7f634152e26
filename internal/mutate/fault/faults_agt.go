package fault

var agtFaults = []Fault{
	{
		Rule: "AGT-1", File: "agent/move.go",
		Old: "s.enter(in, Idle, s.policy().def, NoCause)",
		New: `s.enter(in, Available, "", NoCause)`,
		Why: "Available on signing in",
	},
	{
		Rule: "AGT-2", File: "agent/summary.go",
		Old: `	case s.any(func(l load) uint16 { return l.wrapping }):
		return WrapUp
	case s.any(func(l load) uint16 { return l.engaged }):
		return Engaged`,
		New: `	case s.any(func(l load) uint16 { return l.engaged }):
		return Engaged
	case s.any(func(l load) uint16 { return l.wrapping }):
		return WrapUp`,
		Why: "Engaged before Wrap Up",
	},
	{
		Rule: "AGT-3", File: "agent/eligible.go",
		Old: "idlePhase: offerOut, leavingPhase: offerChosen",
		New: "idlePhase: offerOut",
		Why: "offers after the choice",
	},
	{
		Rule: "AGT-3", File: "agent/move.go",
		Old: "\ts.choice = in.code\n",
		New: `	if s.choice == "" {
		s.choice = in.code
	}
`,
		Why: "the first choice counts",
	},
	{
		Rule: "AGT-4", File: "agent/eligible.go",
		Old: "ronaPhase: offerRONA",
		New: "",
		Why: "an offer in RONA",
	},
	{
		Rule: "AGT-4", File: "agent/move.go",
		Old: `		l.wrapping--
		s.settle(in)
`,
		New: `		l.wrapping--
		s.enter(in, Available, "", NoCause)
`,
		Why: "the end of a wrap-up takes him out of RONA",
	},
	{
		Rule: "AGT-5", File: "agent/table.go",
		Old: `		{when: []guard{anyOpen}, deny: stillOpen},
		{do: toOut`,
		New: "\t\t{do: toOut",
		Why: "he may sign out in a call",
	},
	{
		Rule: "AGT-5", File: "callflow/route.go",
		Old: "(!s.Left || s.owes())",
		New: "!s.Left",
		Why: "the wrap-up in his way is not listed",
	},
	{
		Rule: "AGT-6", File: "callflow/absorb.go",
		Old: "\t\treturn agent.Busy",
		New: "\t\treturn agent.NoAnswer",
		Why: "busy is no answer",
	},
	{
		Rule: "AGT-7", File: "interaction/snapshot.go",
		Old: "party{p.Since, p.ID,",
		New: "party{0, p.ID,",
		Why: "the timers begin at nought",
	},
	{
		Rule: "AGT-7", File: "wrapup/snapshot.go",
		Old: "chosen: j.Chosen,",
		New: `chosen: "",`,
		Why: "the reason that was chosen is lost",
	},
}
