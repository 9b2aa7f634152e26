package fault

var cnfFaults = []Fault{
	{
		Rule: "CNF-1", File: "interaction/effect_consult.go",
		Old: "all := uint8(1 | 1<<t.s.find(Consulted))",
		New: "all := uint8(1 << t.s.find(Consulted))",
		Why: "the customer is left out of the conference",
	},
	{
		Rule: "CNF-1", File: "interaction/table.go",
		Old: `StartConference: {yes, "PAR-19",`, New: "StartConference: {yes, yes,",
		Why: "Agent 2 may start it",
	},
	{
		Rule: "CNF-2", File: "interaction/table.go",
		Old: `{On: Hold, In: in(Conference), Deny: "CNF-2"}`,
		New: "{On: Hold, In: in(Conference), If: when(customerHears, able, noWishInFlight), Do: (*step).hold}",
		Why: "the customer can be held in a conference",
	},
	{
		Rule: "CNF-2", File: "interaction/table.go",
		Old: `{On: HoldConsult, In: in(Conference), Deny: "CNF-2"}`,
		New: "{On: HoldConsult, In: in(Conference), If: when(consultedHears, able, noWishInFlight), Do: (*step).swapToCustomer}",
		Why: "Agent 2 can be held in a conference",
	},
	{
		Rule: "CNF-3", File: "interaction/table.go",
		Old: "{On: ExitConference, In: in(Conference), Do: (*step).exit, To: in(Talking)}",
		New: "{On: ExitConference, In: in(Conference), Do: (*step).end, To: in(Ended)}",
		Why: "Exit Conference ends it for everybody",
	},
	{
		Rule: "CNF-3", File: "interaction/effect_consult.go",
		Old: "t.leave(t.slot, Released, why)", New: "t.leave(t.slot, WrapUpDue, why)",
		Why: "Agent 2 wraps up a call that was not his",
	},
	{
		Rule: "CNF-4", File: "interaction/effect_transfer.go",
		Old: "t.s.phase == Consulting && t.s.pol.has(flagAsk)", New: "t.s.pol.has(flagAsk)",
		Why: "Agent 2 is asked in a conference, too",
	},
	{
		Rule: "CNF-4", File: "interaction/table.go",
		Old: "{On: End, In: in(Conference), Do: (*step).end, To: in(Ended)}",
		New: `{On: End, In: in(Conference), Deny: "PAR-18"}`,
		Why: "no End in a conference",
	},
	{
		Rule: "CNF-5", File: "interaction/effect_consult.go",
		Old: "func (t *step) ownerLeftConference() { t.handTo(t.s.find(Consulted)) }",
		New: "func (t *step) ownerLeftConference() { t.ownerEndsAll() }",
		Why: "his hang-up ends the conference",
	},
	{
		Rule: "CNF-5", File: "interaction/effect_transfer.go",
		Old: "t.settle()\n\tif t.s.p[slot].is(partyExternal) {",
		New: "t.settle()\n\tif t.s.p[slot].is(partyAgent) {",
		Why: "an outsider becomes the owner",
	},
	{
		Rule: "CNF-6", File: "interaction/step.go",
		Old: "t.leave(i, Released, why)", New: "t.leave(i, WrapUpDue, why)",
		Why: "Agent 2 wraps up, too",
	},
	{
		Rule: "CNF-6", File: "interaction/facts.go",
		Old: "anywhere &^ in(Calling), Do: (*step).customerHungUp",
		New: "anywhere &^ in(Calling, Conference), Do: (*step).customerHungUp",
		Why: "the two colleagues go on",
	},
	{
		Rule: "CNF-7", File: "interaction/guard.go",
		Old: "s.pol.parties >= 3", New: "s.pol.parties >= 2",
		Why: "a conference where the policy allows two",
	},
}
