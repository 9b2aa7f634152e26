package telephony

import (
	"fmt"
	"strings"
)

// Capabilities is what an adapter can do, as a set of bits. What it cannot do
// is denied before it is tried (OP-7), so that a desktop greys the button and
// says why. What every switch can do, ring and clear a leg, has no bit.
type Capabilities uint16

const (
	CanHold           Capabilities = 1 << iota // hold, retrieve and alternate
	CanConsult                                 // a consultation call: hold and dial in one
	CanConference                              // join the parties of a consultation
	CanTransfer                                // hand the call to the consulted party
	CanSingleStep                              // transfer without consulting (CSTA: single step transfer)
	CanRecord                                  // record, at all
	CanPauseRecording                          // pause and resume a recording
	CanAnswer                                  // answer on the agent's behalf: a softphone (ANS-4)
	CanMute                                    // mute and unmute a leg
	CanSendDigits                              // send DTMF digits
	CanTellHook                                // report that a phone is on or off hook (END-5)
	CanReduceNoise                             // background-noise removal (NR)

	// All is everything.
	All = CanReduceNoise<<1 - 1
)

var capabilityWords = []string{"hold", "consult", "conference", "transfer", "single-step-transfer",
	"record", "pause-recording", "answer", "mute", "digits", "hook", "noise-removal"}

// Has reports whether all of want can be done.
func (c Capabilities) Has(want Capabilities) bool { return c&want == want }

// String lists the capabilities' words, joined by "+"; "none" for none.
func (c Capabilities) String() string {
	var on []string
	for i, w := range capabilityWords {
		if c&(1<<i) != 0 {
			on = append(on, w)
		}
	}
	if len(on) == 0 {
		return "none"
	}
	return strings.Join(on, "+")
}

// MarshalText writes what String gives.
func (c Capabilities) MarshalText() ([]byte, error) {
	if c&^All != 0 {
		return nil, fmt.Errorf("%w: capabilities %#x", ErrInvalid, uint16(c))
	}
	return []byte(c.String()), nil
}

// UnmarshalText reads what String gives, in any order.
func (c *Capabilities) UnmarshalText(b []byte) error {
	var set Capabilities
	if s := string(b); s != "none" {
		for w := range strings.SplitSeq(s, "+") {
			i, err := unmarshalWord("capability", capabilityWords, []byte(w))
			if err != nil {
				return err
			}
			set |= 1 << i
		}
	}
	*c = set
	return nil
}
