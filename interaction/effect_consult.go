package interaction

import "github.com/seed-6cc70c2f/callcontrol/telephony"

// What happens around a consult and a conference: CON, PAR, CNF.

// consult puts the customer on hold and rings the target, in one command
// (CON-8, HLD-5). It is no wish: it begins at once, and only a refusal of the
// switch makes as if it had never been (CON-14).
func (t *step) consult() {
	kind := t.req.To.Kind()
	l, by := legDialled, t.s.pol.consult
	switch {
	case routed(kind):
		l = legWaited
	case outside(kind):
		by = t.s.pol.outsider
	}
	i := t.join(Offered, l, kind)
	t.s.flags &^= flagCustomerHeard
	if t.s.talks(0) {
		t.s.flags |= flagCustomerHeard
	}
	t.s.phase, t.s.talk, t.s.ringBy = Requested, 0, t.after(by)
	t.s.p[i].op = t.command(telephony.Command{Verb: telephony.ConsultationCall, Leg: t.s.p[i].id, To: t.req.To.Endpoint()})
	if kind == telephony.Agent {
		t.tellAgent(i, Reserved, telephony.NoCause)
	}
	if l == legWaited {
		t.out.Want = Want{Reason: ForConsult, To: t.req.To}
	}
}

// offerConsult: the queue has found an agent for the consult (CON-24).
func (t *step) offerConsult() {
	i := t.s.find(Offered)
	t.s.p[i].leg, t.s.p[i].since = legDialled, t.now
	t.s.ringBy = t.after(t.s.pol.consult)
	t.tellAgent(i, Reserved, telephony.NoCause)
	t.command(telephony.Command{Verb: telephony.Dial, Leg: t.s.p[i].id, To: t.req.To.Endpoint()})
}

// queueGivesUp: nobody accepted there (CON-24).
func (t *step) queueGivesUp() {
	t.clear(t.s.find(Offered))
	t.consultFailed(t.s.find(Offered), Released, telephony.NoAnswer)
}

// takeBack is End Consult before acceptance: Agent 2 is as before, the
// customer too (CON-23).
func (t *step) takeBack() {
	i := t.s.find(Offered)
	t.clear(i)
	t.leave(i, Released, telephony.Cancelled)
	t.plain()
	t.arrange() // whether the consult had begun at the switch or not
}

// plain: no consult any more; a call between the owner and the customer.
func (t *step) plain() {
	t.s.phase, t.s.ringBy = Talking, 0
	t.s.flags &^= flagCustomerHeard
}

// consultAccepted: Agent 2 talks with the owner, unless the customer has been
// resumed, or is being resumed: nobody is put on hold by another's answer
// (CON-12). Exactly one of the two is on hold from now on (HLD-6).
func (t *step) consultAccepted() {
	p := &t.s.p[t.slot]
	p.role, p.leg, p.op = Consulted, legUp, 0
	t.s.phase, t.s.ringBy = Consulting, 0
	t.s.flags &^= flagCustomerHeard
	resumed := t.s.talks(0) && t.s.wish != wishHold || t.s.wish == wishResume
	if resumed {
		t.s.talk = 1
	} else {
		t.s.talk = 1 << t.slot
	}
	t.settle()
	t.tellAgent(t.slot, Engaged, telephony.NoCause)
	t.arrange()
}

func (t *step) consultGone() {
	if t.s.p[t.slot].leg == legWaited { // the queue or number itself is not to be had (CON-22)
		t.consultFailed(t.slot, Released, t.why(telephony.NotConfigured))
		return
	}
	t.missed(t.slot, t.why(telephony.Declined), false)
}

func (t *step) consultTimedOut() {
	i := t.s.find(Offered)
	if t.s.p[i].leg == legWaited {
		t.queueGivesUp()
		return
	}
	t.missed(i, telephony.NoAnswer, true)
}

// consultMissed: who was rung did not accept. In a queue the next one's turn
// has come (CON-24); else the consult has failed (CON-13).
func (t *step) consultMissed(slot int, why telephony.Cause) {
	came, op := t.s.p[slot].came, t.s.p[slot].op
	if !routed(came) {
		t.consultFailed(slot, Missed, why)
		return
	}
	t.leave(slot, Missed, why)
	t.s.p[t.join(Offered, legWaited, came)].op = op
	t.s.ringBy = t.after(t.s.pol.consult)
	t.out.Want = Want{Reason: ConsultAgain}
}

// consultFailed: the customer stays as he is, on hold unless resumed (CON-14).
func (t *step) consultFailed(slot int, how AgentEventKind, why telephony.Cause) {
	about := t.s.p[slot].id
	t.leave(slot, how, why)
	t.plain()
	t.arrange() // whether the consult had begun at the switch or not
	t.notifyOwner(Notice{Kind: ConsultFailed, About: about, Cause: why})
}

