package telephony

// EventKind is what an event says is so.
type EventKind uint8

const (
	NoEvent EventKind = iota // the zero value: not an event

	Alerting        // Leg rings (CSTA Delivered)
	Answered        // Leg has been answered and is connected (CSTA Established)
	Gone            // Leg is there no more, for Cause (CSTA Connection Cleared)
	Arranged        // Talk, and nobody else, talks with the owner (CSTA Held, Retrieved, Conferenced)
	Diverted        // the call has been handed over: the owner's leg leaves, Leg has it, 0 for a queue or an entry point (CSTA Transferred)
	Recorded        // the recording is now as Recording says
	DeviceHeld      // Leg held the call on the device itself (HLD-2)
	DeviceRetrieved // Leg took it back on the device
	Failed          // command Op, about Leg, was certainly not carried out, for Cause
	OffHook         // the phone of the agent Device is off hook, Call is empty (END-5)
	OnHook          // it is on hook
	Incoming        // a contact has arrived: Contact says what
)

var eventWords = []string{"none", "alerting", "answered", "gone", "arranged", "diverted", "recorded",
	"device-held", "device-retrieved", "failed", "off-hook", "on-hook", "incoming"}

// EventKinds is how many kinds there are: every EventKind is below it.
const EventKinds = int(Incoming) + 1

// String is the kind's word, such as "alerting".
func (k EventKind) String() string { return word(eventWords, uint8(k)) }

// MarshalText writes the kind's word.
func (k EventKind) MarshalText() ([]byte, error) {
	return marshalWord("event kind", eventWords, uint8(k))
}

// UnmarshalText reads the kind's word.
func (k *EventKind) UnmarshalText(b []byte) error {
	v, err := unmarshalWord("event kind", eventWords, b)
	if err == nil {
		*k = EventKind(v)
	}
	return err
}

// Recording is what a recorder does.
type Recording uint8

const (
	NotRecording Recording = iota // the zero value
	RecordingOn                   // it records
	Paused                        // it is paused
)

var recordingWords = []string{"off", "on", "paused"}

// String is "off", "on" or "paused".
func (r Recording) String() string { return word(recordingWords, uint8(r)) }

// MarshalText writes the word.
func (r Recording) MarshalText() ([]byte, error) {
	return marshalWord("recording", recordingWords, uint8(r))
}

// UnmarshalText reads the word.
func (r *Recording) UnmarshalText(b []byte) error {
	v, err := unmarshalWord("recording", recordingWords, b)
	if err == nil {
		*r = Recording(v)
	}
	return err
}

// Contact describes what arrived, for an Incoming event.
type Contact struct {
	Medium  Medium   `json:"medium,omitempty"`
	From    Endpoint `json:"from,omitzero"`    // the customer
	Arrived Endpoint `json:"arrived,omitzero"` // the queue or entry point it came to
	DNIS    string   `json:"dnis,omitempty"`   // the number that was dialled
}

// Medium is what a contact is carried by.
type Medium uint8

const (
	VoiceMedium  Medium = iota // the zero value: a telephone call
	ChatMedium                 // a chat
	EmailMedium                // an e-mail
	SocialMedium               // a conversation by social messaging
)

var mediumWords = []string{"voice", "chat", "email", "social"}

// String is the medium's word.
func (m Medium) String() string { return word(mediumWords, uint8(m)) }

// MarshalText writes the medium's word.
func (m Medium) MarshalText() ([]byte, error) { return marshalWord("medium", mediumWords, uint8(m)) }

// UnmarshalText reads the medium's word.
func (m *Medium) UnmarshalText(b []byte) error {
	v, err := unmarshalWord("medium", mediumWords, b)
	if err == nil {
		*m = Medium(v)
	}
	return err
}

// Event is one fact from the switch: flat data that says what is so, and of
// whom. Op only correlates it with the command that brought it about; there
// is no event that merely says "done", so that even a late one tells the
// truth.
type Event struct {
	Call      CallID    `json:"call,omitempty"`
	Kind      EventKind `json:"kind"`
	Leg       Leg       `json:"leg,omitempty"`
	Talk      Legs      `json:"talk,omitzero"`
	Op        Op        `json:"op,omitempty"`
	Cause     Cause     `json:"cause,omitempty"`
	Recording Recording `json:"recording,omitempty"`
	Device    string    `json:"device,omitempty"` // the agent's id, for OffHook and OnHook
	Contact   Contact   `json:"contact,omitzero"`
}
