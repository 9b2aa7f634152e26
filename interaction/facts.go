package interaction

// fact is what has happened, as the table of facts is keyed: a telephony
// event, or a deadline, told apart by what it is about.
type fact uint8

const (
	noFact          fact = iota
	alerting             // the party's phone rings
	answered             // the party has answered
	gone                 // the party has left
	arranged             // who talks with the owner
	diverted             // the call has been handed over
	recordedNow          // what the recorder does
	heldOnDevice         // the party holds on the device
	retrievedThere       // and has taken it back
	wishFailed           // the switch refused the wish in flight
	recordingFailed      // it refused the recording's
	ringFailed           // it would not ring the party, or not answer for him
	wishDue              // the wish's deadline has passed
	ringDue              // the ring's
	recordingDue         // the recording's
	nFacts          = iota
)

var factWords = []string{"none", "alerting", "answered", "gone", "arranged", "diverted", "recorded",
	"held on device", "retrieved on device", "wish failed", "recording failed", "ring failed",
	"wish due", "ring due", "recording due"}

// String is the fact's word.
func (f fact) String() string { return word(factWords, uint8(f)) }

// factRow says: on this fact about a party of this role (Nobody: about the
// whole call), in these phases, this is done, and that is where it may lead.
// A row without Do says that the fact tells nothing new there (OP-5). What no
// row says cannot happen; a test shows it unreachable.
type factRow struct {
	On fact
	Of Role
	In phases
	Do func(*step)
	To phases
}

var (
	anywhere  = in(Waiting, Connecting, Ringing, Calling, Talking, Requested, Consulting, Conference)
	acceptedP = in(Talking, Requested, Consulting, Conference)
	before    = in(Waiting, Connecting, Ringing, Calling)
)

