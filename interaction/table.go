package interaction

import "github.com/seed-6cc70c2f/callcontrol/rule"

// The life of a call, as a table. A row says: on this action, in these phases,
// if these guards are satisfied (asked in this order), this is done, and that
// is where it may lead; without To it stays where it is until the switch has
// done it. A row with Deny says what forbids the action there. What no row
// says is denied by the action's own rule, in askers.
//
// Read with it: askers (who may ask at all) and facts.go (what the switch and
// the clock may report).
type row struct {
	On   Action
	In   phases
	If   []guard
	Do   func(*step)
	To   phases
	Deny rule.ID
}

var requests = []row{
	// An offer, and what may be said to it.
	{On: Offer, In: in(Waiting), If: when(unassigned), Do: (*step).offer, To: in(Connecting, Ringing)},
	{On: Offer, In: in(Requested), If: when(searching), Do: (*step).offerConsult, To: in(Requested)},
	{On: Refuse, In: in(Waiting), If: when(unassigned), Do: (*step).refuse, To: in(Ended)},
	{On: Refuse, In: in(Requested), If: when(searching), Do: (*step).queueGivesUp, To: in(Talking)},
	{On: Accept, In: in(Connecting), Deny: "POP-3"},
	{On: Accept, In: in(Ringing), If: when(acceptable, notAnswering), Do: (*step).accept, To: in(Ringing, Calling)},
	{On: Accept, In: in(Calling, Talking), If: when(contactRequest, acceptable, notAnswering), Do: (*step).accept},
	{On: Accept, In: in(Requested), If: when(contactRequest, acceptable, notAnswering), Do: (*step).accept},
	{On: Decline, In: in(Connecting), Do: (*step).decline, To: in(Waiting, Ended)},
	{On: Decline, In: in(Ringing), If: when(declinable), Do: (*step).decline, To: in(Waiting, Ended)},
	{On: Decline, In: in(Requested), Do: (*step).decline, To: in(Talking, Requested)},
	{On: Decline, In: in(Talking), If: when(stillRings), Do: (*step).declineEarly},
	{On: Skip, In: in(Ringing), If: when(previewOffered), Do: (*step).skip, To: in(Waiting)},
	{On: Remove, In: in(Ringing), If: when(previewOffered, removable), Do: (*step).remove, To: in(Ended)},
	{On: Cancel, In: in(Ringing), If: when(cancellableRinging), Do: (*step).cancel, To: in(Ended)},
	{On: Cancel, In: in(Calling), If: when(cancellable), Do: (*step).cancel, To: in(Ended)},

	// A plain call: hold, consult, transfer, end.
	{On: Hold, In: in(Talking), If: when(voiceHold, customerHears, able, noWishInFlight), Do: (*step).hold},
	{On: Hold, In: in(Requested), If: when(customerHears, able, noWishInFlight), Do: (*step).hold},
	{On: Resume, In: in(Talking), If: when(voiceHold, customerHeld, able, noWishInFlight), Do: (*step).resume},
	{On: Resume, In: in(Requested), If: when(customerHeld, able, noWishInFlight), Do: (*step).resume},
	{On: Consult, In: in(Talking), If: when(voiceConsult, able, noWishInFlight), Do: (*step).consult, To: in(Requested)},
	{On: Transfer, In: in(Talking), If: when(voiceTransfer, able, noWishInFlight), Do: (*step).send},
	{On: End, In: in(Talking), If: when(endNotHeld), Do: (*step).end, To: in(Ended)},

	// A consult that rings: the customer may be resumed, the ring taken back,
	// and nothing else (CON-11, CON-12, CON-23).
	{On: EndConsult, In: in(Requested), Do: (*step).takeBack, To: in(Talking)},
	{On: Transfer, In: in(Requested), Deny: "CON-11"},
	{On: StartConference, In: in(Requested), Deny: "CON-11"},
	{On: End, In: in(Requested, Consulting), Deny: "PAR-18"},

	// An accepted consult: four holds that are two (HLD-6, PAR-20), and its
	// four ends.
	{On: Hold, In: in(Consulting), If: when(customerHears, able, noWishInFlight), Do: (*step).swapToConsulted},
	{On: Resume, In: in(Consulting), If: when(customerHeld, able, noWishInFlight), Do: (*step).swapToCustomer},
	{On: HoldConsult, In: in(Consulting), If: when(consultedHears, able, noWishInFlight), Do: (*step).swapToCustomer},
	{On: ResumeConsult, In: in(Consulting), If: when(consultedHeld, able, noWishInFlight), Do: (*step).swapToConsulted},
	{On: EndConsult, In: in(Consulting), Do: (*step).endConsult, To: in(Talking, Ended)},
	{On: ExitConsult, In: in(Consulting), Do: (*step).exit, To: in(Talking)},
	{On: StartConference, In: in(Consulting), If: when(threeMayTalk, able, noWishInFlight), Do: (*step).conference},
	{On: Transfer, In: in(Consulting), If: when(able, noWishInFlight), Do: (*step).transfer},
	{On: AcceptTransfer, In: in(Consulting), If: when(askedToAccept), Do: (*step).acceptTransfer},
	{On: DeclineTransfer, In: in(Consulting), If: when(askedToAccept), Do: (*step).declineTransfer},

	// A conference: nobody is held, one may leave, or the owner end it or go.
	{On: Hold, In: in(Conference), Deny: "CNF-2"},
	{On: Resume, In: in(Conference), Deny: "CNF-2"},
	{On: HoldConsult, In: in(Conference), Deny: "CNF-2"},
	{On: ResumeConsult, In: in(Conference), Deny: "CNF-2"},
	{On: EndConsult, In: in(Conference), Deny: "CNF-4"},
	{On: ExitConference, In: in(Conference), Do: (*step).exit, To: in(Talking)},
	{On: Transfer, In: in(Conference), If: when(able, noWishInFlight), Do: (*step).transfer},
	{On: End, In: in(Conference), Do: (*step).end, To: in(Ended)},

	// Beside the talk: the recording, one's own leg, the variables.
	{On: PauseRecording, In: in(Talking), If: when(shielded, recorded, notPaused, able, noRecordingWish), Do: (*step).pause},
	{On: ResumeRecording, In: in(Talking), If: when(shielded, recorded, isPaused, able, noRecordingWish), Do: (*step).resumeRecording},
	{On: Mute, In: in(Talking), If: when(voiceOwnLeg, able), Do: (*step).passThrough},
	{On: Mute, In: in(Requested, Consulting, Conference), If: when(able), Do: (*step).passThrough},
	{On: Unmute, In: in(Talking), If: when(voiceOwnLeg, able), Do: (*step).passThrough},
	{On: Unmute, In: in(Requested, Consulting, Conference), If: when(able), Do: (*step).passThrough},
	{On: SendDigits, In: in(Talking), If: when(voiceOwnLeg, able), Do: (*step).passThrough},
	{On: SendDigits, In: in(Requested, Consulting, Conference), If: when(able), Do: (*step).passThrough},
	{On: EditVariables, In: in(Talking, Requested), Do: (*step).nothing},
	{On: EditVariables, In: in(Consulting, Conference), If: when(notFromEPDN), Do: (*step).nothing},
}

