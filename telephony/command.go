package telephony

// Verb is what a command asks for, in CSTA's words (ECMA-269).
type Verb uint8

const (
	NoVerb Verb = iota // the zero value: not a command

	Dial              // ring To as Leg (Make Call; for an agent, his phone)
	ConsultationCall  // hold the customer and ring To as Leg, in one
	Hold              // put Leg on hold
	Retrieve          // take Leg off hold
	Alternate         // swap: Leg is to talk, the other is held
	Reconnect         // clear Leg and take the customer off hold, in one
	Arrange           // no other word: bring about the arrangement in Talk
	Conference        // join everybody in Talk with the owner
	Transfer          // hand the call to Leg, who is talking; the owner's leg leaves
	SingleStep        // hand the call to To, rung as Leg, without consulting; the owner's leg leaves
	Clear             // end Leg's connection, ringing or talking (Clear Connection)
	ClearCall         // end every connection of the contact
	Answer            // answer for Leg: a softphone, or a digital contact
	StartRecording    // record from now on
	PauseRecording    // stop recording for a while
	ResumeRecording   // record again
	Mute              // nobody hears Leg
	Unmute            // Leg is heard again
	SendDigits        // send Digits from Leg as DTMF
	SetNoiseReduction // background-noise removal on or off for the call, as On says
)

var verbWords = []string{"none", "dial", "consultation-call", "hold", "retrieve", "alternate", "reconnect",
	"arrange", "conference", "transfer", "single-step-transfer", "clear", "clear-call", "answer",
	"start-recording", "pause-recording", "resume-recording", "mute", "unmute", "send-digits",
	"set-noise-reduction"}

// Verbs is how many verbs there are: every Verb is below it.
const Verbs = int(SetNoiseReduction) + 1

// String is the verb's word, such as "consultation-call".
func (v Verb) String() string { return word(verbWords, uint8(v)) }

// MarshalText writes the verb's word.
func (v Verb) MarshalText() ([]byte, error) { return marshalWord("verb", verbWords, uint8(v)) }

// UnmarshalText reads the verb's word.
func (v *Verb) UnmarshalText(b []byte) error {
	w, err := unmarshalWord("verb", verbWords, b)
	if err == nil {
		*v = Verb(w)
	}
	return err
}

// Needs is the capability without which a verb is never sent.
func (v Verb) Needs() Capabilities {
	switch v {
	case Hold, Retrieve, Alternate:
		return CanHold
	case ConsultationCall:
		return CanConsult
	case Conference:
		return CanConference
	case Transfer:
		return CanTransfer
	case SingleStep:
		return CanSingleStep
	case StartRecording:
		return CanRecord
	case PauseRecording, ResumeRecording:
		return CanPauseRecording
	case Mute, Unmute:
		return CanMute
	case SendDigits:
		return CanSendDigits
	case SetNoiseReduction:
		return CanReduceNoise
	}
	return 0
}

// Media reports whether the verb changes who hears whom, so that Talk says
// the whole arrangement wanted.
func (v Verb) Media() bool { return v >= ConsultationCall && v <= Conference }

// Command is one order to the switch: flat data, fit to be logged, stored,
// sent over a wire, and compared.
//
// A media command (see Verb.Media) carries, beside its word, the whole
// arrangement that it asks for: Talk is who talks with the owner, and
// everybody else who is connected is on hold. An adapter may follow the word
// or the set; both lead to the same place, and the second time changes
// nothing.
type Command struct {
	Call   CallID   `json:"call"`
	Op     Op       `json:"op"`
	Epoch  uint64   `json:"epoch,omitempty"` // whose order it is: an adapter refuses one older than the newest it has seen of this call
	Verb   Verb     `json:"verb"`
	Leg    Leg      `json:"leg,omitempty"`
	Owner  Leg      `json:"owner,omitempty"` // whose arrangement it is, for media and transfer verbs
	To     Endpoint `json:"to,omitzero"`
	Talk   Legs     `json:"talk,omitzero"`
	Digits string   `json:"digits,omitempty"`
	On     bool     `json:"on,omitempty"`
}