var facts = []factRow{
	// Somebody is rung.
	{On: alerting, Of: Offered, In: in(Connecting), Do: (*step).rings, To: in(Ringing)},
	{On: alerting, Of: Offered, In: in(Ringing)},
	{On: alerting, Of: Offered, In: in(Calling, Talking, Requested), Do: (*step).ringsAlready},
	{On: alerting, Of: Customer, In: in(Calling), Do: (*step).ringsAlready},
	{On: alerting, Of: Customer, In: anywhere &^ in(Calling)},
	{On: alerting, Of: Owner, In: acceptedP},
	{On: alerting, Of: Consulted, In: in(Consulting, Conference)},

	// Somebody answers.
	{On: answered, Of: Offered, In: in(Connecting, Ringing), Do: (*step).offerAnswered, To: in(Talking, Calling, Ended)},
	{On: answered, Of: Offered, In: in(Calling), Do: (*step).ownPhoneAnswered},
	{On: answered, Of: Offered, In: in(Talking), Do: (*step).targetAnswersEarly},
	{On: answered, Of: Offered, In: in(Requested), Do: (*step).consultAccepted, To: in(Consulting)},
	{On: answered, Of: Customer, In: in(Calling), Do: (*step).customerAnswered, To: in(Talking)},
	{On: answered, Of: Customer, In: anywhere &^ in(Calling)},
	{On: answered, Of: Owner, In: acceptedP},
	{On: answered, Of: Consulted, In: in(Consulting, Conference)},

	// Somebody is there no more.
	{On: gone, Of: Customer, In: in(Calling), Do: (*step).notReached, To: in(Waiting, Ended)},
	{On: gone, Of: Customer, In: anywhere &^ in(Calling), Do: (*step).customerHungUp, To: in(Ended)},
	{On: gone, Of: Offered, In: in(Connecting, Ringing), Do: (*step).offerGone, To: in(Waiting, Ended)},
	{On: gone, Of: Offered, In: in(Calling), Do: (*step).ownPhoneGone, To: in(Waiting, Ended)},
	{On: gone, Of: Offered, In: in(Talking), Do: (*step).targetGoneEarly},
	{On: gone, Of: Offered, In: in(Requested), Do: (*step).consultGone, To: in(Talking, Requested)},
	{On: gone, Of: Owner, In: in(Talking), Do: (*step).ownerHungUp, To: in(Ended, Waiting, Connecting, Ringing, Talking)},
	{On: gone, Of: Owner, In: in(Requested), Do: (*step).ownerEndsAll, To: in(Ended)},
	{On: gone, Of: Owner, In: in(Consulting), Do: (*step).ownerLeftConsult, To: in(Ended, Talking, Ringing)},
	{On: gone, Of: Owner, In: in(Conference), Do: (*step).ownerLeftConference, To: in(Ended, Talking)},
	{On: gone, Of: Consulted, In: in(Consulting, Conference), Do: (*step).consultedGone, To: in(Talking)},

	// The switch has done something to the call.
	{On: arranged, In: in(Talking, Requested), Do: (*step).arrangedCustomer},
	{On: arranged, In: in(Consulting, Conference), Do: (*step).arrangedBoth, To: in(Consulting, Conference)},
	{On: arranged, In: in(Ringing), Do: (*step).arrangedOutside, To: in(Ringing, Ended)},
	{On: arranged, In: before &^ in(Ringing)},
	{On: diverted, In: in(Talking), Do: (*step).sent, To: in(Talking, Waiting, Connecting, Ringing, Ended)},
	{On: diverted, In: in(Consulting, Conference), Do: (*step).transferred, To: in(Talking, Ended)},
	{On: diverted, In: in(Waiting, Connecting), Do: (*step).sentAlready},
	{On: diverted, In: in(Ringing), Do: (*step).sentAlready, To: in(Ringing, Ended)},
	{On: diverted, In: in(Calling, Requested)},
	{On: recordedNow, In: acceptedP, Do: (*step).recordedNow},
	{On: recordedNow, In: before},
	{On: heldOnDevice, Of: Customer, In: anywhere, Do: (*step).deviceHeld},
	{On: heldOnDevice, Of: Owner, In: acceptedP, Do: (*step).deviceHeld},
	{On: heldOnDevice, Of: Consulted, In: in(Consulting, Conference), Do: (*step).deviceHeld},
	{On: heldOnDevice, Of: Offered, In: in(Connecting, Ringing, Calling, Talking, Requested), Do: (*step).deviceHeld},
	{On: retrievedThere, Of: Customer, In: anywhere, Do: (*step).deviceRetrieved},
	{On: retrievedThere, Of: Owner, In: acceptedP, Do: (*step).deviceRetrieved},
	{On: retrievedThere, Of: Consulted, In: in(Consulting, Conference), Do: (*step).deviceRetrieved},
	{On: retrievedThere, Of: Offered, In: in(Connecting, Ringing, Calling, Talking, Requested), Do: (*step).deviceRetrieved},

	// The switch would not, or has not in time (OP-4).
	{On: wishFailed, In: acceptedP, Do: (*step).wishRefused},
	{On: wishFailed, In: in(Waiting, Connecting, Ringing), Do: (*step).sendLost, To: in(Ended)},
	{On: wishDue, In: acceptedP, Do: (*step).wishUnknown},
	{On: wishDue, In: in(Waiting, Connecting, Ringing), Do: (*step).sendLost, To: in(Ended)},
	{On: recordingFailed, In: acceptedP, Do: (*step).recordingRefused},
	{On: recordingDue, In: acceptedP, Do: (*step).recordingDue},
	{On: ringFailed, Of: Offered, In: in(Connecting), Do: (*step).offerNotRung, To: in(Waiting, Ended)},
	{On: ringFailed, Of: Offered, In: in(Ringing), Do: (*step).offerNotRung},
	{On: ringFailed, Of: Offered, In: in(Talking), Do: (*step).targetGoneEarly},
	{On: ringFailed, Of: Offered, In: in(Calling), Do: (*step).ownPhoneNotRung, To: in(Ended)},
	{On: ringFailed, Of: Offered, In: in(Requested), Do: (*step).consultRefused, To: in(Talking, Requested)},
	{On: ringFailed, Of: Customer, In: in(Calling), Do: (*step).notReached, To: in(Waiting, Ended)},
	{On: ringDue, Of: Offered, In: in(Connecting, Ringing), Do: (*step).offerTimedOut, To: in(Waiting, Ended)},
	{On: ringDue, Of: Offered, In: in(Talking), Do: (*step).targetTimedOut},
	{On: ringDue, Of: Offered, In: in(Requested), Do: (*step).consultTimedOut, To: in(Talking, Requested)},
	{On: ringDue, Of: Offered, In: in(Calling), Do: (*step).callTimedOut, To: in(Waiting, Ended)},
}
