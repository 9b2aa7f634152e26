package fault

var endFaults = []Fault{
	{
		Rule: "END-1", File: "interaction/table.go",
		Old: "If: when(endNotHeld), Do: (*step).end", New: "Do: (*step).end",
		Why: "End on hold",
	},
	{
		Rule: "END-2", File: "interaction/step.go",
		Old: "t.leave(i, WrapUpDue, why)", New: "t.leave(i, Released, why)",
		Why: "no dialog opens when a call ends",
	},
	{
		Rule: "END-2", File: "interaction/effect_consult.go",
		Old: "t.tellAgent(t.s.find(Owner), ConsultWrapUp, telephony.NoCause)",
		New: "t.tellAgent(-1, ConsultWrapUp, telephony.NoCause)",
		Why: "nor on End Consult",
	},
	{
		Rule: "END-2", File: "interaction/effect_transfer.go",
		Old: "t.tellAgent(t.slot, WrapUpOpened, telephony.NoCause)\n\tif kind", New: "if kind",
		Why: "nor on a transfer",
	},
	{
		Rule: "END-2", File: "interaction/effect_offer.go",
		Old: "owes := WrapUpDue", New: "owes := Released",
		Why: "nor on Cancel",
	},
	{
		Rule: "END-3", File: "wrapup/guard.go",
		Old: `return *s.choice() == ""`, New: "return false",
		Why: "a wrap-up without a reason",
	},
	{
		Rule: "END-3", File: "wrapup/reason.go",
		Old: "if fold.Contains(label, words) {", New: "if label == text {",
		Why: "the search field finds only whole labels",
	},
	{
		Rule: "END-4", File: "agent/move.go",
		Old: "l.wrapping--\n\t\ts.settle(in)",
		New: "l.wrapping--\n\t\ts.enter(in, Available, \"\", NoCause)",
		Why: "after a wrap-up everybody is Available",
	},
	{
		Rule: "END-4", File: "agent/move.go",
		Old: "s.enter(in, Idle, s.choice, NoCause)",
		New: `s.enter(in, Available, "", NoCause)`,
		Why: "the state chosen meanwhile is forgotten",
	},
	{
		Rule: "END-5", File: "agent/eligible.go",
		Old: "if ch == Voice && s.off {", New: "if ch == Chat && s.off {",
		Why: "a call for an agent whose phone is off hook",
	},
	{
		Rule: "END-5", File: "agent/eligible.go",
		Old: "if ch == Voice && s.off {", New: "if s.off {",
		Why: "no chat either while the phone is off hook",
	},
	{
		Rule: "END-5", File: "agent/move.go",
		Old: "s.off = false", New: "s.off = true",
		Why: "hanging up the phone is not heard",
	},
	{
		Rule: "END-6", File: "wrapup/move.go",
		Old: "s.complete(in, s.policy().def, true)", New: "s.complete(in, s.chosen, true)",
		Why: "not the default reason is submitted",
	},
	{
		Rule: "END-6", File: "wrapup/table.go",
		Old: "{when: []guard{mayNotCancel}, deny: deny(CancelCountdown, \"END-6\", \"the policy does not allow it\")},\n",
		New: "",
		Why: "the count-down can be cancelled against the policy",
	},
	{
		Rule: "END-6", File: "wrapup/move.go",
		Old: "s.counts = s.policy().automatic > 0", New: "s.counts = false",
		Why: "no count-down runs",
	},
	{
		Rule: "END-7", File: "interaction/effect_transfer.go",
		Old: "func (t *step) ownerGives() {\n\tt.leave(t.s.find(Owner), WrapUpDue,",
		New: "func (t *step) ownerGives() {\n\tt.leave(t.s.find(Owner), Released,",
		Why: "who transfers blind owes nothing for his ownership",
	},
}
