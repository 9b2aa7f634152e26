package fault

var nrFaults = []Fault{
	{
		Rule: "NR-1", File: "interaction/effect_offer.go",
		Old: "On: !t.s.pol.has(flagKeepNoise)",
		New: "On: t.s.pol.has(flagKeepNoise)",
		Why: "off unless the policy says so",
	},
	{
		Rule: "NR-2", File: "interaction/effect_offer.go",
		Old: "t.s.pol.caps.Has(telephony.CanReduceNoise)",
		New: "false",
		Why: "the switch is not told",
	},
	{
		Rule: "NR-2", File: "callflow/contact.go",
		Old: "o.Policy = c.Policy.Interaction",
		New: `o.Policy = c.Policy.Interaction
	o.Policy.KeepNoise = false`,
		Why: "the policy does not reach the next call",
	},
}
