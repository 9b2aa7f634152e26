package interaction

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// step is one step under way: the state that is becoming the next one, and
// what brought it about. Effects are its methods; they fill its Output and
// perform nothing.
type step struct {
	s    State
	now  int64
	slot int             // who asks, or whom the fact is about; -1 for nobody
	req  Request         // for requests
	ev   telephony.Event // for facts: what hear takes of one
	out  *Output
}

// start makes a step from s in the caller's Output. Fields are set one by one,
// and only those that effects read: composing a whole step and copying it costs
// more than most effects.
func (o *Output) start(s *State, now time.Time, slot int) *step {
	t := &o.step
	t.s, t.now, t.slot, t.out = *s, now.UnixNano(), slot, o
	return t
}

// ask gives the step its request, and takes the last fact away.
func (t *step) ask(r *Request) {
	t.req = *r
	t.hear(telephony.NoEvent, 0, 0, telephony.Legs{}, telephony.NoCause, telephony.NotRecording)
}

// hear gives the step its fact: what effects read of one. Call, device and
// contact are the host's matter.
func (t *step) hear(k telephony.EventKind, op telephony.Op, l telephony.Leg, talk telephony.Legs, why telephony.Cause, r telephony.Recording) {
	t.ev.Kind, t.ev.Op, t.ev.Leg, t.ev.Talk, t.ev.Cause, t.ev.Recording = k, op, l, talk, why, r
}

// command gives the switch an order under the next operation number.
func (t *step) command(c telephony.Command) telephony.Op {
	if t.s.nOp++; t.s.nOp == 0 { // numbers come round after 65535 commands
		t.s.nOp = 1
	}
	c.Op = t.s.nOp
	if c.Verb.Media() || c.Verb == telephony.Transfer || c.Verb == telephony.SingleStep {
		c.Owner = t.s.idOf(Owner)
	}
	t.out.Commands = append(t.out.Commands, c)
	return c.Op
}

// arrange commands the present arrangement: after a consequence, and where a
// wish was dropped or never answered, so that a late success cannot stand by
// accident (OP-4, OP-8).
func (t *step) arrange() {
	t.command(telephony.Command{Verb: telephony.Arrange, Talk: t.s.legs(t.s.talk)})
}

// clear ends a leg; a leaving is commanded until the switch has answered
// (OP-8).
func (t *step) clear(slot int) {
	if t.s.p[slot].leg != legUp { // an answer may be on its way (CON-23)
		t.s.tookBack = t.s.p[slot].id
	}
	t.command(telephony.Command{Verb: telephony.Clear, Leg: t.s.p[slot].id})
}

// begin puts a wish in flight (OP-1). A wish for an arrangement or for a
// party is remembered with it.
func (t *step) begin(w wish, wishFor uint8, c telephony.Command) {
	t.s.op = t.command(c)
	t.s.wish, t.s.wishFor, t.s.unsure = w, wishFor, noWish
	t.s.opBy = t.after(t.s.pol.operation)
}

// settle ends the wish in flight, however it ended.
func (t *step) settle() {
	t.s.wish, t.s.wishFor, t.s.op, t.s.opBy = noWish, 0, 0, 0
}

// dropWish ends a wish that something stronger has overtaken. What it asked
// for may still come about at the switch, so the caller commands the present
// arrangement. A transfer's dialog closes with it (TRF-9), unless its agent
// leaves anyway.
func (t *step) dropWish() {
	w := t.s.wish
	if w == noWish {
		return
	}
	if w == wishTransfer || w == wishAsk || w == wishSend {
		t.tellAgent(t.s.find(Owner), WrapUpWithdrawn, telephony.NoCause)
	}
	t.settle()
}

func (t *step) after(seconds uint16) int64 {
	return t.now + int64(seconds)*int64(time.Second)
}

// join gives somebody the next number and a free slot; -1 when there is none,
// which no row allows to happen.
func (t *step) join(r Role, l leg, came telephony.EndpointKind) int {
	for i := 1; i < nSlots; i++ {
		if t.s.p[i].role != Nobody {
			continue
		}
		id := t.nextParty()
		var flags uint8
		if outside(came) {
			flags = partyExternal
		}
		t.s.p[i] = party{since: t.now, id: id, role: r, leg: l, came: came, flags: flags}
		return i
	}
	return -1
}

func (t *step) nextParty() Party {
	for t.s.nParty++; t.s.nParty == 0 || t.s.slotOf(t.s.nParty) >= 0; t.s.nParty++ {
	}
	return t.s.nParty
}

// leave takes a party out. An agent who has been told of his part is told how
// it ended, exactly once (OP-9).
func (t *step) leave(slot int, how AgentEventKind, why telephony.Cause) {
	t.tellAgent(slot, how, why)
	t.s.p[slot] = party{}
	t.s.talk &^= 1 << slot
}

// tellAgent reports what happened to an agent's part; outsiders and queues
// have no states (CON-26).
func (t *step) tellAgent(slot int, k AgentEventKind, why telephony.Cause) {
	if slot < 0 {
		return
	}
	p := &t.s.p[slot]
	if k == Reserved {
		p.flags |= partyAgent
	}
	if p.is(partyAgent) {
		t.out.Agents = append(t.out.Agents, AgentEvent{Party: p.id, Kind: k, Cause: why})
	}
}

// notify tells a party something; nobody is told where the slot is empty or an
// outsider's, who has no desk.
func (t *step) notify(slot int, n Notice) {
	if slot >= 0 && t.s.p[slot].is(partyAgent) {
		n.To = t.s.p[slot].id
		t.out.Notices = append(t.out.Notices, n)
	}
}

func (t *step) notifyOwner(n Notice) { t.notify(t.s.find(Owner), n) }

// end ends the interaction for everybody. Who owns it wraps up, everybody else
// is released (END-7, OP-9). Unless the last leg is known to have gone, the
// switch clears the call.
func (t *step) endAll(how Ending, why telephony.Cause, clearCall bool) {
	for i := 1; i < nSlots; i++ {
		switch t.s.p[i].role {
		case Owner:
			t.notify(i, Notice{Kind: ContactEnded, Cause: why})
			t.leave(i, WrapUpDue, why)
		case Consulted, Offered:
			t.notify(i, Notice{Kind: ContactEnded, Cause: why})
			t.leave(i, Released, why)
		}
	}
	if clearCall {
		t.command(telephony.Command{Verb: telephony.ClearCall})
	}
	t.s = State{kind: t.s.kind, phase: Ended, ending: how, cause: why, pol: t.s.pol,
		nParty: t.s.nParty, nOp: t.s.nOp}
}

// finish starts a pane's timer anew where its status has changed.
func (t *step) finish(before *State) {
	if t.s.phase != before.phase {
		t.s.unsure = noWish
	}
	if t.s.phase == before.phase && t.s.talk == before.talk && t.s.p == before.p {
		return // all that a status is made of
	}
	for i := range t.s.p {
		p, was := &t.s.p[i], &before.p[i]
		if p.role == Owner || p.role == Nobody || p.id != was.id {
			continue
		}
		if t.s.statusOf(i) != before.statusOf(i) {
			p.since = t.now
		}
	}
}
