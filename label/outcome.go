package label

import (
	"errors"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// ErrOutcome marks what is no Outcome.
var ErrOutcome = errors.New("label: not an outcome")

// Outcome is what came of a press of a button that no rule had denied. The zero
// value is NoOutcome: it was done, and there is nothing to say.
type Outcome uint8

// The outcomes.
const (
	NoOutcome     Outcome = iota
	Refused               // the phone system would not, for a cause
	Overtaken             // something else came first, such as a hang-up
	Pending               // it is under way, and not to be repeated (OP-4)
	NoInteraction         // there is no such interaction any more
	SignedOut             // the agent is not signed in
	Unavailable           // the centre cannot do anything now
	NotKept               // the variables could not be saved; the draft is kept (CAD-9)
)

var outcomeWords = []string{"none", "refused", "overtaken", "pending", "no-interaction", "signed-out", "unavailable", "not-kept"}

// String is the outcome's word, such as "no-interaction".
func (o Outcome) String() string {
	if int(o) < len(outcomeWords) {
		return outcomeWords[o]
	}
	return fmt.Sprintf("invalid(%d)", uint8(o))
}

// MarshalText gives the word; ErrOutcome for a value that is no outcome.
func (o Outcome) MarshalText() ([]byte, error) {
	if int(o) >= len(outcomeWords) {
		return nil, fmt.Errorf("%w: %d", ErrOutcome, uint8(o))
	}
	return []byte(outcomeWords[o]), nil
}

// UnmarshalText accepts exactly the words of MarshalText; anything else is
// ErrOutcome.
func (o *Outcome) UnmarshalText(text []byte) error {
	for i, word := range outcomeWords {
		if word == string(text) {
			*o = Outcome(i)
			return nil
		}
	}
	return fmt.Errorf("%w: no such word", ErrOutcome)
}

// Outcome is what to tell the agent who pressed the button; the action and the
// cause where they are known.
func (l Language) Outcome(o Outcome, a interaction.Action, c telephony.Cause) string {
	t := l.value(outcomes, int(o))
	if t == nil {
		return ""
	}
	return t.fill(value{"action", l.Action(a)}, value{"cause", l.Cause(c)})
}
