package oracle

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// struck is what the clock brings about: the next deadline has passed, or none
// has.
func struck(v Situation, now time.Time) []Outcome {
	if v.Due.IsZero() || now.Before(v.Due) {
		return []Outcome{same("OP-5", v)}
	}
	ring, pause := v.OfferEnds.Equal(v.Due), v.PauseEnds.Equal(v.Due)
	switch {
	case ring && !pause && v.InFlight == interaction.NoAction && !v.Recorder:
		return offeredGone(v, telephony.NoAnswer) // ANS-2
	case pause && !ring && v.InFlight == interaction.NoAction && !v.Offered.here():
		return pauseOver(v)
	}
	// Several clocks can run, and it cannot be seen whose turn it is.
	var all []Outcome
	if v.Offered.here() && (ring || v.OfferEnds.IsZero()) {
		all = append(all, rungOut(v)...)
	}
	if pause {
		all = append(all, pauseOver(v)...)
	}
	if v.Recorder {
		all = append(all, recorderFailed(v, interaction.OperationUnknown)...)
	} else if v.Agent1.here() && (v.Policy.Recording || v.Recording == telephony.Paused) {
		// REC-1, REC-3: what the switch did not do is tried again.
		all = append(all, pauseOver(v)...)
	}
	if v.Asked {
		all = append(all, transferDeclined(v)) // TRF-8: not within the time
	} else if v.InFlight != interaction.NoAction {
		// OP-4: unknown, and everything stays as it is shown.
		all = append(all, wishFailed(v, "OP-4", interaction.OperationUnknown, interaction.EndedUncertain)...)
	}
	return all
}

// rungOut: nobody answered in time: who was offered, or the customer (CBK-6,
// OUT-2), or a consulted queue found nobody (CON-24).
func rungOut(v Situation) []Outcome {
	if v.Stage == Dialling && v.Customer.here() {
		return []Outcome{notReached(v)}
	}
	if v.Stage == Requested && !v.Offered.Desk {
		return []Outcome{consultFailed(v, "CON-24", interaction.NoAgentEvent)}
	}
	return offeredGone(v, telephony.NoAnswer)
}

// pauseOver: REC-3. It resumes by itself; the indicator follows the switch.
func pauseOver(v Situation) []Outcome {
	o := same("REC-3", v)
	o.After.Recorder = true
	return []Outcome{o}
}

// recorderFailed: REC-3. It is tried again, at once or later. D11: who wished
// for it is told; what the clock wished for has notices of its own.
func recorderFailed(v Situation, told interaction.NoticeKind) []Outcome {
	var all []Outcome
	for _, again := range []bool{false, true} {
		o := same("REC-3", v)
		o.After.Recorder = again
		all = append(all, o)
		o.tell(v.Agent1, told)
		all = append(all, o)
	}
	return all
}
