package dialnumber

// Recommended is a policy to begin with, for a centre that pays for its
// agents' calls and answers for what its customers are connected to. Ours, and
// no part of the specification. The caller may add to the rules it gets.
//
//   - Calls for help are allowed; a customer is transferred to them only after
//     the agent has been asked.
//   - Premium numbers are denied, and with them the world's own (979).
//   - Service codes switch forwarding and the like: denied for a customer's
//     call, asked about for one's own.
//   - Shared-cost and personal numbers, satellites and the networks of no
//     country (870, 881, 882, 883) are asked about; nobody is transferred to a
//     satellite.
//   - A text that begins with a colon is asked about: it is what is left of
//     "Tel:", and hides the number behind it from the other rules.
func Recommended() Policy {
	return Policy{Rules: []PolicyRule{
		{Name: "emergency", Emergency: true, Dial: Allow, Consult: Allow, Transfer: Confirm},
		{Name: "premium", Premium: true, Dial: Deny, Consult: Deny, Transfer: Deny},
		{Name: "international premium", Country: 979, Dial: Deny, Consult: Deny, Transfer: Deny},
		{Name: "service code", ServiceCode: true, Dial: Confirm, Consult: Deny, Transfer: Deny},
		{Name: "shared cost", Type: SharedCost, Dial: Confirm, Consult: Confirm, Transfer: Confirm},
		{Name: "personal", Type: Personal, Dial: Confirm, Consult: Confirm, Transfer: Confirm},
		{Name: "satellite", Country: 870, Dial: Confirm, Consult: Confirm, Transfer: Deny},
		{Name: "satellite", Country: 881, Dial: Confirm, Consult: Confirm, Transfer: Deny},
		{Name: "international network", Country: 882, Dial: Confirm, Consult: Confirm, Transfer: Deny},
		{Name: "international network", Country: 883, Dial: Confirm, Consult: Confirm, Transfer: Deny},
		{Name: "colon", Prefix: ":", Dial: Confirm, Consult: Confirm, Transfer: Confirm},
	}}
}
