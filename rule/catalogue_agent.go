package rule

var agentRules = []Rule{
	{ID: "AGT-1", Says: "Signing in puts the agent in Idle with the default idle code. Available, or Idle with another code, is then his choice.", Story: "first-minutes-of-a-shift"},
	{ID: "AGT-2", Says: "Available, Idle with its code and RONA are states of the agent; Reserved, Engaged and Wrap Up are states of each of his interactions. One word for display is the first that applies of RONA, Wrap Up, Engaged, Reserved, and then Available or Idle.", Story: "one-word-for-a-busy-agent"},
	{ID: "AGT-3", Says: "An agent who chooses Idle while he still has something reserved, engaged or to be wrapped up goes Idle when all of it is over; of several choices the last counts. Offers already made stand, but no new one follows the choice. Becoming RONA cancels a choice that still waits.", Story: "lunch-is-chosen-during-a-call"},
	{ID: "AGT-4", Says: "Only the system puts an agent into RONA, and only the agent's own choice of Available or Idle takes him out. In RONA nothing new is offered to him on any channel, while his open interactions go on.", Story: "rona-in-the-middle-of-a-call"},
	{ID: "AGT-5", Says: "Signing out has to wait until no card shows (POP-5) and every interaction of the agent is over and wrapped up. The refusal lists what is in the way.", Story: "sign-out-waits-for-everything"},
	{ID: "AGT-6", Says: "The cause of a RONA is kept: no answer, declined, busy, device failure or invalid number.", Story: "phone-is-busy-broken-or-wrong"},
	{ID: "AGT-7", Says: "Reloading a desk, or losing its connection, is no event of the call: nobody's state changes, and the call goes on.", Story: "desktop-is-reloaded-in-the-middle"},
}

var operationRules = []Rule{
	{ID: "OP-1", Says: "A wish is in flight (a hold, resume, swap, conference or transfer, or an acceptance that is awaited), and another wish is denied until it has its answer; the denial names the one in flight. Recording has one of its own beside it. A leg that rings is no wish in flight.", Story: "two-wishes-at-once"},
	{ID: "OP-2", Says: "Whoever asks is not a party of this interaction, because he has left it or has not joined it yet. The same button pressed twice falls under OP-1, and a Desk joins it to the operation in flight.", Story: "not-his-call-any-more"},
	{ID: "OP-3", Says: "There is no such interaction now: it is over, or has not begun.", Story: "not-his-call-any-more"},
	{ID: "OP-4", Says: "An operation that has no answer by its deadline has an unknown outcome, and the pane says so. The switch is commanded into the present arrangement again, because a late success must not stand by accident.", Story: "hold-done-too-late"},
	{ID: "OP-5", Says: "What is no news changes nothing and is reported as ignored under this id: a fact about a leg that left, a second answer to an operation, something that is so already. As long as a leg is here, no fact about it comes too early.", Story: "what-is-no-news"},
	{ID: "OP-6", Says: "An offer is refused when it is out of place: no contact waits, or the agent is excluded or is in the interaction already.", Story: "offer-out-of-place"},
	{ID: "OP-7", Says: "The switch cannot do it, as its capabilities declare. Muting one's own leg and sending digits pass through on an accepted call where it can, for Agent 2 as well.", Story: "switch-without-hold"},
	{ID: "OP-8", Says: "To leave (End, End Consult, Exit, Cancel, taking back a ring, every hang-up) takes effect at once and cannot fail; the switch is told as often as it takes. What follows from an event (Agent 2 answers or leaves, the owner changes) takes effect at once as well and is commanded. Only wishes wait for the switch.", Story: "leaving-cannot-fail"},
	{ID: "OP-9", Says: "Leaving an interaction always has one result for an agent and never two: wrap-up due, released, or missed.", Story: "one-way-out-for-each"},
}
