package interaction

import (
	"math/bits"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// broken says in what a state contradicts itself, or nothing. One judge serves
// Restore, the walks and the fuzzers; it is inductive: no step leads from a
// sound state to a broken one.
func (s *State) broken() string {
	if s.phase == NotBegun {
		if *s != (State{}) {
			return "something before the beginning"
		}
		return ""
	}
	if s.phase >= nPhases || s.kind == NoKind || s.kind >= nKinds || s.rec > recResuming || s.wish >= nWishes || s.unsure >= nWishes ||
		int(s.cause) >= telephony.Causes || int(s.ending) >= len(endingWords) || s.flags&^(flagCustomerHeard|flagOnceAccepted) != 0 {
		return "an unknown word"
	}
	if why := s.pol.broken(); why != "" {
		return why
	}
	if s.phase == Ended {
		end := State{phase: Ended, kind: s.kind, pol: s.pol, nParty: s.nParty, nOp: s.nOp, ending: s.ending, cause: s.cause}
		if s.ending == NotEnded || *s != end {
			return "something after the end"
		}
		return ""
	}
	if s.ending != NotEnded || s.cause != telephony.NoCause {
		return "an ending without an end"
	}
	for _, check := range []func(*State) string{(*State).brokenParties, (*State).brokenPhase, (*State).brokenWish, (*State).brokenRecording} {
		if why := check(s); why != "" {
			return why
		}
	}
	return ""
}

func (q policy) broken() string {
	for _, d := range []uint16{q.pause, q.answer, q.consult, q.outsider, q.acceptance, q.operation} {
		if d == 0 {
			return "a time-out of nothing"
		}
	}
	if q.parties < 2 || q.parties > nSlots || q.flags >= flagKeepNoise<<1 || q.caps&^telephony.All != 0 {
		return "an impossible policy"
	}
	return ""
}

func (s *State) brokenParties() string {
	for i := range s.p {
		p := &s.p[i]
		if p.role == Nobody {
			if *p != (party{}) {
				return "a trace of nobody"
			}
			continue
		}
		if (i == 0) != (p.role == Customer) || p.role >= nRoles || s.find(p.role) != i {
			return "a role in the wrong place"
		}
		if p.leg > legUp || int(p.came) > int(telephony.Customer) || p.flags > partyDeviceHeld|partyExternal|partyAgent {
			return "an unknown word of a party"
		}
		if (p.id == 0) != (p.leg == legNone) || (p.leg == legNone && i != 0) || p.id != 0 && s.slotOf(p.id) != i {
			return "a number that is missing or used twice"
		}
		if p.is(partyExternal) != (i > 0 && outside(p.came)) || i == 0 && p.is(partyAgent) || p.is(partyAgent|partyExternal) && p.is(partyAgent) && p.is(partyExternal) {
			return "a party both inside and outside"
		}
		if i > 0 && !p.is(partyExternal) && p.is(partyAgent) == (p.leg == legWaited && p.role == Offered && s.phase == Requested) {
			return "an agent who has not been told"
		}
		if (p.op != 0) != (p.role == Offered && s.phase == Requested) {
			return "a consult that was never commanded, or its trace"
		}
		if (p.role == Owner || p.role == Consulted) && p.leg != legUp {
			return "a talker who is not connected"
		}
	}
	if s.p[0].role != Customer {
		return "no customer"
	}
	up := uint8(1)
	if i := s.find(Consulted); i > 0 {
		up |= 1 << i
	}
	if s.talk&^up != 0 {
		return "somebody talks who is not there"
	}
	return ""
}

// shape is what there is in a phase.
type shape struct{ owner, consulted, offered bool }

var shapes = [nPhases]shape{
	Connecting: {offered: true}, Ringing: {offered: true}, Calling: {offered: true},
	Talking: {owner: true}, Requested: {owner: true, offered: true},
	Consulting: {owner: true, consulted: true}, Conference: {owner: true, consulted: true},
}

func (s *State) brokenPhase() string {
	owner, consulted, offered := s.find(Owner) > 0, s.find(Consulted) > 0, s.find(Offered)
	want := shapes[s.phase]
	if owner != want.owner || consulted != want.consulted || (offered > 0) != want.offered && !(s.phase == Talking && s.wish == wishSend) {
		return "the wrong parties for the phase"
	}
	if !s.kind.Voice() && s.phase != Waiting && s.phase != Ringing && s.phase != Talking {
		return "call control of a digital contact"
	}
	customer := s.p[0].leg
	switch {
	case s.phase == Calling:
		o := s.p[offered].leg
		before := customer == legNone && (o == legDialled || o == legAlerting || o == legAnswering) && !s.kind.Callback()
		during := (customer == legDialled || customer == legAlerting) && o == legUp
		if !before && !during || !s.kind.dialsCustomer() || s.p[offered].is(partyExternal) {
			return "nobody is being called"
		}
	case customer != legUp && (s.phase.accepted() || customer != legNone || !s.kind.dialsCustomer()):
		return "a customer who is not there"
	case customer == legNone && (s.via != telephony.NoEndpoint || s.wish != noWish || s.phase == Connecting && s.kind == Preview):
		return "a transfer of nobody"
	}
	if offered > 0 {
		if why := s.brokenOffer(offered); why != "" {
			return why
		}
	}
	ringing := offered > 0 && (s.phase == Calling || s.p[offered].leg != legUp)
	if (s.ringBy != 0) != ringing {
		return "a ring without its deadline, or the reverse"
	}
	customerHeard, n := s.talks(0), bits.OnesCount8(s.talk)
	switch s.phase {
	case Consulting:
		if n != 1 { // HLD-6
			return "not exactly one on hold"
		}
	case Conference:
		if n != 2 { // CNF-2
			return "somebody on hold in a conference"
		}
	case Talking, Requested:
		if !s.kind.Voice() && !customerHeard {
			return "a digital contact on hold"
		}
	default:
		if n != 0 {
			return "talk before the answer"
		}
	}
	if s.unsure != noWish && (!s.phase.accepted() || s.wish != noWish) {
		return "a doubt about nothing"
	}
	if s.flags&flagCustomerHeard != 0 && s.phase != Requested || s.phase.accepted() && s.flags&flagOnceAccepted == 0 {
		return "a trace of a consult"
	}
	return ""
}

func (s *State) brokenOffer(i int) string {
	l := s.p[i].leg
	preview := s.kind == Preview && s.p[0].leg == legNone
	ok := false
	switch s.phase {
	case Connecting:
		ok = l == legDialled && s.kind.Voice()
	case Ringing:
		ok = (l == legAlerting || l == legAnswering) && !preview || l == legWaited && preview ||
			l == legUp && s.p[i].is(partyExternal) && s.wish == wishSend
	case Calling:
		ok = l == legDialled || l == legAlerting || l == legAnswering || l == legUp
	case Talking:
		ok = (l == legDialled || l == legAlerting || l == legAnswering && !s.p[i].is(partyExternal) || l == legUp) && int(s.wishFor) == i
	case Requested:
		ok = l == legWaited && routed(s.p[i].came) || l == legDialled || l == legAlerting || l == legAnswering && !s.p[i].is(partyExternal)
	}
	if !ok {
		return "an offer that cannot be"
	}
	if s.p[i].is(partyExternal) && s.via == telephony.NoEndpoint && s.phase != Requested {
		return "an outsider who is offered a contact"
	}
	return ""
}

func (s *State) brokenWish() string {
	if (s.wish != noWish) != (s.opBy != 0) || (s.op != 0) != (s.wish != noWish && s.wish != wishAsk) || s.wish == noWish && s.wishFor != 0 {
		return "a wish without its deadline, or the reverse"
	}
	if s.wish != noWish && !s.kind.Voice() {
		return "call control of a digital contact"
	}
	direct := s.via != telephony.NoEndpoint && !routed(s.via)
	i := s.find(Consulted)
	ok := true
	switch s.wish {
	case wishHold, wishResume:
		ok = (s.phase == Talking || s.phase == Requested) && s.wishFor <= 1
	case wishSwapHold, wishSwapResume, wishSwapHoldConsult, wishSwapResumeConsult:
		ok = i > 0 && (s.wishFor == 1 || s.wishFor == 1<<i)
	case wishConference:
		ok = s.phase == Consulting && s.wishFor == 1|1<<i
	case wishTransfer, wishAsk:
		ok = i > 0 && int(s.wishFor) == i && s.pol.caps.Has(telephony.CanTransfer)
	case wishSend:
		ok = s.wishFor < nSlots && (s.phase == Waiting && routed(s.via) || (s.phase == Connecting || s.phase == Ringing) && direct ||
			s.phase == Talking && s.via != telephony.NoEndpoint && (direct || s.find(Offered) < 0))
	}
	if !ok {
		return "a wish that cannot be"
	}
	if s.via != telephony.NoEndpoint && s.wish != wishSend && !((s.phase == Connecting || s.phase == Ringing) && direct) {
		return "a trace of a transfer"
	}
	if int(s.via) > int(telephony.Expert) || s.via == telephony.EPDN {
		return "an unknown word of a transfer"
	}
	if i := s.find(Offered); direct && i > 0 && s.p[i].came != s.via {
		return "a transfer to somebody else"
	}
	return ""
}

func (s *State) brokenRecording() string {
	if s.rec != recOff && !(s.phase.accepted() && s.kind.Voice()) {
		return "a recording of nothing"
	}
	if s.rec == recStarting && !s.pol.caps.Has(telephony.CanRecord) ||
		(s.rec == recPausing || s.rec == recResuming) && !s.pol.caps.Has(telephony.CanPauseRecording) {
		return "a recording that the switch cannot do"
	}
	running := s.rec == recStarting || s.rec == recPausing || s.rec == recResuming ||
		s.rec == recPaused && s.pol.caps.Has(telephony.CanPauseRecording)
	asked := s.recOp != 0
	if running != (s.recBy != 0) || s.rec == recPausing && !asked || asked && (s.rec == recOff || s.rec == recOn || s.rec == recPaused) {
		return "a recording without its deadline, or the reverse"
	}
	return ""
}
