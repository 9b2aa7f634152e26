package wrapup

import "github.com/seed-6cc70c2f/callcontrol/rule"

// Output is what a door has to say besides the new state. The caller owns it
// and uses it again: each door resets it first.
type Output struct {
	// Changes are what the agent and the host are told, in order.
	Changes []Change
	// Ignored is the rule by which a fact changed nothing: OP-5, or END-7 where
	// the policy opens no dialog. Empty otherwise.
	Ignored rule.ID
}

// Reset empties the output and keeps its memory.
func (o *Output) Reset() {
	o.Changes = o.Changes[:0]
	o.Ignored = ""
}

// Kind is the kind of a change. The zero value is NoChange and never put out.
type Kind uint8

// The kinds of changes.
const (
	NoChange         Kind = iota
	DialogOpened          // the dialog is open before the wrap-up is due: wrap-up opened (TRF-9)
	DueNow                // the wrap-up is due and the timers run: wrap-up due (END-6)
	Withdrawn             // the dialog is closed again, the reason kept: wrap-up withdrawn (TRF-9)
	Completed             // done, with Reason; Automatic when the count-down did it (END-4, END-6)
	Waived                // done without a dialog: the policy requires none (END-7)
	ConsultOpened         // the dialog is open for an ended consult (CON-16)
	ConsultReason         // Reason is recorded for the consult, and its dialog closed
	ConsultDismissed      // the consult's dialog is closed without a reason
	GaveWay               // the consult's dialog is closed by the next one
	ReasonChosen          // Reason is picked, and not submitted yet (END-3)
	SubmitWaits           // the submit waits for the switch (TRF-9)
	CountdownStopped      // the agent cancelled the count-down (END-6)

	kinds = 13
)

var kindWords = words{
	{"none", "none"}, {"opened", "wrap-up opened"}, {"due", "wrap-up due"}, {"withdrawn", "wrap-up withdrawn"},
	{"completed", "wrap-up completed"}, {"waived", "wrap-up not required"}, {"consult-opened", "consult dialog opened"},
	{"consult-reason", "consult reason"}, {"consult-dismissed", "consult dialog dismissed"}, {"gave-way", "consult dialog gave way"},
	{"chosen", "reason chosen"}, {"submit-waits", "submit waits"}, {"countdown-stopped", "count-down stopped"},
}

// String is the kind's label, such as "wrap-up due".
func (k Kind) String() string { return kindWords.label(int(k)) }

// MarshalText gives the stable word, such as "due"; ErrInvalid for a value that
// is no kind.
func (k Kind) MarshalText() ([]byte, error) { return kindWords.marshal(int(k), "change") }

// UnmarshalText accepts exactly the words of MarshalText; anything else is
// ErrInvalid.
func (k *Kind) UnmarshalText(text []byte) error {
	i, err := kindWords.parse(text, "change")
	if err == nil {
		*k = Kind(i)
	}
	return err
}

// Change is one thing that became different. Its fields are those that its
// Kind names; the others are zero.
type Change struct {
	Kind      Kind
	Reason    Code
	Automatic bool
}
