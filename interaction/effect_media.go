package interaction

import "github.com/seed-6cc70c2f/callcontrol/telephony"

// What happens to who hears whom, to recordings and on devices: HLD, REC, OP-4.

func (t *step) hold() {
	want := t.s.talk &^ 1
	t.begin(wishHold, want, telephony.Command{Verb: telephony.Hold, Leg: t.s.p[0].id, Talk: t.s.legs(want)})
}

func (t *step) resume() {
	want := t.s.talk | 1
	t.begin(wishResume, want, telephony.Command{Verb: telephony.Retrieve, Leg: t.s.p[0].id, Talk: t.s.legs(want)})
}

// swapToCustomer and swapToConsulted: holding one takes the other off (HLD-6).
func (t *step) swapToCustomer() { t.swapTo(0) }

func (t *step) swapToConsulted() { t.swapTo(t.s.find(Consulted)) }

func (t *step) swapTo(slot int) {
	want := uint8(1) << slot
	w := wishSwapResumeConsult
	switch t.req.Action {
	case Hold:
		w = wishSwapHold
	case Resume:
		w = wishSwapResume
	case HoldConsult:
		w = wishSwapHoldConsult
	}
	t.begin(w, want, telephony.Command{Verb: telephony.Alternate, Leg: t.s.p[slot].id, Talk: t.s.legs(want)})
}

// passThrough hands mute and digits on; no rule looks at them (OP-7).
func (t *step) passThrough() {
	c := telephony.Command{Leg: t.s.p[t.slot].id, Digits: t.req.Digits}
	switch t.req.Action {
	case Mute:
		c.Verb = telephony.Mute
	case Unmute:
		c.Verb = telephony.Unmute
	default:
		c.Verb = telephony.SendDigits
	}
	t.command(c)
}

func (t *step) nothing() {}

// arrangedCustomer: the customer hears the owner, or not; nobody else is there.
func (t *step) arrangedCustomer() {
	if t.stale() {
		t.out.Ignored = "OP-5"
		return
	}
	t.arrangedTo(t.talkers() & 1)
}

// stale: the arrangement is one of legs that have left, or another owner's, to
// whom the present one was only a party.
func (t *step) stale() bool {
	bits := t.talkers()
	return bits == 0 && t.ev.Talk.Len() > 0 || bits&(1<<t.s.find(Owner)) != 0
}

// arrangedBoth: one of the two hears the owner, or both and it is a
// conference. Nobody at all is no arrangement of ours (HLD-6).
func (t *step) arrangedBoth() {
	both := uint8(1 | 1<<t.s.find(Consulted))
	talk := t.talkers() & both
	if t.stale() {
		t.out.Ignored = "OP-5"
		return
	}
	if talk == 0 {
		t.out.Ignored = "HLD-6"
		return
	}
	t.s.phase = Consulting
	if talk == both {
		t.s.phase = Conference
	}
	t.arrangedTo(talk)
}

// arrangedTo takes the arrangement over. It answers the wish that asked for
// just this; one that asked for another stays in flight. Something already so
// changes nothing (OP-5).
func (t *step) arrangedTo(talk uint8) {
	same := t.s.talk == talk && t.s.unsure == noWish
	t.s.talk, t.s.unsure = talk, noWish
	switch w := t.s.wish; {
	case w == wishHold, w == wishResume, w.swaps(), w == wishConference:
		if t.s.wishFor == talk {
			t.settle()
			t.s.flags &^= flagCustomerHeard // he was held or resumed since: a consult refused later changes it no more
			return
		}
	}
	if same {
		t.out.Ignored = "OP-5"
	}
}

// talkers is the event's arrangement in slots; legs that have left do not
// count.
func (t *step) talkers() uint8 {
	var bits uint8
	for i := range t.s.p {
		if t.s.p[i].role != Nobody && t.ev.Talk.Has(t.s.p[i].id) {
			bits |= 1 << i
		}
	}
	return bits
}

// wishRefused: the call is as it was (TRF-9, OP-1); a blind transfer's target
// is as before.
func (t *step) wishRefused() {
	t.notifyOwner(Notice{Kind: OperationFailed, Action: wishActions[t.s.wish], Cause: t.why(telephony.Refused)})
	t.abandonWish()
}

// wishUnknown: the switch has not answered in time. The pane says so, and the
// present arrangement is commanded again (OP-4). An acceptance that was
// awaited is refused, not unknown (TRF-8).
func (t *step) wishUnknown() {
	if t.s.wish == wishAsk {
		t.transferNotAccepted(telephony.NoAnswer)
		return
	}
	t.notifyOwner(Notice{Kind: OperationUnknown, Action: wishActions[t.s.wish], Cause: telephony.Unknown})
	unsure := t.s.wish
	t.abandonWish()
	t.s.unsure = unsure
	t.arrange()
}

