package telephonytest

import (
	"testing"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Harness is how a host gives the kit his adapter.
type Harness struct {
	// New makes the line for one case, with a switch that has no contacts. What
	// has to be closed is closed with t.Cleanup.
	New func(t *testing.T) Line

	// Wrap is what each case is played in, and nil plays it as it is. With
	// Wrap: synctest.Test a case lives in a bubble, where waiting costs
	// nothing; an adapter with real sockets cannot.
	Wrap func(t *testing.T, play func(t *testing.T))

	// Patience is how long the kit waits for what must come. 0: two seconds.
	Patience time.Duration

	// Quiet is how long the kit listens for what must not come. 0: 50 ms.
	Quiet time.Duration
}

// Line is a switch as one case sees it: from the host's end, and from the
// phones'.
type Line struct {
	Adapter telephony.Adapter
	People  People

	// Again gives the adapter anew, as after a restart of its process: the
	// switch is the same, and its calls live on. nil skips the case about it.
	Again func() telephony.Adapter
}

// People are those who pick up and hang up: a simulator's script, a robot with
// handsets, or somebody at a desk. They act on the switch and not on the
// adapter; what comes of it must reach the kit as events. No method waits for
// an event to be taken. An error says that it cannot be done, such as
// answering a phone that does not ring; one that matches
// [errors.ErrUnsupported] skips the case.
//
// A People may have more to offer: [Devices], [Hooks], [Nowhere], [Dials].
type People interface {
	// Arrives lets a customer call or write, from and to what the contact
	// says or something like it, and gives the id under which the adapter
	// reports the contact.
	Arrives(telephony.Contact) (telephony.CallID, error)

	// Answers picks up the ringing phone of a leg.
	Answers(telephony.CallID, telephony.Leg) error

	// HangsUp puts a leg's phone down, or declines while it rings. The cause
	// (HungUp, Declined) is the one that the adapter is to tell.
	HangsUp(telephony.CallID, telephony.Leg, telephony.Cause) error

	// Agents are the ids of at least three agents whose phones are free.
	Agents() []string

	// Number is a telephone number that may be dialled, and is answered by
	// Answers. Spaces and brackets in it make the kit's case sharper.
	Number() string

	// Queue is the id of a queue of which nobody picks up by himself.
	Queue() string
}

// Devices are people whose phones have a hold key (duty 12).
type Devices interface {
	HoldsOnDevice(telephony.CallID, telephony.Leg) error
	TakesBackOnDevice(telephony.CallID, telephony.Leg) error
}

// Hooks are people who lift an agent's receiver outside of any call, for an
// adapter with [telephony.CanTellHook].
type Hooks interface {
	OffHook(agent string) error
	OnHook(agent string) error
}

// Nowhere is a switch of which an address is known that it cannot ring: one
// that it refuses, or lets fail at once (duty 6).
type Nowhere interface {
	Nowhere() telephony.Endpoint
}

// Dials is a switch that can be asked what number it dialled for a leg
// (duty 14).
type Dials interface {
	Dialled(telephony.CallID, telephony.Leg) (string, error)
}
