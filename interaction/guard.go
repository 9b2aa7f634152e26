package interaction

import (
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// guard is a condition of a request, named so that tables, matrices and
// diagrams can show it, with the rule that it carries.
type guard uint8

const (
	noGuard guard = iota
	customerHears
	customerHeld
	endNotHeld
	consultedHears
	consultedHeld
	voiceHold
	voiceConsult
	voiceTransfer
	voiceOwnLeg
	able // the switch can do what the action needs; see needs
	noWishInFlight
	noRecordingWish
	shielded
	recorded
	notPaused
	isPaused
	threeMayTalk
	askedToAccept
	cancellable
	cancellableRinging
	previewOffered
	removable
	contactRequest
	acceptable
	notAnswering
	declinable
	stillRings
	notFromEPDN
	searching
	unassigned
	nGuards = iota
)

var guards = [nGuards]struct {
	name   string
	rule   rule.ID
	reason string
}{
	customerHears:      {"customer not on hold", "HLD-3", "the customer is on hold already"},
	customerHeld:       {"customer on hold", "HLD-4", "the customer is not on hold"},
	endNotHeld:         {"customer not on hold", "HLD-3", "the customer is on hold"},
	consultedHears:     {"consulted not on hold", "HLD-3", "the consulted party is on hold already"},
	consultedHeld:      {"consulted on hold", "HLD-4", "the consulted party is not on hold"},
	voiceHold:          {"a call", "HLD-1", "only a call can be held"},
	voiceConsult:       {"a call", "CON-1", "only in a call can somebody be consulted"},
	voiceTransfer:      {"a call", "TRF-1", "only a call can be transferred"},
	voiceOwnLeg:        {"a call", "OP-7", "only a call's leg can be muted or sent digits"},
	able:               {"the switch can", "OP-7", "the switch cannot do it"},
	noWishInFlight:     {"no wish in flight", "OP-1", ""},
	noRecordingWish:    {"no recording wish in flight", "OP-1", "a change of the recording is in flight"},
	shielded:           {"Privacy Shield", "REC-5", "Privacy Shield is off"},
	recorded:           {"recorded", "REC-5", "nothing is recorded"},
	notPaused:          {"not paused", "REC-4", "the recording is paused already"},
	isPaused:           {"paused", "REC-4", "the recording is not paused"},
	threeMayTalk:       {"three may talk", "CNF-7", "the policy allows no conference"},
	askedToAccept:      {"asked to accept", "PAR-10", "no transfer waits to be accepted"},
	cancellable:        {"may be cancelled", "CBK-3", "this contact cannot be cancelled"},
	cancellableRinging: {"a web callback that may be cancelled", "CBK-3", "this contact cannot be cancelled"},
	previewOffered:     {"a preview offer", "OUT-3", "only a preview contact can be skipped"},
	removable:          {"may be removed", "OUT-3", "the policy does not let it be removed"},
	contactRequest:     {"a contact request", "POP-3", "the contact is still being assigned"},
	acceptable:         {"no desk phone", "ANS-4", "a call is answered on the phone"},
	notAnswering:       {"not answering", "OP-1", "an answer is in flight"},
	declinable:         {"no preview offer", "OUT-3", "a preview contact is skipped, not declined"},
	stillRings:         {"it rings", "ANS-6", "it does not ring"},
	notFromEPDN:        {"not from an EP-DN", "CON-21", "in an EP-DN consult the consulted agent cannot edit"},
	searching:          {"a queue is searched", "OP-6", "no one waits"},
	unassigned:         {"no transfer in flight", "OP-6", "a transfer is not decided yet"},
}

// holds reports whether the guard is satisfied for whoever sits in slot.
func (s *State) holds(g guard, a Action, slot int) bool {
	switch g {
	case customerHears, endNotHeld:
		return s.talks(0)
	case customerHeld:
		return !s.talks(0)
	case consultedHears:
		return s.talks(s.find(Consulted))
	case consultedHeld:
		return !s.talks(s.find(Consulted))
	case voiceHold, voiceConsult, voiceTransfer, voiceOwnLeg:
		return s.kind.Voice()
	case able:
		return s.pol.caps.Has(s.needs(a))
	case noWishInFlight, unassigned:
		return s.wish == noWish
	case noRecordingWish:
		return s.recOp == 0
	case shielded:
		return s.pol.has(flagShield)
	case recorded:
		return s.rec != recOff && s.rec != recStarting
	case notPaused:
		return s.rec != recPaused && s.rec != recResuming
	case isPaused:
		return s.rec == recPaused || s.rec == recResuming
	case threeMayTalk:
		return s.pol.parties >= 3
	case askedToAccept:
		return s.wish == wishAsk
	case cancellable:
		return s.kind == Outdial || s.kind == Preview || s.cancellableCallback()
	case cancellableRinging:
		return s.cancellableCallback()
	case previewOffered:
		return s.previewOffer(slot)
	case declinable:
		return !s.previewOffer(slot)
	case removable:
		return s.pol.has(flagRemove)
	case contactRequest:
		return s.p[slot].leg != legDialled && s.p[slot].leg != legUp
	case stillRings:
		return s.p[slot].leg != legUp
	case acceptable:
		return !s.kind.Voice() || s.previewOffer(slot) || s.pol.caps.Has(telephony.CanAnswer)
	case notAnswering:
		return s.p[slot].leg != legAnswering
	case notFromEPDN:
		return s.p[slot].role == Owner || s.p[slot].came != telephony.EPDN
	case searching:
		i := s.find(Offered)
		return i >= 0 && s.p[i].leg == legWaited
	}
	return false
}

// cancellableCallback: until the customer has answered (CBK-4).
func (s *State) cancellableCallback() bool {
	return s.kind == WebCallback && s.pol.has(flagCancelWeb) && s.p[0].leg != legUp
}

// previewOffer: the agent considers a preview contact, nothing rings yet.
func (s *State) previewOffer(slot int) bool {
	return s.phase == Ringing && slot >= 0 && s.p[slot].leg == legWaited
}

// needs is what the switch must be able to do for an action. A transfer means
// two different things: from a plain call the blind one (TRF-7), else the one
// to the consulted party (TRF-8).
func (s *State) needs(a Action) telephony.Capabilities {
	switch a {
	case Hold, Resume, HoldConsult, ResumeConsult:
		return telephony.CanHold
	case Consult:
		return telephony.CanConsult
	case StartConference:
		return telephony.CanConference
	case Transfer:
		if s.phase == Talking {
			return telephony.CanSingleStep
		}
		return telephony.CanTransfer
	case PauseRecording, ResumeRecording:
		return telephony.CanPauseRecording
	case Mute, Unmute:
		return telephony.CanMute
	case SendDigits:
		return telephony.CanSendDigits
	}
	return 0
}
