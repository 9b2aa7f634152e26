package rule

var conferenceRules = []Rule{
	{ID: "CNF-1", Says: "Only Agent 1 can make a conference, only from an accepted consult, and only with the customer still there. All three talk then, and nobody is on hold.", Story: "consult-becomes-a-conference"},
	{ID: "CNF-2", Says: "Nobody is put on hold in a conference, neither the customer nor Agent 2.", Story: "conference-holds-nobody"},
	{ID: "CNF-3", Says: "Exit Conference lets Agent 2 leave, and what remains is an ordinary call of Agent 1 and the customer. Agent 2 wraps up only if the call is his.", Story: "conference-agent2-leaves"},
	{ID: "CNF-4", Says: "With End, Agent 1 ends a conference for everybody and wraps up. With Transfer he leaves and wraps up, and Agent 2 goes on with the customer as the owner; Agent 2 is not asked to accept it.", Story: "conference-agent1-ends-or-hands-over"},
	{ID: "CNF-5", Says: "Agent 1's phone hanging up in a conference counts as his Transfer (CNF-4), because the customer has somebody to talk to. If that somebody is an outsider, the centre's part ends.", Story: "conference-agent1-hangs-up"},
	{ID: "CNF-6", Says: "A customer who hangs up in a conference ends the interaction: Agent 1 wraps up, Agent 2 does not.", Story: "conference-customer-hangs-up"},
	{ID: "CNF-7", Says: "A conference has at most three parties. That is a limit of policy, and the model and the API do not count on it.", Story: "conference-of-three-at-most"},
}

var transferRules = []Rule{
	{ID: "TRF-1", Says: "Only an active call can be transferred, whether the customer is connected or on hold.", Story: "blind-transfer-only-of-a-live-call-also-from-hold"},
	{ID: "TRF-2", Says: "A transfer goes to a queue, an entry point, an agent or supervisor, a dial number, or an expert of the organization. Nobody can transfer to himself or to somebody who is in the call already.", Story: "transfer-anywhere-but-to-oneself"},
	{ID: "TRF-3", Says: "The agents listed for a transfer are only those who are Available and have a free voice slot.", Story: "lists-colleagues-to-transfer-to"},
	{ID: "TRF-4", Says: "A blind transfer to an agent needs one who is Available and has a free voice slot at the moment of the request, and so never one in wrap-up. This does not concern Agent 2 of a live consult or conference, to whom TRF-8 and CNF-4 hand the call.", Story: "blind-transfer-needs-a-free-colleague"},
	{ID: "TRF-5", Says: "When the agent, number or expert of a blind transfer does not accept it, the call is dropped, or goes back to the queue if the policy says so. An agent becomes RONA besides.", Story: "blind-transfer-declined-drops-the-call"},
	{ID: "TRF-6", Says: "Transferring to an entry point may start a different workflow. Whoever transferred the call is not offered it again before another agent has accepted it.", Story: "transfer-to-an-entry-point-does-not-come-back"},
	{ID: "TRF-7", Says: "A blind transfer is made at once, with nobody consulted before, to an agent, a number (an expert's too), a queue or an entry point. A queue or entry point accepts at once; if then nobody answers there, ANS-2 holds.", Story: "blind-transfer-to-a-colleague"},
	{ID: "TRF-8", Says: "A consult transfer hands the call to Agent 2, who is talking already and becomes the owner, with nobody on hold; his acceptance is automatic unless the policy asks for it. If he declines, or lets the policy's time pass, the consult goes on and Agent 1 is told; the call is never dropped for that. An outsider is never asked, and the centre's part ends.", Story: "consult-transfer-while-agent2-is-on-hold"},
	{ID: "TRF-9", Says: "The wrap-up dialog opens for the transferring agent as soon as he requests the transfer; he leaves, and wrap-up is due, when the switch confirms it, and Submit waits for that. If the switch refuses, the call is as it was and the dialog closes, and a reason that he had chosen is kept for the next time.", Story: "transfer-refused-by-the-switch"},
	{ID: "TRF-10", Says: "A transfer's numbers follow the rules DN, its lists CON-3 (narrowed by TRF-3) and CON-4 to CON-7 with a list of queues of its own, and experts follow CON-6.", Story: "lists-queues-to-consult-are-not-those-to-transfer-to"},
}

var numberRules = []Rule{
	{ID: "DN-1", Says: "A dial number has 3 to 18 digits. Only the digits are counted; supported special characters may come in addition.", Story: "number-three-to-eighteen-digits"},
	{ID: "DN-2", Says: "The supported special characters are + # * and : and there are no others.", Story: "number-with-signs"},
	{ID: "DN-3", Says: "Of typed or pasted text only digits and supported special characters are kept; letters and all other characters are removed before the number is used. Decimal digits of other scripts and full-width signs are kept as their ASCII equals.", Story: "number-pasted-with-everything-around-it"},
	{ID: "DN-4", Says: "A number in the US format is a + with the country code, the area code and seven digits, such as +12015532447.", Story: "number-in-three-formats-and-none"},
	{ID: "DN-5", Says: "A number in the E.164 format is a + with the country code and the number, such as +11234567890.", Story: "number-in-three-formats-and-none"},
	{ID: "DN-6", Says: "A number in the IDD format is an international dialling prefix with the country code and the number, such as 01161123456789.", Story: "number-in-three-formats-and-none"},
	{ID: "DN-7", Says: "A number is checked before a consult or a transfer starts; an invalid one is refused by the rule that it breaks, and the call stays as it was. The formats of DN-4 to DN-6 are only reported: a number of none of them, such as 911, an extension or *123#, passes as other.", Story: "number-three-to-eighteen-digits"},
	{ID: "DN-8", Says: "A number has at most one +, and only as its first character or right after a leading run of * # and : characters. It has at most 40 characters, out of at most 256 that were entered.", Story: "number-with-signs"},
}
