package fault

var cbkFaults = []Fault{
	{
		Rule: "CBK-1", File: "interaction/phase.go",
		Old: "return k >= CourtesyCallback && k <= Preview",
		New: "return k > CourtesyCallback && k <= Preview",
		Why: "a courtesy callback's customer is taken to be on the line",
	},
	{
		Rule: "CBK-2", File: "callflow/route.go",
		Old: "c.State.Kind() == interaction.Preview && c.State.Customer() == 0 {",
		New: "c.State.Customer() == 0 {",
		Why: "a callback is not started",
	},
	{
		Rule: "CBK-3", File: "interaction/guard.go",
		Old: "return s.kind == WebCallback && s.pol.has(flagCancelWeb)",
		New: "return s.kind.Callback() && s.pol.has(flagCancelWeb)",
		Why: "a courtesy callback has Cancel, too",
	},
	{
		Rule: "CBK-3", File: "interaction/guard.go",
		Old: "return s.kind == WebCallback && s.pol.has(flagCancelWeb)",
		New: "return s.kind == WebCallback && s.pol.has(flagReturn)",
		Why: "a web callback has no Cancel, whatever the policy says",
	},
	{
		Rule: "CBK-4", File: "interaction/effect_offer.go",
		Old: "if !t.s.kind.Callback() && t.s.pol.has(flagNoWrapUp) {",
		New: "if t.s.kind.Callback() || t.s.pol.has(flagNoWrapUp) {",
		Why: "a cancelled callback owes no wrap-up",
	},
	{
		Rule: "CBK-5", File: "interaction/effect_offer.go",
		Old: "t.acceptedBy(t.s.find(Offered))", New: "t.s.ringBy = 0",
		Why: "the customer's answer connects nobody",
	},
	{
		Rule: "CBK-6", File: "interaction/effect_offer.go",
		Old: "t.clear(i)\n\tt.leave(i, Released, why)",
		New: "t.clear(i)\n\tt.leave(i, Missed, why)",
		Why: "the agent becomes RONA for a customer who does not answer",
	},
	{
		Rule: "CBK-6", File: "interaction/effect_offer.go",
		Old: "if !t.s.kind.Callback() {\n\t\tt.giveUp(",
		New: "if t.s.kind != NoKind {\n\t\tt.giveUp(",
		Why: "a callback is over when the customer does not answer once",
	},
	{
		Rule: "CBK-7", File: "callflow/may.go",
		Old: "return n > f.cfg.MaxCalls", New: "return n > f.cfg.MaxCalls+1",
		Why: "one call over the limit",
	},
	{
		Rule: "CBK-7", File: "callflow/may.go",
		Old: "return dialFull", New: "return nil",
		Why: "an outdial over the limit",
	},
	{
		Rule: "CBK-7", File: "callflow/route.go",
		Old: "c.State.Customer() == 0 && in.Full(1)",
		New: "c.State.Customer() == 0 && in.Full(0)",
		Why: "a callback over the limit",
	},
	{
		Rule: "CBK-7", File: "callflow/may.go",
		Old: "(places || a == interaction.Consult) && in.Full(1)",
		New: "places && in.Full(1)",
		Why: "a consult of a queue over the limit",
	},
	{
		Rule: "CBK-8", File: "interaction/effect_offer.go",
		Old: "t.leave(t.slot, Missed, telephony.Declined)",
		New: "t.leave(t.slot, Released, telephony.Declined)",
		Why: "no RONA for who hangs up while the customer is dialled",
	},
	{
		Rule: "CBK-8", File: "interaction/effect_offer.go",
		Old: "case t.s.kind.Callback() && t.s.p[0].leg == legNone:\n\t\tt.dialCustomer()",
		New: "case t.s.kind.Callback() && t.s.p[0].leg == legNone:\n\t\tt.dialCustomer()\n\t\tt.customerAnswered()",
		Why: "connected before the customer has answered",
	},
}
