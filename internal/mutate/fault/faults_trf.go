package fault

var trfFaults = []Fault{
	{
		Rule: "TRF-1", File: "interaction/table.go",
		Old: "when(voiceTransfer, able, noWishInFlight)",
		New: "when(voiceTransfer, customerHears, able, noWishInFlight)",
		Why: "no transfer from hold",
	},
	{
		Rule: "TRF-1", File: "interaction/table.go",
		Old: "when(voiceTransfer, able, noWishInFlight)", New: "when(able, noWishInFlight)",
		Why: "a chat is transferred",
	},
	{
		Rule: "TRF-2", File: "callflow/may.go",
		Old: "if who == by || c.seat(who) != nil {",
		New: "if a == interaction.Transfer && who == by {\n\t\treturn nil\n\t}\n\tif who == by || c.seat(who) != nil {",
		Why: "a transfer to oneself",
	},
	{
		Rule: "TRF-2", File: "interaction/request.go",
		Old: "ok = kind != telephony.NoEndpoint && kind != telephony.EPDN",
		New: "ok = kind != telephony.NoEndpoint && kind != telephony.EPDN && kind != telephony.Expert",
		Why: "not to an expert",
	},
	{
		Rule: "TRF-3", File: "interaction/target/listing.go",
		Old: "agent.State.MayReceiveTransfer)", New: "agent.State.MayBeConsulted)",
		Why: "the list is that of a consult",
	},
	{
		Rule: "TRF-4", File: "agent/eligible.go",
		Old: "idlePhase: transferOut, leavingPhase: transferChosen",
		New: "leavingPhase: transferChosen",
		Why: "a blind transfer to who is Idle",
	},
	{
		Rule: "TRF-4", File: "agent/state.go",
		Old: "int(l.reserved) + int(l.engaged) + int(l.wrapping)",
		New: "int(l.reserved) + int(l.engaged)",
		Why: "a blind transfer to who is in wrap-up",
	},
	{
		Rule: "TRF-5", File: "interaction/effect_transfer.go",
		Old: "if t.s.pol.has(flagReturn) {", New: "if !t.s.pol.has(flagReturn) {",
		Why: "what nobody took is not dropped but returned",
	},
	{
		Rule: "TRF-5", File: "interaction/effect_offer.go",
		Old: "t.leave(slot, Missed, why)\n\tif t.s.via",
		New: "t.leave(slot, Released, why)\n\tif t.s.via",
		Why: "the agent does not become RONA",
	},
	{
		Rule: "TRF-6", File: "callflow/absorb.go",
		Old: "c.Excluded = c.SentBy", New: `c.Excluded = ""`,
		Why: "nobody is remembered to have sent the call away",
	},
	{
		Rule: "TRF-6", File: "callflow/absorb.go",
		Old: "if s.Agent != c.Excluded {\n\t\t\tc.Excluded = \"\"\n\t\t}", New: "",
		Why: "he is barred for ever",
	},
	{
		Rule: "TRF-7", File: "interaction/table.go",
		Old: "when(voiceTransfer, able, noWishInFlight), Do: (*step).send",
		New: "when(voiceTransfer, able, noWishInFlight), Do: (*step).consult",
		Why: "the target is consulted first",
	},
	{
		Rule: "TRF-8", File: "interaction/effect_transfer.go",
		Old: "t.s.talk = 1\n", New: "t.s.talk = 0\n",
		Why: "the customer stays on hold for the new owner",
	},
	{
		Rule: "TRF-9", File: "interaction/step.go",
		Old: "if w == wishTransfer || w == wishAsk || w == wishSend {",
		New: "if w == wishAsk || w == wishSend {",
		Why: "the dialog stays open when the switch refuses",
	},
	{
		Rule: "TRF-9", File: "wrapup/move.go",
		Old: "s.waiting = false\n\t\tin.say(Change{Kind: Withdrawn})",
		New: "s.waiting, s.chosen = false, \"\"\n\t\tin.say(Change{Kind: Withdrawn})",
		Why: "the reason is not kept",
	},
	{
		Rule: "TRF-9", File: "interaction/effect_transfer.go",
		Old: "t.tellAgent(t.slot, WrapUpOpened, telephony.NoCause)\n}\n\nfunc (t *step) transferTo",
		New: "}\n\nfunc (t *step) transferTo",
		Why: "the dialog does not open with the request",
	},
	{
		Rule: "TRF-10", File: "interaction/target/listing.go",
		Old: "places(d.get().queues, search, func(p Place) bool { return p.Transfer })",
		New: "places(d.get().queues, search, func(p Place) bool { return p.Consult })",
		Why: "the queues are those of a consult",
	},
	{
		Rule: "TRF-10", File: "interaction/target/judge.go",
		Old: "return p.Transfer", New: "return p.Consult",
		Why: "judged by the list for consults",
	},
}
