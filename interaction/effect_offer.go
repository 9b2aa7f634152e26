package interaction

import "github.com/seed-6cc70c2f/callcontrol/telephony"

// What happens from the offer to the answer: ANS, CBK, OUT.

// offer assigns the waiting contact to an agent. What needs no phone is a
// contact request at once (ANS-1).
func (t *step) offer() {
	l, next := legDialled, Connecting
	switch {
	case t.s.kind == Preview && t.s.p[0].leg == legNone:
		l, next = legWaited, Ringing
	case !t.s.kind.Voice():
		l, next = legAlerting, Ringing
	}
	i := t.join(Offered, l, telephony.Agent)
	t.s.phase, t.s.via, t.s.ringBy = next, telephony.NoEndpoint, t.after(t.s.pol.answer)
	t.tellAgent(i, Reserved, telephony.NoCause)
	if l == legDialled {
		t.command(telephony.Command{Verb: telephony.Dial, Leg: t.s.p[i].id, To: t.req.To.Endpoint()})
	}
}

// refuse: the router has nobody for the contact, nor will have.
func (t *step) refuse() { t.endAll(WasRefused, telephony.Refused, true) }

// accept answers for the agent where no desk phone does. A preview contact is
// dialled, his own phone first (OUT-3).
func (t *step) accept() {
	p := &t.s.p[t.slot]
	if t.s.previewOffer(t.slot) {
		p.leg, t.s.phase = legDialled, Calling
		t.s.ringBy = t.after(t.s.pol.answer)
		t.command(telephony.Command{Verb: telephony.Dial, Leg: p.id, To: t.req.To.Endpoint()})
		return
	}
	p.leg = legAnswering
	t.command(telephony.Command{Verb: telephony.Answer, Leg: p.id})
}

// decline is as not answered, with the cause declined (ANS-6).
func (t *step) decline() { t.missed(t.slot, telephony.Declined, true) }

// skip gives a preview contact back to its campaign: no RONA (OUT-3).
func (t *step) skip() {
	t.leave(t.slot, Released, telephony.Cancelled)
	t.backToQueue(Returned)
}

func (t *step) remove() { t.endAll(WasRemoved, telephony.Cancelled, false) }

// cancel gives the callback or the outdial up for good. A callback owes a
// wrap-up (CBK-4), an outdial when the policy says so (OUT-2).
func (t *step) cancel() { t.giveUp(WasCancelled, telephony.Cancelled) }

func (t *step) giveUp(how Ending, why telephony.Cause) {
	i := t.s.find(Offered)
	owes := WrapUpDue
	if !t.s.kind.Callback() && t.s.pol.has(flagNoWrapUp) {
		owes = Released
	}
	t.leave(i, owes, why)
	t.endAll(how, why, true)
}

// rings: the offer has reached the phone; it is a contact request now (ANS-1).
func (t *step) rings() {
	t.s.p[t.slot].leg = legAlerting
	t.s.phase = Ringing
}

// ringsAlready records an alerting that says no more than that: a fact about a
// leg that is here is never early (OP-5).
func (t *step) ringsAlready() {
	if p := &t.s.p[t.slot]; p.leg == legDialled {
		p.leg = legAlerting
		return
	}
	t.out.Ignored = "OP-5"
}

// offerAnswered: the agent is on the line (ANS-4). On a callback the customer
// is dialled now (CBK-8); an outsider has the call, and the centre's part ends.
func (t *step) offerAnswered() {
	p := &t.s.p[t.slot]
	if p.leg == legUp { // an outsider who was consulted before, and is waited for (PAR-17)
		t.out.Ignored = "OP-5"
		return
	}
	p.leg = legUp
	switch {
	case p.is(partyExternal):
		t.handedOver()
	case t.s.kind.Callback() && t.s.p[0].leg == legNone:
		t.dialCustomer()
	default:
		t.acceptedBy(t.slot)
	}
}

// ownPhoneAnswered: the agent's phone is up, the number is next (OUT-1).
func (t *step) ownPhoneAnswered() {
	if t.s.p[t.slot].leg == legUp {
		t.out.Ignored = "OP-5"
		return
	}
	t.s.p[t.slot].leg = legUp
	t.dialCustomer()
}

func (t *step) dialCustomer() {
	t.s.p[0] = party{since: t.now, id: t.nextParty(), role: Customer, leg: legDialled, came: telephony.Customer}
	t.s.phase, t.s.ringBy = Calling, t.after(t.s.pol.outsider)
	t.command(telephony.Command{Verb: telephony.Dial, Leg: t.s.p[0].id, To: telephony.Endpoint{Kind: telephony.Customer}})
}

func (t *step) customerAnswered() {
	t.s.p[0].leg = legUp
	t.acceptedBy(t.s.find(Offered))
}

