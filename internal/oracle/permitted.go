package oracle

import (
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Permitted says whether who has this role may do this now.
func Permitted(v Situation, role interaction.Role, a interaction.Action) bool {
	// OP-3: nothing may be asked of what has ended, or has not begun.
	if v.Stage == Over || v.Stage == Nothing {
		return false
	}
	switch role {
	case interaction.Owner:
		return v.Agent1.here() && agent1May(v, a)
	case interaction.Consulted:
		// CON-26: an outsider has no buttons.
		return v.Agent2.agent() && agent2May(v, a)
	case interaction.Offered:
		return v.Offered.agent() && offeredMay(v, a)
	}
	// PAR-2: the customer hangs up, and has no buttons. OP-2: nobody else is
	// a party.
	return false
}

// agent1May: the PAR table's line about Agent 1, and the rules that it quotes.
func agent1May(v Situation, a interaction.Action) bool {
	call := v.Kind.Voice()
	free := v.InFlight == interaction.NoAction // OP-1
	consult := v.Stage == Requested || v.Stage == Consulting

	switch a {
	case interaction.Hold:
		// HLD-1, HLD-3: an accepted call, whose customer is not on hold yet.
		// CNF-2: not in a conference. OP-7: where the switch can.
		return call && free && v.Can.Has(telephony.CanHold) && v.Stage != Conference && !v.Customer.Held

	case interaction.Resume:
		// HLD-4: only who is on hold. CON-12: also while a consult rings.
		return call && free && v.Can.Has(telephony.CanHold) && v.Stage != Conference && v.Customer.Held

	case interaction.HoldConsult:
		// PAR-5, PAR-20: Agent 2 in an accepted consult, when he is not held.
		return call && free && v.Can.Has(telephony.CanHold) && v.Stage == Consulting && v.AboutAgent2 == interaction.IsConsulting

	case interaction.ResumeConsult:
		// PAR-20: and back.
		return call && free && v.Can.Has(telephony.CanHold) && v.Stage == Consulting && v.AboutAgent2 == interaction.ConsultOnHold

	case interaction.Consult:
		// CON-1: an active voice call, no other consult; not from a
		// conference.
		return call && free && v.Can.Has(telephony.CanConsult) && v.Stage == Plain

	case interaction.EndConsult:
		// PAR-3, CON-16, CON-23: accepted or not. A leaving waits for nothing
		// (OP-8). A conference is no consult any more (PAR-18).
		return consult

	case interaction.StartConference:
		// CNF-1, CON-19: from an accepted consult, from Consulting or Consult
		// on Hold. CON-11: not before. CNF-7: three, where the policy has it.
		return call && free && v.Can.Has(telephony.CanConference) && v.Stage == Consulting && v.Policy.ConferenceParties >= 3

	case interaction.Transfer:
		// TRF-1: an active call, also from hold. TRF-7: blind. TRF-8, CNF-4: to
		// Agent 2. CON-11: not to anybody while a consult rings.
		switch v.Stage {
		case Plain:
			return call && free && v.Can.Has(telephony.CanSingleStep)
		case Consulting, Conference:
			return call && free && v.Can.Has(telephony.CanTransfer)
		}
		return false

	case interaction.End:
		// END-1, HLD-3: not on hold. PAR-18: not in a consult. CNF-4: in a
		// conference, for all. OP-8: whatever is in flight.
		return !consult && !v.Customer.Held

	case interaction.PauseRecording:
		// REC-5: an active call with no consult and no conference; with Privacy
		// Shield; while it is recorded. OP-1: beside a wish, not beside another
		// change of the recording.
		return call && v.Stage == Plain && v.Policy.PrivacyShield && v.Can.Has(telephony.CanPauseRecording) &&
			v.Recording == telephony.RecordingOn && !v.Recorder

	case interaction.ResumeRecording:
		// REC-4, REC-5.
		return call && v.Stage == Plain && v.Policy.PrivacyShield && v.Can.Has(telephony.CanPauseRecording) &&
			v.Recording == telephony.Paused && !v.Recorder

	case interaction.EditVariables:
		// CAD-2: in an accepted interaction, of whatever channel.
		return true
	}
	return passedThrough(v, a)
}

// agent2May: the PAR table's line about Agent 2.
func agent2May(v Situation, a interaction.Action) bool {
	switch a {
	case interaction.ExitConsult: // PAR-9, CON-15
		return v.Stage == Consulting
	case interaction.ExitConference: // PAR-9, CNF-3
		return v.Stage == Conference
	case interaction.AcceptTransfer, interaction.DeclineTransfer: // PAR-10: when he is asked
		return v.Asked
	case interaction.EditVariables: // CON-21: not on an EP-DN
		return v.Past.EPDN != Yes
	}
	// PAR-12, PAR-13, PAR-19: nothing else, but what OP-7 lets through.
	return passedThrough(v, a)
}

// passedThrough: OP-7. One's own leg of an accepted call, where the switch can.
func passedThrough(v Situation, a interaction.Action) bool {
	switch a {
	case interaction.Mute, interaction.Unmute:
		return v.Kind.Voice() && v.Can.Has(telephony.CanMute)
	case interaction.SendDigits:
		return v.Kind.Voice() && v.Can.Has(telephony.CanSendDigits)
	}
	return false
}

// offeredMay: who has a card. He has accepted nothing, and so none of what is
// done in an accepted call is his (HLD-1, CON-1, TRF-1, END-1, CAD-2, OP-7).
func offeredMay(v Situation, a interaction.Action) bool {
	preview := v.Kind == interaction.Preview && v.Stage == Offering && v.Offered.Phone == telephony.LegGone
	rings := v.Offered.Phone == telephony.LegAlerting

	switch a {
	case interaction.Accept:
		// OUT-3: a preview contact. POP-7: a digital contact. ANS-4: a call
		// that rings, where a softphone can answer. OP-1: not twice.
		return preview || rings && v.Past.Answering != Yes && (!v.Kind.Voice() || v.Can.Has(telephony.CanAnswer))

	case interaction.Decline:
		// ANS-6: a call, a consult or a blind transfer, while it rings. A
		// preview contact has Skip instead (OUT-3), and what he dials himself
		// has Cancel (OUT-1).
		return rings && v.Stage != Dialling

	case interaction.Skip: // OUT-3
		return preview

	case interaction.Remove: // OUT-3: where the policy allows
		return preview && v.Policy.RemoveFromCampaign

	case interaction.Cancel:
		// CBK-3: where the label says so. OUT-1, OUT-3: until the number
		// answers.
		ownCall := v.Kind == interaction.Outdial || v.Kind == interaction.Preview
		return v.Offered.Sees == interaction.MayCancel || ownCall && v.Stage == Dialling
	}
	return false
}

// Routable says whether somebody waits for the router's answer, an Offer or a
// Refuse (OP-6): a contact without an agent, or a consulted queue (CON-24). A
// contact whose transfer is not confirmed yet waits for the switch first.
func Routable(v Situation) bool {
	switch v.Stage {
	case Waiting:
		return v.InFlight == interaction.NoAction
	case Requested:
		return !v.Offered.Desk && !v.Offered.Outsider && v.Offered.Phone == telephony.LegGone
	}
	return false
}
