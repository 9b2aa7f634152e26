package wrapup

import (
	"time"
	"unique"
)

// State is one agent's wrap-up of one ownership. It is opaque, comparable and
// may be copied. The zero value is None under the default Policy.
type State struct {
	pol     unique.Handle[policy] // zero: the default policy
	chosen  Code                  // the reason picked for the call; kept over a withdrawal (TRF-9)
	consult Code                  // the reason picked for the consult, while its dialog is open
	since   int64                 // Unix nanoseconds; when the wrap-up fell due
	phase   Phase
	waiting bool // in Opened: submitted, and waits for the switch (TRF-9)
	counts  bool // in Due: the count-down runs (END-6)
}

// Phase is where a wrap-up stands. The zero value is None.
type Phase uint8

// The phases; each says what may come next.
const (
	None       Phase = iota // nothing asked for yet; may become Opened, Due or ForConsult
	Opened                  // the dialog is open for a transfer that the switch has not confirmed; may become Due, Submitted or None
	Due                     // owed, and the timers run; becomes Submitted
	ForConsult              // the dialog is open for an ended consult, optional; may become None, or give way to Opened or Due
	Submitted               // done, and final for this ownership

	phaseCount = 5
)

var phaseWords = words{
	{"none", "None"}, {"opened", "Opened"}, {"due", "Due"}, {"for-consult", "For consult"}, {"submitted", "Submitted"},
}

// String is the phase's label, such as "Due".
func (p Phase) String() string { return phaseWords.label(int(p)) }

// MarshalText gives the stable word, such as "for-consult"; ErrInvalid for a
// value that is no phase.
func (p Phase) MarshalText() ([]byte, error) { return phaseWords.marshal(int(p), "phase") }

// UnmarshalText accepts exactly the words of MarshalText; anything else is
// ErrInvalid.
func (p *Phase) UnmarshalText(text []byte) error {
	i, err := phaseWords.parse(text, "phase")
	if err == nil {
		*p = Phase(i)
	}
	return err
}

// New is a wrap-up that nothing has asked for yet. The error is ErrPolicy.
func New(p Policy) (State, error) {
	q, err := pack(p)
	if err != nil {
		return State{}, err
	}
	return State{}.under(q), nil
}

// under keeps the default policy out of the handle, so that equal states
// compare equal however they were made.
func (s State) under(q policy) State {
	s.pol = unique.Handle[policy]{}
	if q != standard {
		s.pol = unique.Make(q)
	}
	return s
}

// Phase is where the wrap-up stands.
func (s State) Phase() Phase { return s.phase }

// Dialog reports whether the wrap-up reasons dialog is open (END-2), for the
// call or for a consult.
func (s State) Dialog() bool { return s.phase == Opened || s.phase == Due || s.phase == ForConsult }

// Chosen is the reason picked in the dialog that is open, or kept for the next
// one (TRF-9), or submitted; false when there is none.
func (s State) Chosen() (Code, bool) {
	code := *s.choice()
	return code, code != ""
}

// Waiting reports whether a submit waits for the switch to confirm the transfer
// (TRF-9).
func (s State) Waiting() bool { return s.waiting }

// Since is when the wrap-up fell due, from which the count-up timer runs
// (END-6); false while it is not due. A consult's dialog has no timer.
func (s State) Since() (time.Time, bool) {
	if s.phase != Due {
		return time.Time{}, false
	}
	return time.Unix(0, s.since), true
}

// Deadline is when the default reason is submitted (END-6), at which Tick is
// to be called; false when no count-down runs.
func (s State) Deadline() (time.Time, bool) {
	if !s.counts {
		return time.Time{}, false
	}
	return time.Unix(0, s.since).Add(s.policy().automatic), true
}

// choice is the one that the open dialog shows.
func (s *State) choice() *Code {
	if s.phase == ForConsult {
		return &s.consult
	}
	return &s.chosen
}