// acceptedBy makes the offered agent the owner: he and the customer talk, the
// talk timer starts (ANS-4), noise removal is as the policy says (NR-2), and
// the recording starts by itself (REC-1).
func (t *step) acceptedBy(slot int) {
	p := &t.s.p[slot]
	p.role, p.leg, p.since = Owner, legUp, t.now
	t.s.phase, t.s.talk = Talking, 1
	t.s.flags |= flagOnceAccepted
	t.s.ringBy, t.s.via = 0, telephony.NoEndpoint
	t.settle()
	t.tellAgent(slot, Engaged, telephony.NoCause)
	t.tellAgent(slot, OwnerNow, telephony.NoCause)
	if !t.s.kind.Voice() {
		return
	}
	t.arrange()
	if t.s.pol.caps.Has(telephony.CanReduceNoise) {
		t.command(telephony.Command{Verb: telephony.SetNoiseReduction, On: !t.s.pol.has(flagKeepNoise)})
	}
	if t.s.pol.has(flagRecording) && t.s.pol.caps.Has(telephony.CanRecord) {
		t.startRecording()
	}
}

func (t *step) offerGone() { t.missed(t.slot, t.why(telephony.Declined), false) }

// offerNotRung: the switch would not ring his phone. An answer that it would
// not give leaves the offer ringing.
func (t *step) offerNotRung() {
	if p := &t.s.p[t.slot]; p.leg == legAnswering {
		p.leg = legAlerting
		t.notify(t.slot, Notice{Kind: OperationFailed, Action: Accept, Cause: t.why(telephony.Refused)})
		return
	}
	t.missed(t.slot, t.why(telephony.DeviceFailure), false)
}

func (t *step) offerTimedOut() { t.missed(t.slot, telephony.NoAnswer, t.s.p[t.slot].leg != legWaited) }

// missed: the offer was not accepted. A customer's contact returns to its
// queue (ANS-2), a blind transfer is dropped (TRF-5); in a consult the consult
// fails (CON-14). ring says that the leg may still ring and has to be cleared.
func (t *step) missed(slot int, why telephony.Cause, ring bool) {
	if ring {
		t.clear(slot)
	}
	if t.s.phase == Requested {
		t.consultMissed(slot, why)
		return
	}
	t.leave(slot, Missed, why)
	if t.s.via != telephony.NoEndpoint {
		t.unaccepted(why)
		return
	}
	t.backToQueue(Returned)
}

// backToQueue: the contact waits for an agent again.
func (t *step) backToQueue(why WantReason) {
	t.s.phase, t.s.talk, t.s.ringBy, t.s.via = Waiting, 0, 0, telephony.NoEndpoint
	t.endRecording()
	t.out.Want = Want{Reason: why}
}

// notReached: a callback returns to its queue and the agent is free again
// (CBK-6); an outdial is over (OUT-2). He is told why.
func (t *step) notReached() {
	why := t.why(telephony.NoAnswer)
	if t.ev.Cause == telephony.HungUp { // while it rang: he refused
		why = telephony.Declined
	}
	i := t.s.find(Offered)
	t.notify(i, Notice{Kind: NotReached, Cause: why})
	if !t.s.kind.Callback() {
		t.giveUp(WasNotReached, why)
		return
	}
	t.clear(i)
	t.leave(i, Released, why)
	t.s.p[0] = party{role: Customer}
	t.backToQueue(Returned)
}

// ownPhoneGone: the agent hangs up before the customer has answered. On a
// callback as Cancel where that is permitted, else the call returns and he is
// RONA (CBK-8); on an outdial it is Cancel once he was on the line, and nothing
// but told before (OUT-1).
func (t *step) ownPhoneGone() {
	why := t.why(telephony.Declined)
	switch {
	case t.s.cancellableCallback():
		t.cancel()
	case t.s.kind.Callback():
		t.leave(t.slot, Missed, telephony.Declined)
		t.command(telephony.Command{Verb: telephony.ClearCall})
		t.s.p[0] = party{role: Customer}
		t.backToQueue(Returned)
	case t.s.p[t.slot].leg == legUp:
		t.cancel()
	default:
		t.phoneNotAnswered(why)
	}
}

func (t *step) ownPhoneNotRung() {
	if t.s.p[t.slot].leg == legAnswering {
		t.offerNotRung()
		return
	}
	t.phoneNotAnswered(t.why(telephony.DeviceFailure))
}

// phoneNotAnswered: cancelled and told, no RONA and no wrap-up (OUT-1).
func (t *step) phoneNotAnswered(why telephony.Cause) {
	i := t.s.find(Offered)
	t.notify(i, Notice{Kind: PhoneNotAnswered, Cause: why})
	t.leave(i, Released, why)
	t.endAll(WasCancelled, why, true)
}

// callTimedOut: either his own phone or the customer has not answered.
func (t *step) callTimedOut() {
	if t.s.p[t.s.find(Offered)].leg != legUp {
		t.phoneNotAnswered(telephony.NoAnswer)
		return
	}
	t.clear(0)
	t.ev = telephony.Event{Cause: telephony.NoAnswer}
	t.notReached()
}

// why is the cause that the fact names, or else the usual one.
func (t *step) why(usual telephony.Cause) telephony.Cause {
	if c := t.ev.Cause; c != telephony.NoCause && c != telephony.HungUp {
		return c
	}
	return usual
}
