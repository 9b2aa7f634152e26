package popover

import (
	"log/slog"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
)

// Stage is how far an offer has come.
type Stage uint8

const (
	Connecting Stage = iota // the contact is being assigned (POP-2); the zero value
	Request                 // the agent has to act on it (POP-3)
)

var stageWords = words{"connecting", "contact-request"}

// String is the stage's word, such as "contact-request".
func (s Stage) String() string { return stageWords.text(uint8(s)) }

// MarshalText writes the stage's word.
func (s Stage) MarshalText() ([]byte, error) { return stageWords.marshal("stage", uint8(s)) }

// UnmarshalText reads the stage's word.
func (s *Stage) UnmarshalText(text []byte) error {
	v, err := stageWords.unmarshal("stage", text)
	if err == nil {
		*s = Stage(v)
	}
	return err
}

// Card is one contact in the agent's popover (POP-1). While it connects it only
// says so: fields, links and buttons come with the contact request (POP-4).
type Card struct {
	Contact string             // the contact's id, as the Offer had it
	Kind    interaction.Kind   // of the contact
	Form    Form               // which layout it follows
	Channel agent.Channel      // what it is ordered by (POP-9)
	Stage   Stage              // connecting, or a contact request
	Status  interaction.Status // Connecting, Ringing, or Cancel in its place (CBK-3)
	Offered time.Time          // when the agent received it
	Ends    time.Time          // when it counts as not answered (ANS-2); zero when nothing runs

	Fields   []Field // in order, at most what the form allows (POP-10 to POP-15)
	Links    []Link  // in order (POP-4)
	Callback *Callback

	// Actions are the buttons of the card, in the order of a desktop's. One
	// that has no place on this card is missing, such as Accept on a call for
	// a desk phone (POP-8, ANS-4) or Cancel on a courtesy callback (CBK-3); one
	// that only has to wait for the switch (OP-1) is there with its refusal.
	Actions []interaction.Permission

	// Accept is what May says of Accept: nil, or the *rule.Denied in the way.
	Accept error
}

// Callback is what a callback's card shows besides its fields (POP-17).
type Callback struct {
	Label  string    // "Callback"
	Icon   string    // the icon's name: "callback"
	Number string    // the customer's
	DNIS   string    // the number that he dialled
	Queue  string    // the queue's name
	Since  time.Time // when the agent received it: the timer counts up from here
}

// Elapsed is what the callback's timer shows; never below zero.
func (c *Callback) Elapsed(now time.Time) time.Duration {
	return max(0, now.Sub(c.Since))
}

// String says whose card it is and where it stands, without what it shows.
func (c Card) String() string {
	return "card " + c.Contact + ": " + c.Form.String() + ", " + c.Stage.String()
}

// GoString is String.
func (c Card) GoString() string { return c.String() }

// LogValue is String.
func (c Card) LogValue() slog.Value { return slog.StringValue(c.String()) }

// String is the label.
func (c Callback) String() string { return c.Label }

// GoString is String.
func (c Callback) GoString() string { return c.Label }

// LogValue is String.
func (c Callback) LogValue() slog.Value { return slog.StringValue(c.Label) }

// ringing: it has to be seen, whatever page is in view (POP-6). A web callback
// that shows Cancel instead rings all the same (CBK-3).
func (c *Card) ringing() bool { return c.Channel == agent.Voice && c.Stage == Request }

// acceptable: Accept N requests accepts it. Calls are left as they are, also
// where a softphone could answer (POP-8, D12), and with them preview contacts
// (OUT-3).
func (c *Card) acceptable() bool {
	return c.Channel != agent.Voice && c.Stage == Request && c.Accept == nil
}
