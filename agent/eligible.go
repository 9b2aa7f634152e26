package agent

// The refusals of work that would reach the agent, or that he would begin.
var (
	offerOut     = denyAs("Offer", "ANS-3", "")
	offerSlot    = denyAs("Offer", "ANS-3", "no free slot on that channel")
	offerChosen  = denyAs("Offer", "AGT-3", "Idle is chosen")
	offerRONA    = denyAs("Offer", "AGT-4", "")
	offerOffHook = denyAs("Offer", "END-5", "")

	consultOut     = denyAs("Consult", "CON-3", "")
	consultSlot    = denyAs("Consult", "CON-3", "no free voice slot")
	consultRONA    = denyAs("Consult", "AGT-4", "")
	consultOffHook = denyAs("Consult", "END-5", "")

	transferOut     = denyAs("Transfer", "TRF-4", "")
	transferSlot    = denyAs("Transfer", "TRF-4", "no free voice slot")
	transferChosen  = denyAs("Transfer", "AGT-3", "Idle is chosen")
	transferRONA    = denyAs("Transfer", "AGT-4", "")
	transferOffHook = denyAs("Transfer", "END-5", "")

	outdialOut     = denyAs("Outdial", "OUT-1", "")
	outdialSlot    = denyAs("Outdial", "OUT-1", "no free voice slot")
	outdialOffHook = denyAs("Outdial", "END-5", "")
)

// test is one question about an agent: what refuses him in each phase (nil
// refuses nobody), then the slot, and last the phone, so that END-5 is named
// only where nothing else is in the way.
type test struct {
	phase   [phases]*refusal
	slot    *refusal
	offHook *refusal
}

var (
	offerTest = test{
		phase: [phases]*refusal{outPhase: offerOut, idlePhase: offerOut, leavingPhase: offerChosen, ronaPhase: offerRONA},
		slot:  offerSlot, offHook: offerOffHook,
	}
	consultTest = test{
		phase: [phases]*refusal{outPhase: consultOut, ronaPhase: consultRONA},
		slot:  consultSlot, offHook: consultOffHook,
	}
	transferTest = test{
		phase: [phases]*refusal{outPhase: transferOut, idlePhase: transferOut, leavingPhase: transferChosen, ronaPhase: transferRONA},
		slot:  transferSlot, offHook: transferOffHook,
	}
	outdialTest = test{
		phase: [phases]*refusal{outPhase: outdialOut, ronaPhase: outdialOut},
		slot:  outdialSlot, offHook: outdialOffHook,
	}
)

func (s *State) ask(t *test, ch Channel) error {
	if r := t.phase[s.phase()]; r != nil {
		return r.in(s)
	}
	if s.load[ch].sum() >= s.Slots(ch) {
		return t.slot.in(s)
	}
	if ch == Voice && s.off {
		return t.offHook.in(s)
	}
	return nil
}

// MayBeOffered says whether a customer's contact may be offered to the agent:
// nil, or the *rule.Denied in the way. He must be Available (ANS-3) with no
// choice of Idle waiting (AGT-3), not RONA (AGT-4), with a free slot on the
// channel, and for a call with his phone on hook (END-5). ErrInvalid for what
// is no channel.
func (s State) MayBeOffered(ch Channel) error {
	if ch >= channels {
		return errChannel
	}
	return s.ask(&offerTest, ch)
}

// MayBeConsulted says whether another agent may consult him: nil, or the
// *rule.Denied in the way. Available or Idle will do, and a choice of Idle that
// waits as well, for a consult is no customer's contact; his voice slot must be
// free (CON-3, END-5), and he must not be RONA (AGT-4).
func (s State) MayBeConsulted() error { return s.ask(&consultTest, Voice) }

// MayReceiveTransfer says whether a call may be transferred to him blind: nil,
// or the *rule.Denied in the way. He must be Available with a free voice slot
// (TRF-3, TRF-4, END-5), with no choice of Idle waiting (AGT-3), not RONA (AGT-4).
func (s State) MayReceiveTransfer() error { return s.ask(&transferTest, Voice) }

// MayDialOut says whether he may dial a number: nil, or the *rule.Denied in the
// way. He must be Available or Idle with a free voice slot (OUT-1, END-5).
func (s State) MayDialOut() error { return s.ask(&outdialTest, Voice) }

var errChannel = invalid("channel", "is not one of the defined channels")
