package interaction

import (
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Output is what a step brings about, as data; nothing has been performed. It
// is the caller's to keep and to use again: each door empties it first, so
// that steps allocate nothing once its slices have grown.
type Output struct {
	Commands []telephony.Command // for the switch, in order; their Call and Epoch are the caller's to fill in
	Agents   []AgentEvent        // for the agents' own states and wrap-ups, in order
	Notices  []Notice            // for the agents' desktops, in order
	Want     Want                // an agent is wanted from the router
	Ignored  rule.ID             // the fact changed nothing, for this rule's reason (OP-5)

	step step // the step's scratch, here so that it need not be allocated
}

func (o *Output) reset() {
	o.Commands, o.Agents, o.Notices = o.Commands[:0], o.Agents[:0], o.Notices[:0]
	o.Want, o.Ignored = Want{}, ""
}

// AgentEventKind is what happened to an agent's part in the interaction.
type AgentEventKind uint8

const (
	NoAgentEvent    AgentEventKind = iota // the zero value
	Reserved                              // an offer has reached him
	Engaged                               // he has accepted
	OwnerNow                              // he owns the interaction from now on
	Released                              // he has left, and owes nothing (OP-9)
	Missed                                // he has left without accepting: RONA, for Cause (OP-9)
	WrapUpDue                             // he has left, and owes a wrap-up (OP-9)
	WrapUpOpened                          // his wrap-up dialog opens, he has not left yet (TRF-9)
	WrapUpWithdrawn                       // and closes again (TRF-9)
	ConsultWrapUp                         // the dialog for a consult that he ended opens (CON-16)
)

var agentEventWords = []string{"none", "reserved", "engaged", "owner", "released", "missed",
	"wrap-up due", "wrap-up opened", "wrap-up withdrawn", "consult wrap-up"}

// String is the event's word.
func (k AgentEventKind) String() string { return word(agentEventWords, uint8(k)) }

// Leaves reports whether the event ends the agent's part: each part ends with
// exactly one such event (OP-9).
func (k AgentEventKind) Leaves() bool { return k == Released || k == Missed || k == WrapUpDue }

// AgentEvent is one thing that happened to one agent's part.
type AgentEvent struct {
	Party Party
	Kind  AgentEventKind
	Cause telephony.Cause
}

// NoticeKind is what an agent is told.
type NoticeKind uint8

const (
	NoNotice            NoticeKind = iota // the zero value
	ConsultFailed                         // the consult was not accepted, for Cause (CON-14)
	ConsultLeft                           // the consulted party has left, for Cause (CON-15)
	LateAnswer                            // an answer came after the ring was taken back, and was released (CON-23)
	TransferAsked                         // Agent 1 asks him to take the call (PAR-10)
	TransferDeclined                      // he will not, or did not in time: Cause tells (TRF-8)
	OperationFailed                       // the switch refused Action, for Cause: all is as it was
	OperationUnknown                      // the switch has not answered Action in time (OP-4)
	NotReached                            // the customer was not reached, for Cause (OUT-2, CBK-6)
	PhoneNotAnswered                      // his own phone did not answer, for Cause (OUT-1)
	RecordingResumed                      // the pause is over, it records again (REC-3)
	RecordingNotResumed                   // it does not yet, and is tried again (REC-3)
	RecordingNotStarted                   // the call is not recorded yet, and it is tried again (REC-1)
	HeldOnPhone                           // About holds the call on the device (HLD-2)
	RetrievedOnPhone                      // and took it back
	ContactEnded                          // the interaction is over, for Cause
)

var noticeWords = []string{"none", "Consult failed", "Consult left", "Late answer", "Transfer asked",
	"Transfer declined", "Operation failed", "Operation unknown", "Not reached", "Phone not answered",
	"Recording resumed", "Recording not resumed", "Recording not started", "Held on the phone",
	"Retrieved on the phone", "Ended"}

// String is the notice's name, such as "Consult failed".
func (k NoticeKind) String() string { return word(noticeWords, uint8(k)) }

// MarshalText writes the notice's name.
func (k NoticeKind) MarshalText() ([]byte, error) {
	return marshalWord("notice", noticeWords, uint8(k))
}

// UnmarshalText reads the notice's name.
func (k *NoticeKind) UnmarshalText(b []byte) error {
	v, err := unmarshalWord("notice", noticeWords, b)
	if err == nil {
		*k = NoticeKind(v)
	}
	return err
}

// Notice is something that an agent is told (D11). To is his party number,
// also when this very step has ended his part.
type Notice struct {
	To     Party
	Kind   NoticeKind
	Action Action          // what failed or is unknown
	About  Party           // whom it is about
	Cause  telephony.Cause // why
}

// WantReason says why an agent is wanted.
type WantReason uint8

const (
	NotWanted    WantReason = iota // the zero value: nobody is wanted
	Arrived                        // the contact has just arrived
	Returned                       // it came back: not answered, or the customer was not reached (ANS-2, CBK-6)
	HandedOn                       // it was transferred to a queue or an entry point: the one last asked for
	ForConsult                     // a queue or an entry point is consulted, To says which (CON-24)
	ConsultAgain                   // the agent there did not answer: the next one (CON-24)
)

var wantWords = []string{"not wanted", "arrived", "returned", "transferred", "consulted", "consulted again"}

// String is the reason's word.
func (r WantReason) String() string { return word(wantWords, uint8(r)) }

// Want is the word to the router: this contact wants an agent, because. The
// answer is a Request by Centre: Offer or Refuse.
type Want struct {
	Reason WantReason
	To     Target // for ForConsult: what is consulted
}

// Ending is how an interaction ended.
type Ending uint8

const (
	NotEnded       Ending = iota // the zero value: it lives
	ByCustomer                   // the customer hung up
	ByAgent                      // the owner ended it, or hung up
	WasAbandoned                 // the customer gave up before anybody answered (ANS-5)
	WasCancelled                 // a callback or an outdial was cancelled (CBK-4, OUT-1)
	HandedOver                   // given to somebody outside: the centre's part is over (TRF-8)
	WasDropped                   // a blind transfer was not accepted (TRF-5)
	WasNotReached                // the customer could not be reached (OUT-2)
	WasRefused                   // nobody was to be had for it, or the switch refused
	EndedUncertain               // the switch never said what came of it (OP-4)
	WasRemoved                   // taken out of its campaign (OUT-3)
)

var endingWords = []string{"not ended", "by the customer", "by the agent", "abandoned", "cancelled",
	"handed over", "dropped", "not reached", "refused", "unknown", "removed"}

// String is the ending's words, such as "by the customer".
func (e Ending) String() string { return word(endingWords, uint8(e)) }

// MarshalText writes the ending's words.
func (e Ending) MarshalText() ([]byte, error) { return marshalWord("ending", endingWords, uint8(e)) }

// UnmarshalText reads the ending's words.
func (e *Ending) UnmarshalText(b []byte) error {
	v, err := unmarshalWord("ending", endingWords, b)
	if err == nil {
		*e = Ending(v)
	}
	return err
}
