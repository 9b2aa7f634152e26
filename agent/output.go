package agent

import "github.com/seed-6cc70c2f/callcontrol/rule"

// Output is what a door has to say besides the new state. The caller owns it
// and uses it again: each door resets it first.
type Output struct {
	// Changes are what the agent and those who watch him are told, in order.
	Changes []Change
	// Ignored is OP-5 when a fact changed nothing, and empty otherwise.
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
	NoChange  Kind = iota
	Entered        // his own status is now Status, with Code or Cause
	Chosen         // he chose Idle with Code; it waits (AGT-3)
	Abandoned      // the choice of Code that waited will not take effect (AGT-3)
	Shown          // the summary is now Status, with Code or Cause (AGT-2)

	kinds = 5
)

var kindWords = words{
	{"none", "none"}, {"entered", "entered"}, {"chosen", "chosen"}, {"abandoned", "abandoned"}, {"shown", "shown"},
}

// String is the kind's label, such as "entered".
func (k Kind) String() string { return kindWords.label(int(k)) }

// MarshalText gives the stable word, such as "entered"; ErrInvalid for a value
// that is no kind.
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
	Kind   Kind
	Status Status
	Code   IdleCode
	Cause  Cause
}