func (t *step) abandonWish() {
	if i := t.s.find(Offered); t.s.wish == wishSend && i >= 0 {
		t.clear(i)
		t.leave(i, Released, telephony.Cancelled)
	}
	if t.s.wish == wishSend {
		t.s.via, t.s.ringBy = telephony.NoEndpoint, 0
	}
	t.dropWish()
}

// startRecording: by itself, and again until it does (REC-1).
func (t *step) startRecording() {
	t.record(recStarting, telephony.StartRecording)
}

func (t *step) record(r rec, v telephony.Verb) {
	t.s.rec, t.s.recBy = r, t.after(t.s.pol.operation)
	t.s.recOp = t.command(telephony.Command{Verb: v})
}

func (t *step) pause() { t.record(recPausing, telephony.PauseRecording) }

func (t *step) resumeRecording() { t.record(recResuming, telephony.ResumeRecording) }

// endRecording: a blind transfer or a return to the queue ends a pause; the
// next owner starts recorded (REC-6).
func (t *step) endRecording() { t.s.rec, t.s.recOp, t.s.recBy = recOff, 0, 0 }

// recordedNow: what the recorder does is so, whoever asked for it. A pause
// has its end from here on (REC-2).
func (t *step) recordedNow() {
	if t.ev.Recording == t.s.Recording() {
		t.out.Ignored = "OP-5"
		return
	}
	was := t.s.rec
	t.endRecording()
	switch t.ev.Recording {
	case telephony.RecordingOn:
		t.s.rec = recOn
	case telephony.Paused:
		t.s.rec = recPaused
		if t.s.pol.caps.Has(telephony.CanPauseRecording) { // else only the switch itself can end it (OP-7)
			t.s.recBy = t.after(t.s.pol.pause)
		}
	}
	if was == recResuming && t.s.rec == recOn {
		t.notifyOwner(Notice{Kind: RecordingResumed, Action: ResumeRecording})
	}
}

// recordingRefused: a pause that was refused is none. What is to record is
// tried again when the time for an operation is over, and the agent told each
// time (REC-3).
func (t *step) recordingRefused() {
	if t.s.rec == recPausing {
		t.s.rec, t.s.recOp, t.s.recBy = recOn, 0, 0
		t.notifyOwner(Notice{Kind: OperationFailed, Action: PauseRecording, Cause: t.why(telephony.Refused)})
		return
	}
	t.s.recOp = 0 // answered, once; recBy stays armed
	t.notRecordingYet(t.why(telephony.Refused))
}

func (t *step) notRecordingYet(why telephony.Cause) {
	n := Notice{Kind: RecordingNotResumed, Action: ResumeRecording, Cause: why}
	if t.s.rec == recStarting {
		n = Notice{Kind: RecordingNotStarted, Cause: why}
	}
	t.notifyOwner(n)
}

// notAnswered tells of a recorder that has not answered; of one that refused,
// the agent has been told already.
func (t *step) notAnswered() {
	if t.s.recOp != 0 {
		t.notRecordingYet(telephony.Unknown)
	}
}

// recordingDue: a pause is over, or the recorder has not answered.
func (t *step) recordingDue() {
	switch t.s.rec {
	case recPaused: // by itself, also in a consult or a conference (REC-3)
		t.resumeRecording()
	case recResuming:
		t.notAnswered()
		t.resumeRecording()
	case recStarting:
		t.notAnswered()
		t.startRecording()
	case recPausing: // unknown: record, so that a late pause cannot stand by accident (OP-4)
		t.notifyOwner(Notice{Kind: OperationUnknown, Action: PauseRecording, Cause: telephony.Unknown})
		t.s.rec, t.s.recOp, t.s.recBy = recOn, 0, 0
		t.command(telephony.Command{Verb: telephony.ResumeRecording})
	}
}

func (t *step) deviceHeld() {
	p := &t.s.p[t.slot]
	if p.is(partyDeviceHeld) {
		t.out.Ignored = "OP-5"
		return
	}
	p.flags |= partyDeviceHeld
	t.deviceNotice(HeldOnPhone)
}

func (t *step) deviceRetrieved() {
	p := &t.s.p[t.slot]
	if !p.is(partyDeviceHeld) {
		t.out.Ignored = "OP-5"
		return
	}
	p.flags &^= partyDeviceHeld
	t.deviceNotice(RetrievedOnPhone)
}

// deviceNotice tells the owner, and the agent himself if it is another
// (HLD-2).
func (t *step) deviceNotice(k NoticeKind) {
	n := Notice{Kind: k, About: t.s.p[t.slot].id}
	t.notifyOwner(n)
	if t.s.p[t.slot].role != Owner {
		t.notify(t.slot, n)
	}
}
