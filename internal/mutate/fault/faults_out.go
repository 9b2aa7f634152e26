package fault

var outFaults = []Fault{
	{
		Rule: "OUT-1", File: "agent/eligible.go",
		Old: "{outPhase: outdialOut, ronaPhase: outdialOut}",
		New: "{outPhase: outdialOut, idlePhase: outdialOut, ronaPhase: outdialOut}",
		Why: "no outdial for who is Idle",
	},
	{
		Rule: "OUT-1", File: "callflow/may.go",
		Old: "return dialCaller", New: "return nil",
		Why: "any caller id",
	},
	{
		Rule: "OUT-2", File: "interaction/effect_offer.go",
		Old: "if !t.s.kind.Callback() && t.s.pol.has(flagNoWrapUp) {",
		New: "if !t.s.kind.Callback() {",
		Why: "an outdial not reached owes no wrap-up, whatever the policy says",
	},
	{
		Rule: "OUT-2", File: "interaction/effect_offer.go",
		Old: "t.notify(i, Notice{Kind: NotReached, Cause: why})", New: "_ = NotReached",
		Why: "the agent is not told",
	},
	{
		Rule: "OUT-3", File: "interaction/effect_offer.go",
		Old: "t.leave(t.slot, Released, telephony.Cancelled)",
		New: "t.leave(t.slot, Missed, telephony.Cancelled)",
		Why: "RONA for a skip",
	},
	{
		Rule: "OUT-3", File: "interaction/guard.go",
		Old: "return s.pol.has(flagRemove)", New: "return true",
		Why: "Remove against the policy",
	},
}
