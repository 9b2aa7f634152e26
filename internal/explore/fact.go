package explore

import (
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// told: what a fact says is so afterwards, whatever was believed before, or it
// is of what has left and changes nothing (OP-5, D9). It says what is wrong,
// empty when nothing is.
func told(m callflow.Move) string {
	was, is := m.Before, m.After
	if was.Phase() == interaction.Ended || was.Phase() == interaction.NotBegun {
		if m.Fact.Kind != telephony.NoEvent && is != was {
			return "OP-3: a fact has changed what has ended"
		}
		return ""
	}
	switch m.Fact.Kind {
	case telephony.NoEvent:
		if m.Request.Action == interaction.NoAction {
			return struck(m)
		}
	case telephony.Arranged:
		return arranged(m)
	case telephony.Diverted:
		return diverted(m)
	case telephony.Recorded:
		return recorded(m)
	case telephony.Failed:
		return failed(m)
	default:
		return ofLeg(m)
	}
	return ""
}

// ofLeg: the facts about one leg.
func ofLeg(m callflow.Move) string {
	was, is, leg := m.Before, m.After, m.Fact.Leg
	rung := was.Leg(leg) != telephony.LegGone // a queue that is searched has no phone (CON-24)
	switch {
	case m.Fact.Kind == telephony.Gone:
		if is.Role(leg) != interaction.Nobody {
			return "OP-8: a leg is gone, and its party is still here"
		}
	case was.Role(leg) == interaction.Nobody:
		if is.Role(leg) != interaction.Nobody {
			return "OP-5: who has left is here again"
		}
	case !rung || is.Phase() == interaction.Ended:
	case m.Fact.Kind == telephony.Alerting && is.Leg(leg) == telephony.LegDialled:
		return "ANS-1: a phone rings, and nobody knows"
	case m.Fact.Kind == telephony.Answered && is.Leg(leg) != telephony.LegUp:
		return "ANS-4: a leg has been answered, and is not connected"
	case m.Fact.Kind == telephony.DeviceHeld && !is.HeldOnDevice(leg), m.Fact.Kind == telephony.DeviceRetrieved && is.HeldOnDevice(leg):
		return "HLD-2: what was done on the device is not known"
	}
	return ""
}

// arranged: the set is who talks, the parties being what they are.
func arranged(m callflow.Move) string {
	was, is, talk := m.Before, m.After, m.Fact.Talk
	if !accepted(was) || !was.Kind().Voice() || is.Phase() == interaction.Ended {
		return ""
	}
	var here, parties telephony.Legs
	for _, p := range talk[:talk.Len()] {
		switch was.Role(p) {
		case interaction.Customer, interaction.Consulted:
			here = here.With(p)
		}
		if was.Role(p) != interaction.Nobody {
			parties = parties.With(p)
		}
	}
	switch {
	case talk.Has(was.Owner()), talk.Len() > 0 && parties.Len() == 0: // another owner's, or of legs that have left
		if is != was {
			return "OP-5: an arrangement of who has left has changed something"
		}
		return ""
	case was.Consulted() != 0 && here.Len() == 0: // both on hold is nothing that can be
		if is != was {
			return "HLD-6: an arrangement with both on hold has been taken over"
		}
		return ""
	case is.Hears() != here:
		return "HLD-6: these talk, and the desk says others do"
	case is.Phase() == interaction.Conference != (here.Len() > 1):
		return "CNF-1: three talk, and it is no conference, or the reverse"
	}
	return answered(m)
}

// diverted: who was given the call has it, and who gave it has left.
func diverted(m callflow.Move) string {
	was, is, leg := m.Before, m.After, m.Fact.Leg
	if was == is { // of a transfer that was given up before
		return answered(m)
	}
	ended := is.Phase() == interaction.Ended
	switch gave := was.Owner(); {
	case gave != 0 && gave != leg && is.Role(gave) != interaction.Nobody:
		return "TRF-9: a transfer is done, and its agent is still here"
	case leg == 0 && (is.Owner() != 0 || !ended && is.Phase() != interaction.Waiting):
		return "TRF-7: a queue has the call, and it does not wait there"
	case leg != 0 && !ended && is.Role(leg) == interaction.Nobody && is.Phase() != interaction.Waiting: // D8
		return "TRF-8: who was given the call has no part in it"
	case is.Role(leg) == interaction.Consulted, is.Role(leg) == interaction.Offered && is.Leg(leg) == telephony.LegUp:
		return "TRF-8: who was given the call does not own it"
	}
	return answered(m)
}

// recorded: the indicator is what the recorder does (REC-6).
func recorded(m callflow.Move) string {
	if !accepted(m.Before) || !m.Before.Kind().Voice() {
		return ""
	}
	was, is := m.Before, m.After
	if is.Recording() != m.Fact.Recording {
		return "REC-6: the indicator does not show what is so"
	}
	if op := m.Fact.Op; op != 0 && op == was.RecordingOperation() && op == is.RecordingOperation() && was.Recording() != is.Recording() {
		return "OP-1: a change of the recording is done, and in flight"
	}
	return ""
}

// failed: what was refused is over; a phone that could not be rung does not
// ring.
func failed(m callflow.Move) string {
	was, is, e := m.Before, m.After, m.Fact
	switch {
	case e.Op != 0 && e.Op == was.RecordingOperation() && e.Op == is.RecordingOperation():
		return "OP-1: a change of the recording was refused, and is in flight"
	case e.Op != 0 && (e.Op == was.Operation() || e.Op == was.RecordingOperation()):
	case was.Leg(e.Leg) == telephony.LegDialled && is.Leg(e.Leg) == telephony.LegDialled:
		return "CON-13: a phone could not be rung, and is rung"
	}
	return answered(m)
}

// answered: what the switch has answered is not in flight any more (OP-1).
func answered(m callflow.Move) string {
	if op := m.Fact.Op; op != 0 && op == m.Before.Operation() && op == m.After.Operation() {
		return "OP-1: a wish is answered, and in flight"
	}
	return ""
}

// struck: a deadline that has passed is not armed; one call of Tick acts on one,
// and an interaction has three.
func struck(m callflow.Move) string {
	if m.After == m.Before {
		return "OP-4: a deadline has passed, and nothing has changed"
	}
	var out interaction.Output
	s := m.After
	for range 3 {
		by, ok := s.Deadline()
		if !ok || by.After(m.At) {
			return ""
		}
		s = s.Tick(m.At, &out)
	}
	return "OP-4: a deadline that has passed is armed again"
}

func accepted(s interaction.State) bool {
	return s.Phase() >= interaction.Talking && s.Phase() <= interaction.Conference
}
