package rule

var noiseRules = []Rule{
	{ID: "NR-1", Says: "Background-noise removal is on for every agent of the organisation unless its policy turns it off.", Story: "noise-is-removed-for-every-agent"},
	{ID: "NR-2", Says: "No agent can turn noise removal off; only the organisation's policy can. The switch learns the policy when a call's media is connected, so a change reaches the next call and not a running one.", Story: "noise-is-kept-from-the-next-call-on"},
}

var popoverRules = []Rule{
	{ID: "POP-1", Says: "Whatever is routed to an agent, be it a call, a chat, an email or a social-messaging conversation, has exactly one card in his popover.", Story: "popover-one-card-for-each-contact"},
	{ID: "POP-2", Says: "A card begins in the connecting stage, while its contact is still being assigned to the agent.", Story: "popover-connecting-then-a-contact-request"},
	{ID: "POP-3", Says: "From connecting a card turns into a contact request, on which the agent has to act before the time to answer (ANS-2) is over.", Story: "popover-connecting-then-a-contact-request"},
	{ID: "POP-4", Says: "Which variables, buttons and links a contact request carries is configured for each channel.", Story: "popover-each-channel-has-its-own-card"},
	{ID: "POP-5", Says: "While any card is showing, whether connecting or a contact request, the agent cannot sign out.", Story: "popover-no-sign-out-while-a-card-shows"},
	{ID: "POP-6", Says: "Cards are shown five to a page. Beyond five, the page is labelled 1-5 of N and the later ones 6-10 of N and so on, where N counts the cards of both stages. A ringing call that is on another page is shown as an extra below the five, and the label does not count it.", Story: "popover-seven-cards-on-two-pages"},
	{ID: "POP-7", Says: "Emails, chats and social requests are accepted singly, each with its own Accept.", Story: "popover-digital-requests-accepted-one-by-one"},
	{ID: "POP-8", Says: "Accept N requests takes all requests that can be accepted, N being their number, and leaves calls as they are. Each request stands or falls alone: the result lists the accepted ones, and the refused ones with their reasons.", Story: "popover-accept-all-leaves-the-call-alone"},
	{ID: "POP-9", Says: "Cards are ordered by channel, from the top emails, social messaging, chats, calls; within a channel the oldest is on top.", Story: "popover-one-card-for-each-contact"},
	{ID: "POP-10", Says: "An inbound call's card shows three to six variables, chosen, labelled and ordered by the administrator, or phone number, queue and DNIS where none is configured. Any other number of them is an error of the policy. Secure variables are left out, even if fewer than three then remain.", Story: "popover-inbound-card-by-the-administrator"},
	{ID: "POP-11", Says: "An outdial call's card takes its variables on the terms of an inbound call's (POP-10).", Story: "popover-outdial-card"},
	{ID: "POP-12", Says: "A consult request shows at most nine fields: the asking agent's name, DN and team, each in its place even when it is empty, and then up to six configured variables.", Story: "popover-consult-request-shows-who-asks"},
	{ID: "POP-13", Says: "A consult request that came by an EP-DN shows at most seven fields: the asking agent's DN, and then up to six configured variables.", Story: "popover-consult-request-through-an-ep-dn"},
	{ID: "POP-14", Says: "A callback's card shows the phone number, the queue's name and the DNIS.", Story: "popover-callback-card"},
	{ID: "POP-15", Says: "The card of a preview-campaign call shows what the administrator configured for it.", Story: "popover-preview-card"},
	{ID: "POP-16", Says: "After RONA the popover offers Available and Idle, and no third way out. This prompt is not a card: it does not stand in the way of signing out, and signing out clears it.", Story: "popover-two-ways-out-of-rona"},
	{ID: "POP-17", Says: "A callback's card is marked with the label Callback and an icon, and shows the customer's number, the DNIS, the queue and how long ago the agent received it, counting up.", Story: "popover-callback-card"},
	{ID: "POP-18", Says: "A secure variable is shown on no card of any kind.", Story: "popover-never-a-secure-variable"},
}

var answerRules = []Rule{
	{ID: "ANS-1", Says: "A call's card goes from connecting to contact request when the agent's phone alerts, a digital contact's at once. As long as the call is offered, its status is Ringing.", Story: "call-is-answered-on-the-desk-phone"},
	{ID: "ANS-2", Says: "A contact that is not answered within the policy's time, counted from its offer, goes back to its queue, and the agent becomes RONA. Chats, emails and social requests are no exception.", Story: "nobody-answers-and-the-next-agent-is-rung"},
	{ID: "ANS-3", Says: "A customer's contact is offered only to an agent who is Available and has a free slot on its channel; for voice that means no call reserved, engaged or to be wrapped up, and the phone on hook. An agent in RONA is offered nothing until he chooses Available himself.", Story: "busy-agent-is-offered-no-second-call"},
	{ID: "ANS-4", Says: "A call is answered when the phone reports it, on a callback or outdial when the customer answers; a softphone may be told to answer. From then on the talk timer runs without a reset until the end, and the control pane shows the variables and the party's details. The status is Connected, also for a customer resumed in an accepted consult, and Conference on both panes of a conference; a consult that is still asked for shows Consult Requested before any hold.", Story: "talk-timer-runs-through-hold-consult-and-conference"},
	{ID: "ANS-5", Says: "A customer who hangs up before the answer takes the card away with him. The agent is as he was before the offer, without RONA and without wrap-up.", Story: "customer-gives-up-while-it-rings"},
	{ID: "ANS-6", Says: "An agent who declines or hangs up while a call, a consult or a blind transfer rings at his desk counts as one who did not answer, and the cause that is kept is declined.", Story: "agent-declines-what-rings-at-his-desk"},
}
