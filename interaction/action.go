package interaction

// Action is something that a person, or the router, can ask of an interaction.
type Action uint8

const (
	NoAction Action = iota // the zero value: not an action

	Accept          // take a digital contact or a preview contact, or answer by softphone (POP-7, ANS-4, OUT-3)
	Decline         // refuse an offer while it rings (ANS-6)
	Skip            // pass a preview contact back to its campaign (OUT-3)
	Remove          // take a preview contact out of its campaign (OUT-3)
	Cancel          // give up a callback or an outdial before the customer answers (CBK-4, OUT-1)
	Hold            // put the customer on hold (HLD-3)
	Resume          // take the customer off hold (HLD-4)
	HoldConsult     // put the consulted party on hold (PAR-5)
	ResumeConsult   // take the consulted party off hold (PAR-20)
	Consult         // consult a target (CON-8)
	EndConsult      // end the consult, or take it back while it rings (CON-16, CON-23)
	ExitConsult     // the consulted agent leaves (CON-15)
	ExitConference  // the second agent leaves the conference (CNF-3)
	StartConference // join all three (CNF-1)
	Transfer        // hand the call over: to a target (TRF-7), or to the consulted party (TRF-8, CNF-4)
	AcceptTransfer  // the consulted agent takes the call (PAR-10)
	DeclineTransfer // the consulted agent does not (PAR-10)
	End             // end the call for everybody (END-1, CNF-4)
	PauseRecording  // pause the recording (REC-2)
	ResumeRecording // resume it by hand (REC-4)
	Mute            // mute one's own leg (OP-7)
	Unmute          // and back
	SendDigits      // send DTMF digits (OP-7)
	EditVariables   // edit call-associated data (CAD-2); changes nothing here
	Offer           // the router offers the contact to an agent (ANS-3)
	Refuse          // the router has nobody, or gives up (CON-24)
	nActions        = iota
)

var actionWords = []string{"None", "Accept", "Decline", "Skip", "Remove", "Cancel", "Hold", "Resume",
	"Hold Consult", "Resume Consult", "Consult", "End Consult", "Exit Consult", "Exit Conference",
	"Conference", "Transfer", "Accept Transfer", "Decline Transfer", "End", "Pause Recording",
	"Resume Recording", "Mute", "Unmute", "Send Digits", "Edit Variables", "Offer", "Refuse"}

// String is the action's label in English, such as "End Consult".
func (a Action) String() string { return word(actionWords, uint8(a)) }

// MarshalText writes the label.
func (a Action) MarshalText() ([]byte, error) { return marshalWord("action", actionWords, uint8(a)) }

// UnmarshalText reads the label.
func (a *Action) UnmarshalText(b []byte) error {
	v, err := unmarshalWord("action", actionWords, b)
	if err == nil {
		*a = Action(v)
	}
	return err
}

// Actions returns every action that an agent's desktop can show, in the order
// of a desktop's buttons. Offer and Refuse are the router's and not among
// them.
func Actions() []Action {
	all := make([]Action, 0, nActions)
	for a := Accept; a < Offer; a++ {
		all = append(all, a)
	}
	return all
}
