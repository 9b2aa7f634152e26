package simulator

import (
	"fmt"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// What is what a switch does with a command.
type What uint8

const (
	Obey        What = iota // the zero value: as it is told, so that a command passes the faults behind it
	Reject                  // Do returns a *telephony.Rejection with the fault's Cause
	RefuseLater             // Do returns nil, and After it a Failed with the Cause is told
	Late                    // Do returns nil; it is done, and told, only After it, but the phone that it rings can be answered at once
	Delay                   // it is done, but told only After it; what happens to the call meanwhile is told behind it (duty 1)
	LoseAnswer              // it is done, but Do returns ErrLost
	LoseCommand             // it is not done, and Do returns ErrLost
	Silence                 // Do returns nil, and nothing is done or told, ever
	Block                   // Do waits for the end of its context, and nothing is done
)

var whatWords = []string{"obey", "reject", "refuse-later", "late", "delay", "lose-answer", "lose-command", "silence", "block"}

// String is the word, such as "refuse-later".
func (w What) String() string {
	if int(w) < len(whatWords) {
		return whatWords[w]
	}
	return fmt.Sprintf("invalid(%d)", uint8(w))
}

// MarshalText writes the word.
func (w What) MarshalText() ([]byte, error) {
	if int(w) >= len(whatWords) {
		return nil, fmt.Errorf("%w: fault %d", ErrInvalid, uint8(w))
	}
	return []byte(whatWords[w]), nil
}

// UnmarshalText reads the word.
func (w *What) UnmarshalText(b []byte) error {
	i := slices.Index(whatWords, string(b))
	if i < 0 {
		return fmt.Errorf("%w: no such fault", ErrInvalid)
	}
	*w = What(i)
	return nil
}

// Fault is one thing that the switch does wrong. It meets the next command that
// fits, or every one. Among those that fit, the one that was injected first
// counts.
//
// A command that is sent again (duty 4) has been carried out or refused before:
// only what happens on the way meets it, LoseAnswer, LoseCommand and Block.
type Fault struct {
	Verbs []telephony.Verb   // which commands; none is any
	Call  telephony.CallID   // of which contact; empty is any
	To    telephony.Endpoint // to whom; the zero value is anybody
	Every bool               // every such command until Heal, and not only the next
	Do    What
	Cause telephony.Cause // of Reject and RefuseLater; NoCause is Refused
	After time.Duration   // of RefuseLater, Late and Delay
}

// Inject adds faults.
func (s *Switch) Inject(faults ...Fault) {
	defer s.enter()()
	for _, f := range faults {
		f.Verbs = slices.Clone(f.Verbs)
		if f.Cause == telephony.NoCause {
			f.Cause = telephony.Refused
		}
		s.faults = append(s.faults, f)
	}
}

// Heal takes all faults away, Repeat and Shuffle too. What was late stays late.
func (s *Switch) Heal() {
	defer s.enter()()
	s.faults, s.post.twice = nil, false
	s.post.mix(false)
}

// Repeat tells every event twice, from now on or no more.
func (s *Switch) Repeat(on bool) {
	defer s.enter()()
	s.post.twice = on
}

// Shuffle tells the events of different calls in random order, where several
// could be told. Those of one call stay in order (duty 1).
func (s *Switch) Shuffle(on bool) {
	defer s.enter()()
	s.post.mix(on)
}

// meets is the fault that a command meets, taken away unless it is for every
// one.
func (s *Switch) meets(c telephony.Command, again bool) Fault {
	for i, f := range s.faults {
		onTheWay := f.Do == LoseAnswer || f.Do == LoseCommand || f.Do == Block
		if again && !onTheWay || !f.fits(c) {
			continue
		}
		if !f.Every {
			s.faults = slices.Delete(s.faults, i, i+1)
		}
		return f
	}
	return Fault{}
}

func (f *Fault) fits(c telephony.Command) bool {
	return (f.Call == "" || f.Call == c.Call) && (f.To == telephony.Endpoint{} || f.To == c.To) &&
		(len(f.Verbs) == 0 || slices.Contains(f.Verbs, c.Verb))
}
