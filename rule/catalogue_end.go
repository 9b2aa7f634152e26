package rule

var endRules = []Rule{
	{ID: "END-1", Says: "To finish, the agent asks the customer to hang up or presses End. End needs an accepted call that is not on hold and has no consult (PAR-18).", Story: "agent-ends-the-call"},
	{ID: "END-2", Says: "The wrap-up dialog opens on End, on a transfer, on the hang-up of the customer or of Agent 1, on Cancel of a callback or an outdial and, for the consult, on End Consult.", Story: "dialog-opens-whichever-way-it-ends"},
	{ID: "END-3", Says: "A wrap-up takes exactly one reason, picked from the list or found with the search field.", Story: "reason-is-found-by-typing"},
	{ID: "END-4", Says: "Submit Wrap Up completes the wrap-up. The agent goes to the state that he chose meanwhile, and else back to the one that he came from, Available or his idle code.", Story: "wrap-up-leads-back-to-lunch"},
	{ID: "END-5", Says: "With a handset or headset, no next call is offered until the physical phone is hung up, and the agent is shown as Available, not offered: phone off hook. If an adapter cannot report the hook, the end of the leg counts as hanging up.", Story: "handset-is-left-beside-the-phone"},
	{ID: "END-6", Says: "A timer counts up from the end of the agent's part. With automatic wrap-up another one counts down and submits the default reason at zero; the agent may cancel the count-down if the policy lets him.", Story: "wrap-up-submits-itself"},
	{ID: "END-7", Says: "Whoever owned the interaction wraps up once for each time that he owned it, when that ownership ends; whoever never owned it does not, save for a cancelled callback (CBK-4) and an outdial that was cancelled or not reached (OUT-2). With no reasons configured there is one built-in reason. Where the policy requires no wrap-up, no dialog opens and the agent goes on at once as in END-4.", Story: "trap-wrapup-exactly-once"},
}

var callbackRules = []Rule{
	{ID: "CBK-1", Says: "A courtesy callback spares the customer the wait in a queue; a web callback was asked for on a site or by a chatbot, with a name and a number. The IVR may offer either, at peak times or out of hours, which is the host's flow.", Story: "courtesy-callback-instead-of-waiting"},
	{ID: "CBK-2", Says: "The system starts a callback when an agent is available, and routes it like an inbound call, courtesy or web. Its status is Ringing.", Story: "courtesy-callback-instead-of-waiting"},
	{ID: "CBK-3", Says: "Under the policy End Call for web callback, a web callback has Cancel in the place of the status Ringing. A courtesy callback never has it.", Story: "callback-without-cancel"},
	{ID: "CBK-4", Says: "Cancel is for the time before the customer answers, and only where CBK-3 gives it. The callback is then not tried again, and the wrap-up dialog opens.", Story: "web-callback-cancelled"},
	{ID: "CBK-5", Says: "A callback becomes a call when the customer answers: he is connected to the agent, and the control pane opens.", Story: "courtesy-callback-instead-of-waiting"},
	{ID: "CBK-6", Says: "When the customer does not answer, is busy, refuses or cannot be reached, the callback returns to its queue and the agent is Available again, without RONA and without wrap-up.", Story: "callback-customer-not-reached"},
	{ID: "CBK-7", Says: "At the limit of concurrent calls, the data centre's or the tenant's, no further leg can be placed: no callback, outdial, consult, nor blind transfer to an agent, number or expert. It is refused with the reason code before anything changes, and the legs that exist go on.", Story: "no-line-left"},
	{ID: "CBK-8", Says: "On a callback the agent's phone rings first, the customer is dialled when the agent has answered, and the card stays until the customer answers. An agent who does not answer falls under ANS-2. If he hangs up while the customer is dialled, it is a Cancel where CBK-3 permits one, and else the callback returns to its queue and he becomes RONA, declined.", Story: "callback-agent-does-not-answer"},
}

var outdialRules = []Rule{
	{ID: "OUT-1", Says: "An agent who is Available or Idle and has a free voice slot may dial a number under the rules DN and CBK-7, with a caller id that the policy lists. His phone rings first, then the number, with the status Ringing, and Cancel or his hang-up ends it (OUT-2). If he does not answer his own phone, the outdial is cancelled and told, without RONA and without wrap-up.", Story: "outdial-answered"},
	{ID: "OUT-2", Says: "An outdial that is not answered, is busy or wrong is told with its cause, and is wrapped up unless the policy says otherwise. Once answered it is an ordinary call.", Story: "outdial-not-reached"},
	{ID: "OUT-3", Says: "A preview contact is offered with Accept, Skip and, where the policy allows it, Remove; Accept N requests (POP-8) leaves it alone. Once accepted it is dialled as in OUT-1. Skipped or timed out it goes back to its campaign, and a skip is no RONA.", Story: "preview-contact-skipped-then-dialled"},
}
