package fault

var parFaults = []Fault{
	{
		Rule: "PAR-1", File: "interaction/facts.go",
		Old: "anywhere &^ in(Calling), Do: (*step).customerHungUp",
		New: "anywhere &^ in(Calling, Requested), Do: (*step).customerHungUp",
		Why: "the customer's hang-up is not heard while a consult rings",
	},
	{
		Rule: "PAR-2", File: "interaction/may.go",
		Old: "if role == Customer {", New: "if role == Customer && a != Consult {",
		Why: "the customer may start a consult",
	},
	{
		Rule: "PAR-3", File: "interaction/table.go",
		Old: "EndConsult:      {yes,", New: `EndConsult:      {"PAR-3",`,
		Why: "Agent 1 may not end his consult",
	},
	{
		Rule: "PAR-4", File: "interaction/table.go",
		Old: "{On: Resume, In: in(Consulting), If: when(customerHeld, able, noWishInFlight), Do: (*step).swapToCustomer}",
		New: `{On: Resume, In: in(Consulting), Deny: "HLD-4"}`,
		Why: "the customer cannot be resumed while a consult is on",
	},
	{
		Rule: "PAR-5", File: "interaction/table.go",
		Old: "HoldConsult:     {yes,", New: `HoldConsult:     {"PAR-19",`,
		Why: "Agent 1 may not hold Agent 2",
	},
	{
		Rule: "PAR-6", File: "interaction/table.go",
		Old: "{On: Transfer, In: in(Consulting), If: when(able, noWishInFlight), Do: (*step).transfer}",
		New: `{On: Transfer, In: in(Consulting), Deny: "CON-11"}`,
		Why: "not even to Agent 2 while he is consulted",
	},
	{
		Rule: "PAR-7", File: "interaction/table.go",
		Old: "StartConference: {yes,", New: `StartConference: {"PAR-19",`,
		Why: "Agent 1 may not start a conference",
	},
	{
		Rule: "PAR-8", File: "interaction/facts.go",
		Old: "{On: gone, Of: Owner, In: in(Requested), Do: (*step).ownerEndsAll, To: in(Ended)}",
		New: "{On: gone, Of: Owner, In: in(Requested)}",
		Why: "his hang-up is ignored while a consult rings",
	},
	{
		Rule: "PAR-8", File: "interaction/facts.go",
		Old: "{On: gone, Of: Owner, In: in(Consulting), Do: (*step).ownerLeftConsult, To: in(Ended, Talking, Ringing)}",
		New: "{On: gone, Of: Owner, In: in(Consulting)}",
		Why: "nor in an accepted consult",
	},
	{
		Rule: "PAR-9", File: "interaction/table.go",
		Old: `ExitConsult:     {"PAR-9", yes,`, New: `ExitConsult:     {"PAR-9", "PAR-19",`,
		Why: "Agent 2 cannot leave",
	},
	{
		Rule: "PAR-9", File: "interaction/table.go",
		Old: `ExitConference:  {"PAR-9", yes,`, New: `ExitConference:  {"PAR-9", "PAR-19",`,
		Why: "nor out of a conference",
	},
	{
		Rule: "PAR-9", File: "interaction/table.go",
		Old: `ExitConsult:     {"PAR-9",`, New: "ExitConsult:     {yes,",
		Why: "Agent 1 may leave in his place",
	},
	{
		Rule: "PAR-10", File: "interaction/table.go",
		Old: `DeclineTransfer: {"PAR-10", yes,`, New: `DeclineTransfer: {yes, "PAR-10",`,
		Why: "he who asks answers, and not he who is asked",
	},
	{
		Rule: "PAR-10", File: "interaction/table.go",
		Old: `AcceptTransfer:  {"PAR-10", yes,`, New: `AcceptTransfer:  {"PAR-10", "PAR-19",`,
		Why: "he who is asked may not accept",
	},
	{
		Rule: "PAR-11", File: "interaction/effect_consult.go",
		Old: "all := uint8(1 | 1<<t.s.find(Consulted))", New: "all := uint8(1)",
		Why: "Agent 2 is left out of the conference",
	},
	{
		Rule: "PAR-12", File: "interaction/table.go",
		Old: `EndConsult:      {yes, "PAR-12",`, New: "EndConsult:      {yes, yes,",
		Why: "Agent 2 may end the consult",
	},
	{
		Rule: "PAR-12", File: "interaction/table.go",
		Old: `Resume:          {yes, "PAR-12",`, New: "Resume:          {yes, yes,",
		Why: "Agent 2 may resume the customer",
	},
	{
		Rule: "PAR-13", File: "callflow/contact.go",
		Old: "return noWrapUpConsulted", New: "return nil",
		Why: "Agent 2 may submit a reason",
	},
	{
		Rule: "PAR-14", File: "interaction/effect_consult.go",
		Old: "t.s.talk = 1 << t.slot", New: "t.s.talk = 1",
		Why: "the customer is put through when Agent 2 accepts",
	},
	{
		Rule: "PAR-15", File: "interaction/effect_media.go",
		Old: "w = wishSwapResume\n", New: "w, want = wishSwapResume, want|t.s.talk\n",
		Why: "Agent 2 is not put on hold",
	},
	{
		Rule: "PAR-16", File: "interaction/step.go",
		Old: "t.leave(i, Released, why)", New: "t.leave(i, Missed, why)",
		Why: "whoever is consulted becomes RONA when the customer hangs up",
	},
	{
		Rule: "PAR-16", File: "interaction/step.go",
		Old: "if clearCall {", New: "if clearCall && t.s.phase != Requested {",
		Why: "Agent 2's phone rings on",
	},
	{
		Rule: "PAR-17", File: "interaction/effect_consult.go",
		Old: "case wishTransfer, wishAsk, wishConference:", New: "case wishAsk:",
		Why: "a transfer or conference in flight does not count",
	},
	{
		Rule: "PAR-18", File: "interaction/table.go",
		Old: `{On: End, In: in(Requested, Consulting), Deny: "PAR-18"}`,
		New: "{On: End, In: in(Requested, Consulting), Do: (*step).end, To: in(Ended)}",
		Why: "End in a consult",
	},
	{
		Rule: "PAR-19", File: "interaction/table.go",
		Old: `Transfer:        {yes, "PAR-19",`, New: "Transfer:        {yes, yes,",
		Why: "Agent 2 may give the call away",
	},
	{
		Rule: "PAR-19", File: "interaction/table.go",
		Old: `PauseRecording:  {yes, "PAR-19",`, New: "PauseRecording:  {yes, yes,",
		Why: "the recording is Agent 2's as well",
	},
	{
		Rule: "PAR-19", File: "interaction/table.go",
		Old: "EditVariables:   {yes, yes,", New: `EditVariables:   {yes, "PAR-19",`,
		Why: "Agent 2 may edit nothing",
	},
	{
		Rule: "PAR-20", File: "interaction/table.go",
		Old: "when(consultedHeld, able, noWishInFlight), Do: (*step).swapToConsulted",
		New: "when(consultedHeld, able, noWishInFlight), Do: (*step).swapToCustomer",
		Why: "resuming Agent 2 resumes the customer",
	},
}
