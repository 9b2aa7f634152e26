package fault

var hldFaults = []Fault{
	{
		Rule: "HLD-1", File: "interaction/table.go",
		Old: `Hold:            {yes, "PAR-19", "HLD-1", "HLD-1"}`,
		New: `Hold:            {yes, "PAR-19", "HLD-3", "HLD-3"}`,
		Why: "Hold before the answer is denied as if he were held already",
	},
	{
		Rule: "HLD-1", File: "interaction/table.go",
		Old: "{On: Hold, In: in(Talking), If: when(voiceHold, customerHears,",
		New: "{On: Hold, In: in(Talking), If: when(customerHears,",
		Why: "what is no call can be held",
	},
	{
		Rule: "HLD-2", File: "interaction/effect_media.go",
		Old: `	p.flags |= partyDeviceHeld
	t.deviceNotice(HeldOnPhone)`,
		New: "\tp.flags |= partyDeviceHeld",
		Why: "the agent is not told",
	},
	{
		Rule: "HLD-2", File: "interaction/effect_media.go",
		Old: `	p.flags |= partyDeviceHeld
	t.deviceNotice(HeldOnPhone)`,
		New: `	p.flags |= partyDeviceHeld
	t.s.talk &^= 1 << t.slot
	t.deviceNotice(HeldOnPhone)`,
		Why: "a device's hold counts as ours",
	},
	{
		Rule: "HLD-2", File: "interaction/effect_media.go",
		Old: "\twant := t.s.talk | 1\n",
		New: `	want := t.s.talk | 1
	t.s.p[0].flags &^= partyDeviceHeld
`,
		Why: "Resume lifts a device's hold",
	},
	{
		Rule: "HLD-3", File: "interaction/table.go",
		Old: "{On: End, In: in(Talking), If: when(endNotHeld),",
		New: "{On: End, In: in(Talking), If: when(),",
		Why: "End while the customer is on hold",
	},
	{
		Rule: "HLD-3", File: "interaction/table.go",
		Old: "when(voiceHold, customerHears, able",
		New: "when(voiceHold, able",
		Why: "who is on hold can be held again",
	},
	{
		Rule: "HLD-4", File: "interaction/table.go",
		Old: "when(voiceHold, customerHeld, able",
		New: "when(voiceHold, able",
		Why: "who is not on hold can be resumed",
	},
	{
		Rule: "HLD-5", File: "interaction/effect_consult.go",
		Old: "t.s.phase, t.s.talk, t.s.ringBy = Requested, 0, t.after(by)",
		New: "t.s.phase, t.s.ringBy = Requested, t.after(by)",
		Why: "starting a consult holds nobody",
	},
	{
		Rule: "HLD-6", File: "interaction/effect_media.go",
		Old: "\twant := uint8(1) << slot\n",
		New: "\twant := uint8(1)<<slot | t.s.talk\n",
		Why: "taking one off hold does not hold the other",
	},
	{
		Rule: "HLD-6", File: "interaction/effect_media.go",
		Old: "func (t *step) swapToCustomer() { t.swapTo(0) }",
		New: "func (t *step) swapToCustomer() { t.swapTo(t.s.find(Consulted)) }",
		Why: "the wrong one of the two",
	},
}