// asker says who may ask for an action. A role that may has the empty rule;
// Otherwise is what denies it where no row says anything.
type asker struct {
	Owner, Consulted, Offered rule.ID
	Otherwise                 rule.ID
}

const yes rule.ID = ""

// askers has an entry for every action. The customer asks for nothing through
// the desktop (PAR-2), the centre only Offer and Refuse, nobody else those
// (OP-6).
var askers = [nActions]asker{
	Accept:          {"POP-7", "POP-7", yes, "POP-3"},
	Decline:         {"ANS-6", "ANS-6", yes, "ANS-6"},
	Skip:            {"OUT-3", "OUT-3", yes, "OUT-3"},
	Remove:          {"OUT-3", "OUT-3", yes, "OUT-3"},
	Cancel:          {"CBK-4", "CBK-4", yes, "CBK-3"},
	Hold:            {yes, "PAR-19", "HLD-1", "HLD-1"},
	Resume:          {yes, "PAR-12", "HLD-1", "HLD-4"},
	HoldConsult:     {yes, "PAR-19", "HLD-1", "HLD-1"},
	ResumeConsult:   {yes, "PAR-12", "HLD-1", "HLD-4"},
	Consult:         {yes, "PAR-19", "CON-1", "CON-1"},
	EndConsult:      {yes, "PAR-12", "PAR-12", "CON-16"},
	ExitConsult:     {"PAR-9", yes, "CON-15", "CON-15"},
	ExitConference:  {"PAR-9", yes, "CNF-3", "CNF-3"},
	StartConference: {yes, "PAR-19", "CNF-1", "CNF-1"},
	Transfer:        {yes, "PAR-19", "TRF-1", "TRF-1"},
	AcceptTransfer:  {"PAR-10", yes, "PAR-10", "PAR-10"},
	DeclineTransfer: {"PAR-10", yes, "PAR-10", "PAR-10"},
	End:             {yes, "PAR-19", "END-1", "END-1"},
	PauseRecording:  {yes, "PAR-19", "REC-5", "REC-5"},
	ResumeRecording: {yes, "PAR-19", "REC-5", "REC-5"},
	Mute:            {yes, yes, "OP-7", "OP-7"},
	Unmute:          {yes, yes, "OP-7", "OP-7"},
	SendDigits:      {yes, yes, "OP-7", "OP-7"},
	EditVariables:   {yes, yes, "CAD-2", "CAD-2"},
	Offer:           {"OP-6", "OP-6", "OP-6", "OP-6"},
	Refuse:          {"OP-6", "OP-6", "OP-6", "OP-6"},
}

// phases is a set of phases.
type phases uint16

func in(ps ...Phase) phases {
	var set phases
	for _, p := range ps {
		set |= 1 << p
	}
	return set
}

func (set phases) has(p Phase) bool { return set&(1<<p) != 0 }

func when(gs ...guard) []guard { return gs }
