package interaction

import "github.com/seed-6cc70c2f/callcontrol/telephony"

// What happens in a transfer: TRF, PAR-10, CNF-4.

// send asks the switch for a blind transfer (TRF-7). The wrap-up dialog opens
// at once; the agent leaves when the switch confirms (TRF-9). Who is rung is a
// party already, for his phone may ring before the confirmation comes.
func (t *step) send() {
	kind, slot, id := t.req.To.Kind(), 0, Party(0)
	if !routed(kind) {
		slot = t.join(Offered, legDialled, kind)
		id = t.s.p[slot].id
		by := t.s.pol.answer
		if outside(kind) {
			by = t.s.pol.outsider
		}
		t.s.ringBy = t.after(by)
	}
	t.s.via = kind
	t.begin(wishSend, uint8(slot), telephony.Command{Verb: telephony.SingleStep, Leg: id, To: t.req.To.Endpoint()})
	t.tellAgent(t.slot, WrapUpOpened, telephony.NoCause)
	if kind == telephony.Agent {
		t.tellAgent(slot, Reserved, telephony.NoCause)
	}
}

// sent: the switch has handed the call over (TRF-7, TRF-9).
func (t *step) sent() {
	if !t.confirmsSend() {
		t.out.Ignored = "OP-5"
		return
	}
	t.ownerGives()
	t.settle()
	t.whereSent()
}

// confirmsSend: the call was handed to whom the wish in flight names, not by
// an earlier one that was given up. A target who has left is not looked at.
func (t *step) confirmsSend() bool {
	if t.s.wish != wishSend {
		return false
	}
	i := t.s.find(Offered)
	if i < 0 && !routed(t.s.via) {
		return t.ev.Op == 0 || t.ev.Op == t.s.op
	}
	return routed(t.s.via) && t.ev.Leg == 0 || i >= 0 && t.ev.Leg == t.s.p[i].id
}

// ownerGives: the owner's part ends. He wraps up (END-7), and a pause of the
// recording with him (REC-6).
func (t *step) ownerGives() {
	t.leave(t.s.find(Owner), WrapUpDue, telephony.Transferred)
	t.s.talk = 0
	t.endRecording()
}

// whereSent: the customer is with whom the blind transfer went to.
func (t *step) whereSent() {
	i := t.s.find(Offered)
	switch {
	case routed(t.s.via):
		t.backToQueue(HandedOn)
	case i < 0: // he has declined already
		t.unaccepted(telephony.Declined)
	case t.s.p[i].leg == legDialled:
		t.s.phase = Connecting
	case t.s.p[i].leg != legUp:
		t.s.phase = Ringing
	case t.s.p[i].is(partyExternal):
		t.handedOver()
	default:
		t.acceptedBy(i)
	}
}

// unaccepted: nobody took a blind transfer. The call is dropped, or returned
// by policy (TRF-5, D8).
func (t *step) unaccepted(why telephony.Cause) {
	if t.s.pol.has(flagReturn) {
		t.settle()
		t.backToQueue(Returned)
		return
	}
	t.endAll(WasDropped, why, true)
}

// handedOver: somebody outside has the customer, the centre's part ends
// (TRF-8, CNF-5). The customer and he go on without us: nothing is cleared.
func (t *step) handedOver() {
	t.endAll(HandedOver, telephony.Transferred, false)
}

// leaveToOutsider: the owner has hung up while the call was being handed to
// somebody outside. No agent is left, so the switch's answer decides: it has
// been done, and the centre's part ends, or the call does (PAR-17).
func (t *step) leaveToOutsider(slot int) {
	op, opBy := t.s.op, t.s.opBy
	t.leave(t.s.find(Owner), WrapUpDue, telephony.Transferred)
	t.s.talk = 0
	t.endRecording()
	p := &t.s.p[slot]
	p.role = Offered
	t.s.phase, t.s.via = Ringing, p.came
	t.s.wish, t.s.wishFor, t.s.op, t.s.opBy = wishSend, uint8(slot), op, opBy
}

// arrangedOutside: a conference that was in flight has come about without its
// owner: customer and outsider talk (PAR-17, CNF-5).
func (t *step) arrangedOutside() {
	i := t.s.find(Offered)
	if t.s.wish == wishSend && t.s.p[i].leg == legUp && t.talkers()&(1|1<<i) == 1|1<<i {
		t.handedOver()
		return
	}
	t.out.Ignored = "OP-5"
}

// sentAlready confirms a blind transfer whose agent has hung up meanwhile
// (PAR-17).
func (t *step) sentAlready() {
	if !t.confirmsSend() {
		t.out.Ignored = "OP-5"
		return
	}
	t.settle()
	i := t.s.find(Offered)
	switch {
	case t.s.phase == Waiting:
		t.backToQueue(HandedOn)
	case i >= 0 && t.s.p[i].leg == legUp:
		t.handedOver()
	}
}