// consultRefused: the switch would not even begin. The customer is as before
// the request (CON-14), and whom the queue has found meanwhile is let go.
func (t *step) consultRefused() {
	p := &t.s.p[t.slot]
	found := routed(p.came) && p.is(partyAgent)
	switch {
	case found && t.ev.Op == p.op: // the queue itself; whom it has found is let go
		t.clear(t.slot)
	case p.leg == legAnswering:
		t.offerNotRung()
		return
	case found: // the queue's agent could not be rung: the next one
		t.consultMissed(t.slot, t.why(telephony.DeviceFailure))
		if t.ev.Op == 0 { // it may have been the hold that was refused
			t.arrange()
		}
		return
	}
	if t.s.flags&flagCustomerHeard != 0 {
		t.s.talk |= 1
	}
	t.consultFailed(t.slot, Released, t.why(telephony.Refused))
}

// endConsult is End Consult of an accepted consult: Agent 2 leaves without a
// wrap-up, the customer stays as he is, and the optional dialog opens (CON-16).
// A policy can end the call instead (D2).
func (t *step) endConsult() {
	if t.s.pol.has(flagEndConsultEndsCall) {
		t.endAll(ByAgent, telephony.HungUp, true)
		return
	}
	i := t.s.find(Consulted)
	dropped := t.s.wish != noWish
	t.dropWish()
	t.clear(i)
	t.notify(i, Notice{Kind: ContactEnded, Cause: telephony.Cancelled})
	t.leave(i, Released, telephony.Cancelled)
	t.plain()
	t.tellAgent(t.s.find(Owner), ConsultWrapUp, telephony.NoCause)
	if dropped {
		t.arrange()
	}
}

// exit: Agent 2 leaves, and the owner goes on with the customer, who is off
// hold (CON-15, CNF-3).
func (t *step) exit() {
	id := t.s.p[t.slot].id
	t.consultedLeaves(telephony.HungUp)
	t.command(telephony.Command{Verb: telephony.Reconnect, Leg: id, Talk: t.s.legs(1)})
}

// consultedGone is the same by his phone; the cause is told (CON-15).
func (t *step) consultedGone() {
	why := t.ev.Cause
	if why == telephony.NoCause {
		why = telephony.HungUp
	}
	t.consultedLeaves(why)
	t.arrange()
}

// consultedLeaves: the owner goes on with the customer, who is off hold. A
// conference or a transfer that was asked for has nobody to go to.
func (t *step) consultedLeaves(why telephony.Cause) {
	failed := t.s.wish
	t.dropWish()
	id := t.s.p[t.slot].id
	t.leave(t.slot, Released, why)
	t.plain()
	t.s.talk = 1
	t.notifyOwner(Notice{Kind: ConsultLeft, About: id, Cause: why})
	if failed != noWish && !failed.swaps() {
		t.notifyOwner(Notice{Kind: OperationFailed, Action: wishActions[failed], About: id, Cause: why})
	}
}

// conference joins all three; nobody is on hold (CNF-1).
func (t *step) conference() {
	all := uint8(1 | 1<<t.s.find(Consulted))
	t.begin(wishConference, all, telephony.Command{Verb: telephony.Conference, Talk: t.s.legs(all)})
}

// customerHungUp ends the interaction, whatever was in flight (PAR-1, PAR-16,
// CNF-6). A ring is cancelled with it: before anybody has answered, the card is
// withdrawn and the agent is as before (ANS-5).
func (t *step) customerHungUp() {
	if t.s.flags&flagOnceAccepted == 0 {
		t.endAll(WasAbandoned, telephony.Abandoned, true)
		return
	}
	t.endAll(ByCustomer, telephony.HungUp, true)
}

// end is the owner's End (END-1, CNF-4).
func (t *step) end() { t.endAll(ByAgent, telephony.HungUp, true) }

// ownerEndsAll: his phone hangs up, everybody leaves (PAR-17).
func (t *step) ownerEndsAll() { t.endAll(ByAgent, t.why(telephony.HungUp), true) }

// ownerLeftConsult: his hang-up ends everything (PAR-17), unless he had a
// transfer or a conference in flight: then Agent 2 has the customer, whatever
// comes of it (D10).
func (t *step) ownerLeftConsult() {
	switch t.s.wish {
	case wishTransfer, wishAsk, wishConference:
		if i := t.s.find(Consulted); t.s.p[i].is(partyExternal) {
			t.leaveToOutsider(i)
		} else {
			t.handTo(i)
		}
	default:
		t.ownerEndsAll()
	}
}

// ownerLeftConference: the customer has somebody to talk to (CNF-5).
func (t *step) ownerLeftConference() { t.handTo(t.s.find(Consulted)) }
