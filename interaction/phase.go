package interaction

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// ErrInvalid marks what is no request of a person and no fact of a switch at
// all: an unknown action, a missing or superfluous target, a leg that this
// interaction never had, a policy or a snapshot that contradicts itself. It is
// a programmer's mistake or a broken document, never a matter of the rules.
var ErrInvalid = errors.New("interaction: invalid")

// Phase is where an interaction stands. Whether somebody is on hold, what is
// recorded and what is in flight are not phases: they can be so in several.
type Phase uint8

const (
	// NotBegun is the zero value: there is no interaction yet. Nothing may be
	// asked of it (OP-3); New begins one.
	NotBegun Phase = iota
	// Waiting for an agent: in a queue, or a callback or preview contact whose
	// turn has not come. Connecting follows, or Ringing for what needs no
	// phone, or Ended.
	Waiting
	// Connecting: assigned to an agent whose phone does not ring yet (POP-2).
	// Ringing follows, Talking, Waiting or Ended.
	Connecting
	// Ringing: offered; the agent must act (POP-3). Talking follows, Calling,
	// Waiting or Ended.
	Ringing
	// Calling: the agent is, or will be, on his phone, and the customer is
	// dialled next: a callback, an outdial or an accepted preview (CBK-8,
	// OUT-1). Talking follows, Waiting or Ended.
	Calling
	// Talking: accepted; the owner has the customer, connected or on hold.
	// Requested follows, Connecting, Ringing, Waiting (a transfer) or Ended.
	Talking
	// Requested: the owner has asked for a consult that is not accepted yet
	// (CON-8). Consulting follows, Talking or Ended.
	Requested
	// Consulting: the consulted party has accepted (CON-10). Conference
	// follows, Talking or Ended.
	Consulting
	// Conference: all talk (CNF-1). Talking follows, Consulting or Ended.
	Conference
	// Ended: nothing follows (OP-3).
	Ended

	nPhases = iota
)

var phaseWords = []string{"Not Begun", "Waiting", "Connecting", "Ringing", "Calling", "Talking",
	"Requested", "Consulting", "Conference", "Ended"}

// String is the phase's name, such as "Consulting".
func (p Phase) String() string { return word(phaseWords, uint8(p)) }

// MarshalText writes the phase's name.
func (p Phase) MarshalText() ([]byte, error) { return marshalWord("phase", phaseWords, uint8(p)) }

// UnmarshalText reads the phase's name.
func (p *Phase) UnmarshalText(b []byte) error {
	v, err := unmarshalWord("phase", phaseWords, b)
	if err == nil {
		*p = Phase(v)
	}
	return err
}

// accepted: an agent has answered, the customer is there (the spec's accepted
// call, and for a call also its active call).
func (p Phase) accepted() bool { return p >= Talking && p <= Conference }

// Kind is what sort of contact an interaction is.
type Kind uint8

const (
	NoKind           Kind = iota // the zero value: none
	Inbound                      // a customer called
	CourtesyCallback             // a customer asked to be called instead of waiting (CBK-1)
	WebCallback                  // a customer asked for a call on a site or a chatbot (CBK-1)
	Outdial                      // an agent dials a number (OUT-1)
	Preview                      // a preview campaign's contact (OUT-3)
	Chat                         // a chat
	Email                        // an e-mail
	Social                       // a conversation by social messaging

	nKinds = iota
)

var kindWords = []string{"none", "inbound", "courtesy-callback", "web-callback", "outdial", "preview",
	"chat", "email", "social"}

// String is the kind's word, such as "web-callback".
func (k Kind) String() string { return word(kindWords, uint8(k)) }

// MarshalText writes the kind's word.
func (k Kind) MarshalText() ([]byte, error) { return marshalWord("kind", kindWords, uint8(k)) }

// UnmarshalText reads the kind's word.
func (k *Kind) UnmarshalText(b []byte) error {
	v, err := unmarshalWord("kind", kindWords, b)
	if err == nil {
		*k = Kind(v)
	}
	return err
}

// Voice reports whether the contact is a call; the others are digital and have
// no call control.
func (k Kind) Voice() bool { return k >= Inbound && k <= Preview }

// Callback reports whether the customer asked to be called.
func (k Kind) Callback() bool { return k == CourtesyCallback || k == WebCallback }

// dialsCustomer: the customer is not there until he has been called.
func (k Kind) dialsCustomer() bool { return k >= CourtesyCallback && k <= Preview }

func word(table []string, v uint8) string {
	if int(v) < len(table) {
		return table[v]
	}
	return "invalid(" + strconv.Itoa(int(v)) + ")"
}

func marshalWord(kind string, table []string, v uint8) ([]byte, error) {
	if int(v) >= len(table) {
		return nil, fmt.Errorf("%w: %s %d", ErrInvalid, kind, v)
	}
	return []byte(table[v]), nil
}

func unmarshalWord(kind string, table []string, b []byte) (uint8, error) {
	i := slices.Index(table, string(b))
	if i < 0 {
		return 0, fmt.Errorf("%w: no such %s", ErrInvalid, kind)
	}
	return uint8(i), nil
}
