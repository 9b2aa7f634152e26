package agent

// ID is an agent's identity, as the host knows him. It is opaque here: two
// agents are the same when their ids are equal, byte by byte.
type ID string

// IdleCode says why an agent is Idle ("Lunch", "Meeting"). The administrator
// defines the codes (AGT-1). It has at most 64 characters, none of them a
// control character; empty stands for the policy's default code.
type IdleCode string

// Channel is a medium on which contacts reach an agent. Each has its own slots
// (ANS-3). The zero value is Voice.
type Channel uint8

// The channels, Voice first.
const (
	Voice  Channel = iota // a telephone call; one at a time, always
	Chat                  // a chat on a web page
	Email                 // an email
	Social                // a social-messaging conversation

	channels = 4
)

var channelWords = words{{"voice", "Voice"}, {"chat", "Chat"}, {"email", "Email"}, {"social", "Social"}}

// String is the channel's label, such as "Voice".
func (c Channel) String() string { return channelWords.label(int(c)) }

// MarshalText gives the stable word, such as "voice"; ErrInvalid for a value
// that is no channel.
func (c Channel) MarshalText() ([]byte, error) { return channelWords.marshal(int(c), "channel") }

// UnmarshalText accepts exactly the words of MarshalText; anything else is
// ErrInvalid.
func (c *Channel) UnmarshalText(text []byte) error {
	i, err := channelWords.parse(text, "channel")
	if err == nil {
		*c = Channel(i)
	}
	return err
}

// Cause is why an agent became RONA (AGT-6). The zero value is NoCause: he is
// not RONA.
type Cause uint8

// The causes behind RONA.
const (
	NoCause       Cause = iota // not RONA
	NoAnswer                   // the offer rang until its time was over (ANS-2)
	Declined                   // he hung up or declined while it rang (ANS-6)
	Busy                       // his phone was busy
	DeviceFailure              // his phone or desk failed
	InvalidNumber              // his number could not be called

	causes = 6
)

var causeWords = words{
	{"none", "none"}, {"no-answer", "no answer"}, {"declined", "declined"}, {"busy", "busy"},
	{"device-failure", "device failure"}, {"invalid-number", "invalid number"},
}

// String is the cause's label, such as "no answer".
func (c Cause) String() string { return causeWords.label(int(c)) }

// MarshalText gives the stable word, such as "no-answer"; ErrInvalid for a
// value that is no cause.
func (c Cause) MarshalText() ([]byte, error) { return causeWords.marshal(int(c), "cause") }

// UnmarshalText accepts exactly the words of MarshalText; anything else is
// ErrInvalid.
func (c *Cause) UnmarshalText(text []byte) error {
	i, err := causeWords.parse(text, "cause")
	if err == nil {
		*c = Cause(i)
	}
	return err
}

// Status is one word about an agent. SignedOut, Idle, Available and RONA are
// his own; Reserved, Engaged and WrapUp come from his interactions and are only
// ever shown (AGT-2). The zero value is SignedOut.
type Status uint8

// The statuses; each says what may come next.
const (
	SignedOut Status = iota // he may sign in, to Idle (AGT-1)
	Idle                    // his choice, with a code; he may choose Available
	Available               // his choice; contacts may be offered
	Reserved                // shown while something is offered to him
	Engaged                 // shown while he has accepted something
	WrapUp                  // shown while something is to be wrapped up
	RONA                    // he did not answer; left by his choice only (AGT-4)

	statuses = 7
)

var statusWords = words{
	{"signed-out", "Signed Out"}, {"idle", "Idle"}, {"available", "Available"}, {"reserved", "Reserved"},
	{"engaged", "Engaged"}, {"wrap-up", "Wrap Up"}, {"rona", "RONA"},
}

// String is the status's label, such as "Wrap Up".
func (s Status) String() string { return statusWords.label(int(s)) }

// MarshalText gives the stable word, such as "wrap-up"; ErrInvalid for a value
// that is no status.
func (s Status) MarshalText() ([]byte, error) { return statusWords.marshal(int(s), "status") }

// UnmarshalText accepts exactly the words of MarshalText; anything else is
// ErrInvalid.
func (s *Status) UnmarshalText(text []byte) error {
	i, err := statusWords.parse(text, "status")
	if err == nil {
		*s = Status(i)
	}
	return err
}
