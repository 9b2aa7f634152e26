package fault

var opFaults = []Fault{
	{
		Rule: "OP-1", File: "interaction/guard.go",
		Old: "case noWishInFlight, unassigned:",
		New: "case noWishInFlight:\n\t\treturn true\n\tcase unassigned:",
		Why: "a second wish while one is in flight",
	},
	{
		Rule: "OP-1", File: "interaction/guard.go",
		Old: "return s.recOp == 0", New: "return s.recOp == 0 && s.wish == noWish",
		Why: "the recording waits for other wishes",
	},
	{
		Rule: "OP-1", File: "interaction/guard.go",
		Old: "return s.recOp == 0", New: "return true",
		Why: "a second wish of the recording",
	},
	{
		Rule: "OP-2", File: "interaction/may.go",
		Old: "slot = s.slotOf(by)\n",
		New: "if slot = s.slotOf(by); slot < 0 {\n\t\t\tslot = s.find(Owner)\n\t\t}\n",
		Why: "a stranger is taken for the owner",
	},
	{
		Rule: "OP-3", File: "interaction/may.go",
		Old: "if s.phase == NotBegun || s.phase == Ended {", New: "if s.phase == NotBegun {",
		Why: "what has ended is asked as if it lived",
	},
	{
		Rule: "OP-4", File: "interaction/effect_media.go",
		Old: "t.s.unsure = unsure\n\tt.arrange()", New: "t.s.unsure = unsure",
		Why: "the present arrangement is not commanded again",
	},
	{
		Rule: "OP-4", File: "interaction/effect_media.go",
		Old: "t.notifyOwner(Notice{Kind: OperationUnknown, Action: wishActions[t.s.wish], Cause: telephony.Unknown})",
		New: "",
		Why: "the agent is not told",
	},
	{
		Rule: "OP-4", File: "interaction/effect_media.go",
		Old: "t.s.unsure = unsure\n", New: "_ = unsure\n",
		Why: "the pane does not say so",
	},
	{
		Rule: "OP-5", File: "interaction/fact.go",
		Old: "if slot < 0 {\n\t\t\treturn noFact, -1",
		New: "if slot < 0 {\n\t\t\tslot = s.find(Owner)\n\t\t}\n\t\tif slot < 0 {\n\t\t\treturn noFact, -1",
		Why: "a fact about who has left is taken for one about the owner",
	},
	{
		Rule: "OP-5", File: "interaction/fact.go",
		Old: "row.Do == nil {\n\t\tout.Ignored = \"OP-5\"", New: "row.Do == nil {",
		Why: "it is not reported as ignored",
	},
	{
		Rule: "OP-6", File: "interaction/guard.go",
		Old: "return i >= 0 && s.p[i].leg == legWaited", New: "return i >= 0",
		Why: "an offer where a colleague is consulted by name",
	},
	{
		Rule: "OP-6", File: "interaction/guard.go",
		Old: "case noWishInFlight, unassigned:",
		New: "case unassigned:\n\t\treturn true\n\tcase noWishInFlight:",
		Why: "an offer before a transfer is decided",
	},
	{
		Rule: "OP-6", File: "callflow/route.go",
		Old: "return offerExcluded", New: "_ = offerExcluded",
		Why: "an offer to who has sent the call away",
	},
	{
		Rule: "OP-7", File: "interaction/guard.go",
		Old: "return s.pol.caps.Has(s.needs(a))", New: "return true",
		Why: "what the switch cannot do is not denied",
	},
	{
		Rule: "OP-7", File: "interaction/table.go",
		Old: "SendDigits:      {yes, yes,", New: `SendDigits:      {yes, "PAR-19",`,
		Why: "Agent 2 may send no digits",
	},
	{
		Rule: "OP-8", File: "interaction/table.go",
		Old: "{On: ExitConsult, In: in(Consulting), Do: (*step).exit",
		New: "{On: ExitConsult, In: in(Consulting), If: when(noWishInFlight), Do: (*step).exit",
		Why: "leaving waits for a wish in flight",
	},
	{
		Rule: "OP-8", File: "interaction/table.go",
		Old: "{On: End, In: in(Talking), If: when(endNotHeld), Do",
		New: "{On: End, In: in(Talking), If: when(endNotHeld, noWishInFlight), Do",
		Why: "End waits for a wish in flight",
	},
	{
		Rule: "OP-9", File: "interaction/step.go",
		Old: "\tt.tellAgent(slot, how, why)\n",
		New: "\tif t.s.p[slot].role != Offered {\n\t\tt.tellAgent(slot, how, why)\n\t}\n",
		Why: "who is rung and does not accept is told nothing",
	},
	{
		Rule: "OP-9", File: "interaction/step.go",
		Old: "\tt.tellAgent(slot, how, why)\n",
		New: "\tt.tellAgent(slot, how, why)\n\tt.tellAgent(slot, Missed, why)\n",
		Why: "whoever leaves is told so twice",
	},
}