// sendLost: he hung up, and the switch refused the transfer or never said. The
// customer is with nobody: the call ends (PAR-17).
func (t *step) sendLost() {
	how, why := WasRefused, t.why(telephony.Refused)
	if t.ev.Kind == telephony.NoEvent {
		how, why = EndedUncertain, telephony.Unknown
	}
	t.endAll(how, why, true)
}

// targetAnswersEarly: the target is on the line before the switch has
// confirmed. It is recorded, and decides when the confirmation comes.
func (t *step) targetAnswersEarly() {
	if t.s.p[t.slot].leg == legUp {
		t.out.Ignored = "OP-5"
		return
	}
	t.s.p[t.slot].leg, t.s.ringBy = legUp, 0
}

// targetGoneEarly: the target has declined before the confirmation. Whether
// the customer was handed over nevertheless, the switch will say.
func (t *step) targetGoneEarly() {
	if t.ev.Kind == telephony.Failed && t.s.p[t.slot].leg == legAnswering {
		t.offerNotRung()
		return
	}
	t.s.ringBy = 0
	t.leave(t.slot, Missed, t.why(telephony.Declined))
}

// declineEarly is the same by his button (ANS-6).
func (t *step) declineEarly() {
	t.clear(t.slot)
	t.s.ringBy = 0
	t.leave(t.slot, Missed, telephony.Declined)
}

func (t *step) targetTimedOut() {
	t.s.ringBy = 0
	i := t.s.find(Offered)
	t.clear(i)
	t.leave(i, Missed, telephony.NoAnswer)
}

// transfer hands the call to the consulted party, who is talking already
// (TRF-8). From a consult the policy may want his word first; an outsider and
// a conference need none (CNF-4).
func (t *step) transfer() {
	i := t.s.find(Consulted)
	if t.s.phase == Consulting && t.s.pol.has(flagAsk) && !t.s.p[i].is(partyExternal) {
		t.s.unsure = noWish
		t.s.wish, t.s.wishFor, t.s.opBy = wishAsk, uint8(i), t.after(t.s.pol.acceptance)
		t.notify(i, Notice{Kind: TransferAsked, About: t.s.p[t.slot].id})
	} else {
		t.begin(wishTransfer, uint8(i), t.transferTo(i))
	}
	t.tellAgent(t.slot, WrapUpOpened, telephony.NoCause)
}

func (t *step) transferTo(slot int) telephony.Command {
	return telephony.Command{Verb: telephony.Transfer, Leg: t.s.p[slot].id}
}

func (t *step) acceptTransfer() { t.begin(wishTransfer, uint8(t.slot), t.transferTo(t.slot)) }

func (t *step) declineTransfer() { t.transferNotAccepted(telephony.Declined) }

// transferNotAccepted: nothing moves, the consult goes on, Agent 1 is told
// (TRF-8).
func (t *step) transferNotAccepted(why telephony.Cause) {
	t.notifyOwner(Notice{Kind: TransferDeclined, About: t.s.idOf(Consulted), Cause: why})
	t.dropWish()
}

// transferred: the switch has handed the call to the consulted party. A late
// one is adopted only if that very party is still there (OP-5).
func (t *step) transferred() {
	i := t.s.find(Consulted)
	if t.ev.Leg != t.s.p[i].id {
		t.out.Ignored = "OP-5"
		return
	}
	t.handTo(i)
}

// handTo makes the consulted party the owner: nobody is on hold afterwards
// (TRF-8), Agent 1 wraps up, the recording stays as it is (REC-6).
func (t *step) handTo(slot int) {
	t.settle()
	if t.s.p[slot].is(partyExternal) {
		t.handedOver()
		return
	}
	t.leave(t.s.find(Owner), WrapUpDue, telephony.Transferred)
	p := &t.s.p[slot]
	p.role, p.since, p.came = Owner, t.now, telephony.Agent
	t.plain()
	t.s.talk = 1
	t.tellAgent(slot, OwnerNow, telephony.NoCause)
	t.arrange()
}

// ownerHungUp on a plain call ends it, unless he had a blind transfer in
// flight: then he leaves at once, and its outcome decides (PAR-17).
func (t *step) ownerHungUp() {
	if t.s.wish != wishSend {
		t.endAll(ByAgent, t.why(telephony.HungUp), true)
		return
	}
	op, opBy := t.s.op, t.s.opBy
	t.ownerGives()
	i := t.s.find(Offered)
	switch {
	case routed(t.s.via): // nobody is asked for it before the switch has confirmed
		t.s.phase = Waiting
	case i < 0 || t.s.p[i].leg == legUp:
		t.settle()
		t.whereSent()
		return
	case t.s.p[i].leg == legDialled:
		t.s.phase = Connecting
	default:
		t.s.phase = Ringing
	}
	t.s.op, t.s.opBy = op, opBy
}
