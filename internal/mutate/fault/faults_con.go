package fault

var conFaults = []Fault{
	{
		Rule: "CON-1", File: "interaction/table.go",
		Old: "{On: Consult, In: in(Talking), If: when(voiceConsult, able,",
		New: "{On: Consult, In: in(Talking), If: when(able,",
		Why: "a consult from a chat",
	},
	{
		Rule: "CON-1", File: "interaction/table.go",
		Old: "{On: Consult, In: in(Talking), If:",
		New: "{On: Consult, In: in(Talking, Consulting), If:",
		Why: "a second consult",
	},
	{
		Rule: "CON-2", File: "callflow/may.go",
		Old: "if who == by || c.seat(who) != nil {",
		New: "if false {",
		Why: "one can consult oneself",
	},
	{
		Rule: "CON-3", File: "agent/eligible.go",
		Old: "{outPhase: consultOut, ronaPhase: consultRONA}",
		New: "{outPhase: consultOut, idlePhase: consultOut, ronaPhase: consultRONA}",
		Why: "who is Idle is not listed",
	},
	{
		Rule: "CON-3", File: "interaction/target/listing.go",
		Old: "may(state) != nil || ",
		New: "",
		Why: "who is busy is listed",
	},
	{
		Rule: "CON-4", File: "interaction/target/listing.go",
		Old: "return places(d.get().queues, search, func(p Place) bool { return p.Consult })",
		New: "return places(d.get().queues, search, func(p Place) bool { return p.Transfer })",
		Why: "the list of queues is the transfer's",
	},
	{
		Rule: "CON-4", File: "interaction/target/judge.go",
		Old: "if !ok || !p.queues[i].item.may(a) {",
		New: "if _ = i; !ok {",
		Why: "a queue that is not for consults",
	},
	{
		Rule: "CON-5", File: "interaction/target/listing.go",
		Old: "pick(d.get().book, func(r *row[Entry]) bool { return q.named(r.words) || q.partly(r.numbers) })",
		New: "pick(d.get().book, func(r *row[Entry]) bool { return q.named(r.words) })",
		Why: "the book is not searched by number",
	},
	{
		Rule: "CON-6", File: "interaction/target/listing.go",
		Old: "len(r.numbers) > 0 && (",
		New: "(",
		Why: "who has no business number is listed",
	},
	{
		Rule: "CON-6", File: "interaction/target/listing.go",
		Old: "q.wholly(r.numbers)",
		New: "q.partly(r.numbers)",
		Why: "part of a number is enough",
	},
	{
		Rule: "CON-7", File: "callflow/targets.go",
		Old: "{ f.lists, f.listed = d, true }",
		New: `{
	if !f.listed {
		f.lists, f.listed = d, true
	}
}`,
		Why: "the lists stay as they were first",
	},
	{
		Rule: "CON-7", File: "callflow/may.go",
		Old: "in.Directory(); listed {",
		New: "in.Directory(); listed && to.Kind() != telephony.Queue {",
		Why: "a queue that has gone from the list",
	},
	{
		Rule: "CON-8", File: "interaction/status.go",
		Old: "\t\treturn ConsultRequested",
		New: "\t\treturn CallOnHold",
		Why: "another status while it rings",
	},
	{
		Rule: "CON-8", File: "interaction/effect_consult.go",
		Old: "{Verb: telephony.ConsultationCall, Leg: t.s.p[i].id, To: t.req.To.Endpoint()}",
		New: "{Verb: telephony.Hold, Leg: t.s.p[0].id}",
		Why: "the target is not rung",
	},
	{
		Rule: "CON-9", File: "popover/offer.go",
		Old: "card.Form = ConsultRequest",
		New: "card.Form = InboundCall",
		Why: "Agent 2 sees a customer's card",
	},
	{
		Rule: "CON-10", File: "interaction/pane.go",
		Old: "if i := s.find(Consulted); i >= 0 {",
		New: "if i := s.find(Consulted); i > nSlots {",
		Why: "one pane only",
	},
	{
		Rule: "CON-10", File: "interaction/pane.go",
		Old: "Role: Owner, Status: s.statusOf(slot)",
		New: "Role: Owner, Status: s.statusOf(0)",
		Why: "Agent 2's desk says something else",
	},
	{
		Rule: "CON-11", File: "interaction/table.go",
		Old: "{On: Transfer, In: in(Talking), If: when(voiceTransfer,",
		New: "{On: Transfer, In: in(Talking, Requested), If: when(voiceTransfer,",
		Why: "a transfer while the consult rings",
	},
	{
		Rule: "CON-12", File: "interaction/effect_consult.go",
		Old: "resumed := t.s.talks(0) && t.s.wish != wishHold || t.s.wish == wishResume",
		New: "resumed := false",
		Why: "the answer puts the customer on hold",
	},
	{
		Rule: "CON-13", File: "interaction/effect_consult.go",
		Old: "t.consultFailed(slot, Missed, why)",
		New: "t.consultFailed(slot, Released, why)",
		Why: "who does not answer is not RONA",
	},
	{
		Rule: "CON-14", File: "interaction/effect_consult.go",
		Old: "t.notifyOwner(Notice{Kind: ConsultFailed, About: about, Cause: why})",
		New: "_ = about",
		Why: "Agent 1 is not told",
	},
	{
		Rule: "CON-14", File: "interaction/effect_consult.go",
		Old: `	t.leave(slot, how, why)
	t.plain()
`,
		New: `	t.leave(slot, how, why)
	t.plain()
	t.s.talk = 1
`,
		Why: "the customer is taken off hold",
	},
	{
		Rule: "CON-14", File: "interaction/effect_consult.go",
		Old: "if t.s.flags&flagCustomerHeard != 0 {",
		New: "if t.s.flags&flagCustomerHeard == 0 {",
		Why: "a refused consult does not leave the customer as he was",
	},
	{
		Rule: "CON-15", File: "interaction/effect_consult.go",
		Old: `	t.plain()
	t.s.talk = 1
`,
		New: "\tt.plain()\n",
		Why: "the customer stays on hold",
	},
	{
		Rule: "CON-15", File: "interaction/effect_consult.go",
		Old: `	t.leave(t.slot, Released, why)
	t.plain()`,
		New: `	t.leave(t.slot, Missed, why)
	t.plain()`,
		Why: "Agent 2 is RONA",
	},
	{
		Rule: "CON-16", File: "interaction/effect_consult.go",
		Old: "\tt.tellAgent(t.s.find(Owner), ConsultWrapUp, telephony.NoCause)\n",
		New: "",
		Why: "no dialog opens",
	},
	{
		Rule: "CON-16", File: "interaction/effect_consult.go",
		Old: "\tt.tellAgent(t.s.find(Owner), ConsultWrapUp, telephony.NoCause)\n",
		New: `	t.tellAgent(t.s.find(Owner), ConsultWrapUp, telephony.NoCause)
	t.s.talk = 1
`,
		Why: "the customer is taken off hold",
	},
	{
		Rule: "CON-16", File: "interaction/effect_consult.go",
		Old: `	t.notify(i, Notice{Kind: ContactEnded, Cause: telephony.Cancelled})
	t.leave(i, Released,`,
		New: `	t.notify(i, Notice{Kind: ContactEnded, Cause: telephony.Cancelled})
	t.leave(i, WrapUpDue,`,
		Why: "Agent 2 owes a wrap-up",
	},
	{
		Rule: "CON-17", File: "interaction/table.go",
		Old: "{On: Resume, In: in(Consulting), If: when(customerHeld, able, noWishInFlight), Do: (*step).swapToCustomer}",
		New: "{On: Resume, In: in(Consulting), If: when(customerHeld, able, noWishInFlight), Do: (*step).resume}",
		Why: "Agent 2 is not put on hold",
	},
	{
		Rule: "CON-18", File: "callflow/may.go",
		Old: "\t\treturn transferElsewhere",
		New: "\t\treturn nil",
		Why: "whoever is named, Agent 2 gets it",
	},
	{
		Rule: "CON-18", File: "interaction/table.go",
		Old: "{On: Transfer, In: in(Consulting), If: when(able,",
		New: "{On: Transfer, In: in(Consulting), If: when(consultedHears, able,",
		Why: "not while Agent 2 is on hold",
	},
	{
		Rule: "CON-19", File: "interaction/table.go",
		Old: "{On: StartConference, In: in(Consulting), If: when(threeMayTalk,",
		New: "{On: StartConference, In: in(Consulting), If: when(consultedHears, threeMayTalk,",
		Why: "not while Agent 2 is on hold",
	},
	{
		Rule: "CON-20", File: "interaction/target/epdn.go",
		Old: "d.get().epdnByNum[n.Canonical()]",
		New: "d.get().epdnByNum[n]",
		Why: "a leading + makes another number",
	},
	{
		Rule: "CON-20", File: "interaction/target/search.go",
		Old: `strings.TrimPrefix(dialnumber.Sanitise(text).Text, "+")`,
		New: "text",
		Why: "the search compares what was typed",
	},
	{
		Rule: "CON-21", File: "interaction/guard.go",
		Old: "return s.p[slot].role == Owner || s.p[slot].came != telephony.EPDN",
		New: "return true",
		Why: "he may edit",
	},
	{
		Rule: "CON-21", File: "callflow/variables.go",
		Old: "\t\tr.Freeze()\n",
		New: "",
		Why: "he sees changed values at once",
	},
	{
		Rule: "CON-22", File: "interaction/effect_consult.go",
		Old: "t.consultFailed(t.slot, Released, t.why(telephony.NotConfigured))",
		New: "t.consultFailed(t.slot, Released, telephony.NoAnswer)",
		Why: "no cause of its own",
	},
	{
		Rule: "CON-22", File: "callflow/notice.go",
		Old: "n.Cause != telephony.InvalidNumber && n.Cause != telephony.NotConfigured",
		New: "n.Cause != telephony.InvalidNumber",
		Why: "he is not sent to the administrator",
	},
	{
		Rule: "CON-23", File: "interaction/effect_consult.go",
		Old: `	t.clear(i)
	t.leave(i, Released, telephony.Cancelled)
`,
		New: "\tt.leave(i, Released, telephony.Cancelled)\n",
		Why: "the phone rings on",
	},
	{
		Rule: "CON-23", File: "interaction/effect_consult.go",
		Old: `	t.clear(i)
	t.leave(i, Released, telephony.Cancelled)
`,
		New: `	t.clear(i)
	t.leave(i, Missed, telephony.Cancelled)
`,
		Why: "Agent 2 is RONA",
	},
	{
		Rule: "CON-24", File: "interaction/effect_consult.go",
		Old: "if !routed(came) {",
		New: "if came != telephony.NoEndpoint {",
		Why: "the queue does not try the next",
	},
	{
		Rule: "CON-24", File: "interaction/fact.go",
		Old: "s.p[slot].leg == legWaited && ev.Kind != telephony.Gone",
		New: "s.p[slot].leg == legNone && ev.Kind != telephony.Gone",
		Why: "an announcement accepts",
	},
	{
		Rule: "CON-25", File: "agent/move.go",
		Old: `		l.engaged--
		s.settle(in)
`,
		New: `		l.engaged--
		s.settle(in)
		s.enter(in, Available, "", NoCause)
`,
		Why: "Available after the consult",
	},
	{
		Rule: "CON-26", File: "interaction/effect_consult.go",
		Old: "func (t *step) consultAccepted() {\n",
		New: `func (t *step) consultAccepted() {
	if t.s.p[t.slot].is(partyExternal) {
		return
	}
`,
		Why: "an outsider's answer does not accept",
	},
	{
		Rule: "CON-26", File: "interaction/effect_consult.go",
		Old: "\twhy := t.ev.Cause\n",
		New: `	why := t.ev.Cause
	if t.s.p[t.slot].is(partyExternal) {
		t.ownerEndsAll()
		return
	}
`,
		Why: "an outsider's hang-up ends the call",
	},
}
