package telephony

import (
	"context"
	"errors"
	"iter"
)

// ErrUnsupported is what Do returns for a verb that the adapter cannot carry
// out. It is certain: nothing was done.
var ErrUnsupported = errors.New("telephony: unsupported")

// ErrRejected is what Do returns for a command that the switch refused. It is
// certain: nothing was done. Wrap it, or return a *Rejection to give a cause.
var ErrRejected = errors.New("telephony: rejected")

// Rejection is an ErrRejected with the switch's cause.
type Rejection struct {
	Cause Cause
}

// Error is "telephony: rejected: busy".
func (r *Rejection) Error() string { return ErrRejected.Error() + ": " + r.Cause.String() }

// Unwrap makes errors.Is(err, ErrRejected) hold.
func (r *Rejection) Unwrap() error { return ErrRejected }

// Live is one contact that the switch really has, for reconciling after a
// lost connection or a restart (duty 9).
type Live struct {
	Call      CallID
	Legs      []LiveLeg
	Talk      Legs // who talks with the owner
	Recording Recording
}

// LiveLeg is one connection of a Live contact.
type LiveLeg struct {
	Leg      Leg
	Endpoint Endpoint
	State    LegState
	Held     bool // held on the device itself
}

// LegState is how far a connection has come.
type LegState uint8

const (
	LegGone     LegState = iota // the zero value: not there
	LegDialled                  // being rung, not yet alerting
	LegAlerting                 // ringing
	LegUp                       // connected
)

var legStateWords = []string{"gone", "dialled", "alerting", "up"}

// String is the state's word.
func (s LegState) String() string { return word(legStateWords, uint8(s)) }

// MarshalText writes the state's word.
func (s LegState) MarshalText() ([]byte, error) {
	return marshalWord("leg state", legStateWords, uint8(s))
}

// UnmarshalText reads the state's word.
func (s *LegState) UnmarshalText(b []byte) error {
	v, err := unmarshalWord("leg state", legStateWords, b)
	if err == nil {
		*s = LegState(v)
	}
	return err
}

// Adapter joins the rules to a telephone system. The package comment is its
// guide: it numbers the duties of an implementation.
type Adapter interface {
	// Run delivers events to sink until ctx ends, and returns then. Events of
	// one call are delivered in order (duty 1). When sink returns an error the
	// event was not taken: deliver it again. An error before ctx has ended says
	// that it cannot go on alone, and that events may have been lost: ask Live,
	// and run it again. sink may be called from several goroutines.
	Run(ctx context.Context, sink func(Event) error) error

	// Do gives the switch an order. nil says that it was taken; what came of
	// it is told by events. An error that matches ErrUnsupported or
	// ErrRejected says that it was certainly not carried out. Any other error
	// says that nobody knows, and the same command, with the same Op, will
	// come again.
	Do(ctx context.Context, c Command) error

	// Capabilities is what the switch can do. What it leaves out is never
	// asked of it.
	Capabilities() Capabilities

	// Live yields every contact that the switch has now. It may return
	// ErrUnsupported as its only error; live contacts are then uncertain after
	// a restart.
	Live(ctx context.Context) iter.Seq2[Live, error]
}
