package oracle

import (
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// notNow: what is Agent 1's, but not of this contact, or not in this state of
// the talk. Who is on hold, what is in flight and what the switch can do is
// looked at afterwards.
func notNow(v Situation, a interaction.Action) []rule.ID {
	call := v.Kind.Voice()
	consult := v.Stage == Requested || v.Stage == Consulting
	switch a {
	case interaction.Hold, interaction.Resume:
		switch {
		case !call:
			return named("HLD-1") // only a call
		case v.Stage == Conference && a == interaction.Resume:
			return named("CNF-2", "HLD-4") // nobody is on hold there
		case v.Stage == Conference:
			return named("CNF-2")
		}

	case interaction.HoldConsult:
		switch {
		case v.Stage == Conference:
			return named("CNF-2")
		case v.Stage != Consulting:
			return named("HLD-1", "PAR-5") // there is nobody to hold, or he has not accepted
		}

	case interaction.ResumeConsult:
		switch {
		case v.Stage == Conference:
			return named("CNF-2", "HLD-4")
		case v.Stage != Consulting:
			return named("HLD-4") // nobody of a consult is on hold
		}

	case interaction.Consult:
		if !call || v.Stage != Plain {
			return named("CON-1")
		}

	case interaction.EndConsult:
		switch {
		case v.Stage == Conference:
			return named("CNF-4", "CON-16") // it is no consult any more
		case !consult:
			return named("CON-16", "CON-23")
		}

	case interaction.StartConference:
		switch {
		case v.Stage == Requested:
			return named("CON-11")
		case v.Stage != Consulting:
			return named("CNF-1")
		}

	case interaction.Transfer:
		switch {
		case v.Stage == Requested:
			return named("CON-11")
		case !call:
			return named("TRF-1")
		}

	case interaction.End:
		if consult {
			return named("PAR-18")
		}

	case interaction.PauseRecording, interaction.ResumeRecording:
		// REC-5 says with what reason each of these is denied. Whether it is
		// paused already comes after whether there is anything to pause.
		if !call || v.Stage != Plain || !v.Policy.PrivacyShield || v.Recording == telephony.NotRecording {
			return named("REC-5")
		}
	}
	return nil
}

// inTheWay is everything that stands in the way of what is Agent 1's and has
// its place in this state.
func inTheWay(v Situation, a interaction.Action) []rule.ID {
	var why []rule.ID
	deny := func(denied bool, id rule.ID) {
		if denied {
			why = append(why, id)
		}
	}
	wish := v.InFlight != interaction.NoAction
	switch a {
	case interaction.Hold, interaction.Resume, interaction.HoldConsult, interaction.ResumeConsult:
		held := v.Customer.Held
		if a == interaction.HoldConsult || a == interaction.ResumeConsult {
			held = v.Agent2.Held
		}
		holds := a == interaction.Hold || a == interaction.HoldConsult
		deny(held && holds, "HLD-3")
		deny(!held && !holds, "HLD-4")
		deny(!v.Can.Has(telephony.CanHold), "OP-7")
		deny(wish, "OP-1")
	case interaction.Consult:
		deny(!v.Can.Has(telephony.CanConsult), "OP-7")
		deny(wish, "OP-1")
	case interaction.StartConference:
		deny(v.Policy.ConferenceParties < 3, "CNF-7")
		deny(!v.Can.Has(telephony.CanConference), "OP-7")
		deny(wish, "OP-1")
	case interaction.Transfer:
		needs := telephony.CanTransfer
		if v.Stage == Plain { // TRF-7, TRF-8: two orders that a switch may know one of
			needs = telephony.CanSingleStep
		}
		deny(!v.Can.Has(needs), "OP-7")
		deny(wish, "OP-1")
	case interaction.End:
		if v.Customer.Held {
			return named("HLD-3", "END-1") // both say so
		}
	case interaction.PauseRecording, interaction.ResumeRecording:
		deny((v.Recording == telephony.Paused) == (a == interaction.PauseRecording), "REC-4")
		deny(!v.Can.Has(telephony.CanPauseRecording), "OP-7")
		deny(v.Recorder, "OP-1")
	case interaction.Mute, interaction.Unmute, interaction.SendDigits:
		return notPassedThrough(v, a)
	}
	return why
}
