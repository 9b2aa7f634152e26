package oracle

import (
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// reported is what a fact brings about. OP-5: about a leg that has left, or
// something already so, nothing.
func reported(v Situation, e telephony.Event) []Outcome {
	who := v.person(e.Leg)
	nothing := []Outcome{same("OP-5", v)}
	switch e.Kind {
	case telephony.Arranged:
		return arranged(v, e)
	case telephony.Diverted:
		return diverted(v, e)
	case telephony.Recorded:
		return recorded(v, e)
	case telephony.Failed:
		return failed(v, e)
	}
	if who == nil {
		return nothing
	}
	switch e.Kind {
	case telephony.Alerting:
		if who.Phone != telephony.LegDialled {
			return nothing
		}
		o := same("ANS-1", v)
		o.After.person(e.Leg).Phone = telephony.LegAlerting
		return []Outcome{o}
	case telephony.Answered:
		if who.Phone == telephony.LegUp || who.Phone == telephony.LegGone {
			return nothing
		}
		return answered(v, who.Party)
	case telephony.Gone:
		return gone(v, who.Party, e.Cause)
	case telephony.DeviceHeld, telephony.DeviceRetrieved:
		// HLD-2: a separate flag; status and permitted actions do not change.
		// OP-5: never ignored as early.
		if who.Phone == telephony.LegGone {
			return nothing
		}
		o := same("HLD-2", v)
		o.After.person(e.Leg).Device = e.Kind == telephony.DeviceHeld
		return []Outcome{o}
	}
	return nothing
}

func gone(v Situation, p interaction.Party, cause telephony.Cause) []Outcome {
	switch p {
	case v.Customer.Party:
		return customerGone(v)
	case v.Agent1.Party:
		return agent1Gone(v)
	case v.Agent2.Party:
		return agent2Left(v, "CON-15")
	}
	return offeredGone(v, cause)
}

// answered is an answer, of the customer or of who is offered the call.
func answered(v Situation, p interaction.Party) []Outcome {
	if p == v.Customer.Party {
		v.Customer.Phone = telephony.LegUp // CBK-5, OUT-2
		return []Outcome{takenOver(v)}
	}
	v.Offered.Phone = telephony.LegUp
	switch {
	case v.Stage == Requested:
		return consultAccepted(v)
	case v.Stage == Plain, v.InFlight == interaction.Transfer:
		// OP-5: not ignored as early. That the transfer was done can be seen
		// from it, or waited for.
		o := takenOver(v)
		o.fate(v.Agent1, interaction.WrapUpDue)
		return []Outcome{same("OP-5", v), o}
	case v.Customer.Phone == telephony.LegUp:
		return []Outcome{takenOver(v)}
	}
	// CBK-8, OUT-1: now the customer is dialled. The call is not accepted yet.
	o := same("CBK-8", v)
	o.After.Stage = Dialling
	o.After.Customer = Person{Party: Fresh, Phone: telephony.LegDialled}
	return []Outcome{o}
}

// takenOver: ANS-4, and for an outsider TRF-8's last sentence. Who was offered
// the call has it; it is recorded from now on (REC-1, REC-6).
func takenOver(v Situation) Outcome {
	if v.Offered.Outsider {
		return over("TRF-8", v, interaction.HandedOver)
	}
	o := same("ANS-4", v)
	quiet(&o.After)
	o.After.Stage = Plain
	o.After.Agent1, o.After.Offered = v.Offered, Person{}
	o.After.Customer.Held = false
	o.After.Recorder = v.Policy.Recording && v.Kind.Voice() && v.Can.Has(telephony.CanRecord)
	o.fate(v.Offered, interaction.Engaged)
	o.fate(v.Offered, interaction.OwnerNow)
	return o
}

// consultAccepted: CON-10. CON-12, D1: nobody is put on hold by another's
// answer, so that a resumed customer leaves Agent 2 on hold.
func consultAccepted(v Situation) []Outcome {
	o := same("CON-10", v)
	o.After.Stage = Consulting
	o.After.Agent2, o.After.Offered = v.Offered, Person{}
	o.After.Agent2.Held = !v.Customer.Held
	o.fate(v.Offered, interaction.Engaged)
	all := dropped(v, o)
	// Agent 1 has pressed Hold or Resume, and the switch has not said so yet:
	// what is commanded for the answer may as well be what he wished.
	if wish := v.InFlight; wish == interaction.Hold || wish == interaction.Resume {
		o.After.Customer.Held = wish == interaction.Hold
		o.After.Agent2.Held = !o.After.Customer.Held
		o.After.InFlight = interaction.NoAction
		all = append(all, o)
	}
	return all
}

// arranged: who talks with Agent 1 is now so.
func arranged(v Situation, e telephony.Event) []Outcome {
	nothing := same("OP-5", v)
	if v.Stage == Offering && v.InFlight == interaction.Transfer && v.Offered.Outsider && v.Offered.Phone == telephony.LegUp &&
		e.Talk.Has(v.Customer.Party) && e.Talk.Has(v.Offered.Party) {
		// PAR-17: its agent has left, and the conference that he asked for is
		// confirmed. CNF-5: the other is an outsider.
		return []Outcome{over("CNF-5", v, interaction.HandedOver)}
	}
	applied, lawful := arrangement(v, e.Talk)
	if !lawful {
		return []Outcome{nothing}
	}
	answers := v.Operation != 0 && e.Op == v.Operation
	done := applied
	done.After.InFlight = interaction.NoAction
	switch {
	case answers && v.wanted(e.Talk):
		return []Outcome{done} // OP-1: the wish is confirmed
	case answers || v.wanted(e.Talk):
		return []Outcome{nothing, applied, done} // it is so, whoever brought it about
	}
	return []Outcome{nothing, applied}
}

// wanted reports whether a wish in flight asked for just this.
func (v Situation) wanted(talk telephony.Legs) bool {
	c, a2 := talk.Has(v.Customer.Party), v.Agent2.here() && talk.Has(v.Agent2.Party)
	switch v.InFlight {
	case interaction.Hold, interaction.Resume, interaction.HoldConsult, interaction.ResumeConsult:
		if v.Stage == Consulting { // PAR-20: each of the four that is allowed is the swap
			return c == v.Customer.Held && a2 == v.Agent2.Held
		}
		if v.Stage == Conference { // the switch has told of one while they waited
			return c != a2
		}
		return c == (v.InFlight == interaction.Resume)
	case interaction.StartConference:
		return c && a2
	}
	return false
}

// arrangement is the scene in which just these talk with Agent 1, and whether
// the rules have such a scene: HLD-6, CNF-1, CNF-2.
func arrangement(v Situation, talk telephony.Legs) (Outcome, bool) {
	o := same("HLD-6", v)
	c, a2 := talk.Has(v.Customer.Party), v.Agent2.here() && talk.Has(v.Agent2.Party)
	o.After.Customer.Held = !c
	switch v.Stage {
	case Plain, Requested:
		return o, v.Kind.Voice()
	case Consulting:
		o.After.Agent2.Held = !a2
		if c && a2 {
			// All three talk, and that is a conference (CNF-1), whoever joined
			// them: a fact is not refused.
			o.Rule, o.After.Stage = "CNF-1", Conference
		}
		return o, c || a2
	case Conference:
		// CNF-2 bars the wish, not the fact.
		if c != a2 {
			o.After.Stage, o.After.Agent2.Held = Consulting, !a2
		}
		return o, c || a2
	}
	return o, false
}

// diverted: the call has been handed over, to the leg or, for 0, to a queue.
func diverted(v Situation, e telephony.Event) []Outcome {
	nothing := same("OP-5", v)
	mine := v.InFlight == interaction.Transfer && !v.Asked
	answers := mine && e.Op == v.Operation
	switch {
	case (v.Stage == Consulting || v.Stage == Conference) && e.Leg == v.Agent2.Party:
		if answers {
			return []Outcome{passed(v, "TRF-8")}
		}
		return []Outcome{nothing, passed(v, "TRF-8")}
	case v.Stage == Plain && mine && !v.Offered.here() && v.Past.Blind == Yes:
		return either(!answers, nothing, []Outcome{targetLost(v)})
	case v.Stage == Plain && mine && !v.Offered.here() && v.Past.Blind == CannotTell && e.Leg == 0:
		return either(!answers, nothing, append(left(v, "TRF-7", interaction.NoAction), targetLost(v)))
	case v.Stage == Plain && mine && e.Leg == v.Offered.Party:
		return either(!answers, nothing, left(v, "TRF-7", interaction.NoAction))
	case (v.Stage == Waiting || v.Stage == Offering) && mine && e.Leg == v.Offered.Party:
		// D10: its agent has left already.
		v.InFlight = interaction.NoAction
		o := same("TRF-7", v)
		if v.Offered.Phone == telephony.LegUp {
			o = takenOver(v)
		}
		all := []Outcome{o}
		if !v.Offered.here() && v.Past.Blind.maybe(true) {
			all = append(all, targetLost(v))
		}
		return either(!answers, nothing, all)
	case mine:
		return []Outcome{nothing, targetLost(v)}
	}
	return []Outcome{nothing}
}

// targetLost: TRF-5. The transfer is done, and its target has already gone.
func targetLost(v Situation) Outcome {
	o := over("TRF-5", v, interaction.WasDropped)
	if v.Policy.ReturnUnaccepted {
		o = left(v, "TRF-5", interaction.NoAction)[0]
		return o
	}
	o.fate(v.Agent1, interaction.WrapUpDue)
	return o
}

func either(also bool, nothing Outcome, all []Outcome) []Outcome {
	if also {
		return append(all, nothing)
	}
	return all
}

// recorded: REC-6, the indicator shows what is so.
func recorded(v Situation, e telephony.Event) []Outcome {
	o := same("REC-6", v)
	if !v.Agent1.here() {
		return []Outcome{o}
	}
	answers := v.RecordingOperation != 0 && e.Op == v.RecordingOperation
	o.After.Recording = e.Recording
	done := o
	done.After.Recorder = false
	if answers && e.Recording != v.Recording {
		return []Outcome{done}
	}
	return []Outcome{same("OP-5", v), o, done}
}

// failed: the switch refused. CON-14: a consult that it refused never began,
// and whether somebody rings whom a queue has found does not answer the
// consultation call (OP-5: only what was answered is answered once).
func failed(v Situation, e telephony.Event) []Outcome {
	if v.Stage == Requested && e.Op != 0 && v.Past.Search.maybe(true) {
		switch {
		case v.Past.Commanded == nil:
			return append(failedOrder(v, e), consultRefused(v)...)
		case v.Past.Consult == e.Op:
			return consultRefused(v)
		}
	}
	return failedOrder(v, e)
}

// failedOrder: all is as it was (OP-8: only wishes can fail), but for who was
// to be rung.
func failedOrder(v Situation, e telephony.Event) []Outcome {
	nothing := []Outcome{same("OP-5", v)}
	if e.Op != 0 && e.Op == v.Operation {
		return wishFailed(v, "TRF-9", interaction.OperationFailed, interaction.WasRefused)
	}
	if e.Op != 0 && e.Op == v.RecordingOperation {
		return recorderFailed(v, interaction.OperationFailed)
	}
	verb, known := v.Past.Commanded[e.Op]
	if verb == telephony.Answer && v.Offered.Party == e.Leg && v.Offered.Phone == telephony.LegAlerting {
		if v.Past.Answering == Yes {
			nothing[0].tell(v.Offered, interaction.OperationFailed) // D11
		}
		nothing[0].May = []Told{{v.Offered.Party, interaction.OperationFailed}}
		return nothing
	}
	dial := verb == telephony.Dial || verb == telephony.ConsultationCall || verb == telephony.SingleStep
	who := v.person(e.Leg)
	searches := who != nil && v.Stage == Requested && who.Party == v.Offered.Party && who.Phone == telephony.LegGone
	if known && !dial || who == nil || who.Phone != telephony.LegDialled && !searches {
		if !known {
			nothing[0].May = append(nothing[0].May, Told{v.Offered.Party, interaction.OperationFailed}) // an Answer, perhaps
		}
		return nothing // OP-5: not a dialling, or one that is answered already
	}
	var all []Outcome
	switch {
	case who.Party == v.Customer.Party:
		all = customerGone(v)
	case v.Stage == Requested && verb != telephony.Dial:
		all = append(consultRefused(v), unanswered(v, "CON-13")...)
		if verb == telephony.ConsultationCall {
			all = consultRefused(v)
		}
	default:
		all = offeredGone(v, e.Cause)
	}
	// OP-5: what names no order is no repeated answer to one, and a fact about
	// a leg that is here is not ignored.
	return either(!known && e.Op != 0, nothing[0], all)
}

// consultRefused: CON-14's last sentence. It never began: the customer is as
// before the request. The rules leave open whether an agent who was to be rung
// has failed (CON-13: the device fails) or was never asked.
func consultRefused(v Situation) []Outcome {
	var all []Outcome
	for _, held := range []bool{true, false} {
		for _, how := range []interaction.AgentEventKind{interaction.Missed, interaction.Released} {
			if v.Past.HeldBefore.maybe(held) {
				w := v
				w.Customer.Held = held
				all = append(all, dropped(w, consultFailed(w, "CON-14", how))...)
			}
		}
	}
	return all
}

// wishFailed: what is in flight is over and came to nothing: refused (TRF-9),
// or unknown (OP-4).
func wishFailed(v Situation, id rule.ID, told interaction.NoticeKind, how interaction.Ending) []Outcome {
	if !v.Agent1.here() {
		// PAR-17: its agent has left, and nobody else of the centre is there.
		o := over("PAR-17", v, how)
		o.fate(v.Offered, interaction.Released)
		if v.Offered.Outsider && v.Offered.Phone == telephony.LegUp {
			return []Outcome{o, over("PAR-17", v, interaction.HandedOver)}
		}
		return []Outcome{o}
	}
	o := same(id, v)
	o.After.InFlight, o.After.Asked = interaction.NoAction, false
	if v.Stage == Plain {
		o.fate(v.Offered, interaction.Released)
		o.After.Offered = Person{}
	}
	o.tell(v.Agent1, told)
	return []Outcome{o}
}
