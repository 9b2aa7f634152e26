package interaction

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

func TestConsultHoldsByItself(t *testing.T) { // HLD-5, CON-8
	p := talking(t, Policy{}).ask(ag1, Consult, a2).hears().shows(ag1, "Consult Requested")
	p.commands("consultation-call leg 3 to agent A2 talk []").agents("reserved #3").due(20e9)
	p.may(ag1, Hold, "HLD-3")
}

func TestPanesOfAConsult(t *testing.T) { // CON-8, CON-10, ANS-4
	requested(t, Policy{}, a2).shows(ag1, "Consult Requested").shows(ag2, "Ringing").
		ask(ag1, Resume).arranged(cust).shows(ag1, "Consult Requested").hears(cust)
	consulting(t, Policy{}).shows(ag1, "Call on Hold", "Consulting").shows(ag2, "Consulting").shows(cust)
	consultHeld(t, Policy{}).shows(ag1, "Connected", "Consult on Hold").shows(ag2, "Consult on Hold")
	conference(t, Policy{}).shows(ag1, "Conference", "Conference").shows(ag2, "Conference")
	expert(t, Policy{}).shows(ag1, "Call on Hold", "Consulting").shows(ag2) // an outsider has no desk
	searched(t, Policy{}, toQueue).shows(ag1, "Consult Requested").shows(ag2, "Ringing")
	requested(t, Policy{}, toQueue).shows(ag2) // a queue has none
}

func TestOneOfTwoIsOnHold(t *testing.T) { // HLD-6, PAR-20
	for _, a := range []Action{Resume, HoldConsult} {
		p := consulting(t, Policy{}).ask(ag1, a).commands("alternate leg 1 talk [1]").hears(ag2)
		p.arranged(cust).hears(cust)
		require.True(t, p.s.OnHold(ag2))
		require.False(t, p.s.OnHold(cust))
	}
	for _, a := range []Action{Hold, ResumeConsult} {
		consultHeld(t, Policy{}).ask(ag1, a).commands("alternate leg 3 talk [3]").arranged(ag2).hears(ag2)
	}
	consulting(t, Policy{}).arranged().ignored("HLD-6").hears(ag2)
}

func TestResumedBeforeTheAnswer(t *testing.T) { // CON-12
	requested(t, Policy{}, a2).ask(ag1, Resume).arranged(cust).answers(ag2).hears(cust).commands("arrange talk [1]")
	requested(t, Policy{}, a2).ask(ag1, Resume).answers(ag2).hears(cust) // being resumed
	requested(t, Policy{}, a2).ask(ag1, Resume).arranged(cust).ask(ag1, Hold).answers(ag2).hears(ag2)
	requested(t, Policy{}, a2).answers(ag2).hears(ag2).commands("arrange talk [3]").agents("engaged #3")
}

func TestConsultNotAccepted(t *testing.T) { // CON-13, CON-14
	fails := func(why string) []string { return []string{"#2 Consult failed about #3: " + why} }
	requested(t, Policy{}, a2).wait().in(Talking).hears().agents("missed #3: no-answer").commands("clear leg 3", "arrange talk []").notices(fails("no-answer")...)
	requested(t, Policy{}, a2).leaves(ag2).agents("missed #3: declined").commands("arrange talk []").notices(fails("declined")...)
	requested(t, Policy{}, a2).ask(ag2, Decline).agents("missed #3: declined").commands("clear leg 3", "arrange talk []").notices(fails("declined")...)
	requested(t, Policy{}, a2).leaves(ag2, telephony.DeviceFailure).agents("missed #3: device-failure").notices(fails("device-failure")...)
	requested(t, Policy{}, toNumber).leaves(ag2, telephony.Busy).agents().notices(fails("busy")...)
	requested(t, Policy{}, toNumber).due(45e9).wait().agents().notices(fails("no-answer")...)
	p := requested(t, Policy{}, a2).ask(ag1, Resume).arranged(cust).leaves(ag2).hears(cust) // resumed, and stays so
	p.may(ag1, Consult, "").may(ag1, Transfer, "").may(ag1, Hold, "")
}

func TestConsultThatTheSwitchRefused(t *testing.T) { // CON-14: as before the request
	talking(t, Policy{}).ask(ag1, Consult, a2).notRung(ag2).in(Talking).hears(cust).agents("released #3: refused").
		notices("#2 Consult failed about #3: refused")
	held(t, Policy{}).ask(ag1, Consult, a2).notRung(ag2).in(Talking).hears()
}

func TestConsultThatTheSwitchRefusedLate(t *testing.T) { // CON-14, CON-24: a queue has found somebody meanwhile
	refuse := func(p *play, op telephony.Op) *play {
		return p.event(telephony.Event{Kind: telephony.Failed, Op: op, Leg: p.s.Offered(), Cause: telephony.Refused})
	}
	failed := "#2 Consult failed about #3: refused"
	ask := func(p *play) (*play, telephony.Op) { return p.ask(ag1, Consult, toQueue), p.out.Commands[0].Op }

	p, op := ask(talking(t, Policy{}))
	refuse(p.clone(), op).in(Talking).hears(cust).agents().notices(failed).commands("arrange talk [1]")
	p.ask(Centre, Offer, a2)
	dial := p.out.Commands[0].Op
	refuse(p.clone(), op).in(Talking).hears(cust).agents("released #3: refused").notices(failed).
		commands("clear leg 3", "arrange talk [1]").
		answers(ag2).ignored("OP-5").commands("clear leg 3").notices("#2 Late answer about #3")
	refuse(p.clone(), dial).in(Requested).hears().agents("missed #3: refused").notices().commands().wants(ConsultAgain)
	refuse(p.clone(), 0).in(Requested).hears().agents("missed #3: refused").commands("arrange talk []") // whichever it was

	rings := p.clone().rings(ag2)
	refuse(rings.clone(), op).in(Talking).hears(cust).agents("released #3: refused").notices(failed).commands("clear leg 3", "arrange talk [1]")
	refuse(rings.clone().ask(ag2, Accept), op).in(Talking).hears(cust).agents("released #3: refused").notices(failed)
	rings.clone().wait().event(telephony.Event{Kind: telephony.Failed, Op: op, Leg: ag2, Cause: telephony.Refused}). // the next one's turn had come
																in(Talking).hears(cust).agents().notices("#2 Consult failed about #4: refused")
	refuse(rings.clone().answers(ag2), op).in(Consulting).ignored("OP-5").notices() // it has begun

	p, op = ask(held(t, Policy{}))
	refuse(p.ask(Centre, Offer, a2), op).in(Talking).hears() // as before the request
	p, op = ask(talking(t, Policy{}))
	p.arranged().ask(ag1, Resume).arranged(cust).ask(ag1, Hold).arranged().ask(Centre, Offer, a2)
	refuse(p, op).in(Talking).hears() // held himself since then
	p, op = ask(talking(t, Policy{}))
	p.ask(Centre, Offer, a2).ask(ag1, EndConsult).ask(ag1, Consult, toQueue).ask(Centre, Offer, a2)
	p.event(telephony.Event{Kind: telephony.Failed, Op: op, Leg: ag2}).in(Requested).hears().ignored("OP-5") // an earlier consult's
}

func TestEntryPointNotToBeHad(t *testing.T) { // CON-22
	requested(t, Policy{}, toEPDN).leaves(ag2, telephony.NotConfigured).in(Talking).notices("#2 Consult failed about #3: not-configured")
	requested(t, Policy{}, toEPDN).leaves(ag2, telephony.NoCause).notices("#2 Consult failed about #3: not-configured")
	requested(t, Policy{}, toEPDN).leaves(ag2, telephony.InvalidNumber).notices("#2 Consult failed about #3: invalid-number")
}

func TestTakenBack(t *testing.T) { // CON-23
	p := requested(t, Policy{}, a2).ask(ag1, EndConsult).in(Talking).hears().commands("clear leg 3", "arrange talk []").agents("released #3: cancelled").notices()
	late := p.clone().answers(ag2).in(Talking).ignored("OP-5").commands("clear leg 3").notices("#2 Late answer about #3").agents()
	late.answers(ag2).commands().notices() // once
	p.leaves(ag2, telephony.Cancelled).ignored("OP-5").commands()
	requested(t, Policy{}, a2).wait().answers(ag2).commands("clear leg 3").notices("#2 Late answer about #3") // after its time as well
}

func TestConsultedQueue(t *testing.T) { // CON-24
	p := talking(t, Policy{}).ask(ag1, Consult, toQueue).wants(ForConsult).agents().commands("consultation-call leg 3 to queue sales talk []")
	require.Equal(t, toQueue, p.out.Want.To)
	p.answers(ag2).in(Requested).ignored("OP-5") // an announcement
	p.rings(ag2).ignored("OP-5")
	p.ask(Centre, Offer, a2).commands("dial leg 3 to agent A2").agents("reserved #3").due(20e9)
	p.rings(ag2).wait().in(Requested).agents("missed #3: no-answer").commands("clear leg 3").notices().wants(ConsultAgain)
	p.ask(Centre, Offer, a2).commands("dial leg 4 to agent A2").agents("reserved #4").rings(4).answers(4).in(Consulting).agents("engaged #4")

	requested(t, Policy{}, toQueue).ask(Centre, Refuse).in(Talking).commands("clear leg 3", "arrange talk []").agents().notices("#2 Consult failed about #3: no-answer")
	requested(t, Policy{}, toQueue).wait().in(Talking).notices("#2 Consult failed about #3: no-answer")
	searched(t, Policy{}, toQueue).leaves(ag2).agents("missed #3: declined").wants(ConsultAgain)
	requested(t, Policy{}, toQueue).ask(Centre, Offer, a2).notRung(ag2).in(Requested).agents("missed #3: refused").wants(ConsultAgain)
}

func TestExitConsult(t *testing.T) { // CON-15, PAR-9
	consulting(t, Policy{}).ask(ag2, ExitConsult).in(Talking).hears(cust).commands("reconnect leg 3 talk [1]").
		agents("released #3: hung-up").notices("#2 Consult left about #3: hung-up")
	consultHeld(t, Policy{}).ask(ag2, ExitConsult).hears(cust)
	consulting(t, Policy{}).leaves(ag2, telephony.DeviceFailure).in(Talking).hears(cust).
		agents("released #3: device-failure").notices("#2 Consult left about #3: device-failure")
	expert(t, Policy{}).leaves(ag2).in(Talking).hears(cust).agents().notices("#2 Consult left about #3: hung-up") // CON-26
}

func TestEndConsult(t *testing.T) { // CON-16
	consulting(t, Policy{}).ask(ag1, EndConsult).in(Talking).hears().commands("clear leg 3").
		agents("released #3: cancelled", "consult wrap-up #2").notices("#3 Ended: cancelled")
	consultHeld(t, Policy{}).ask(ag1, EndConsult).hears(cust)
	p := consulting(t, Policy{}).ask(ag1, Resume).ask(ag1, EndConsult).hears().commands("clear leg 3", "arrange talk []")
	require.Equal(t, NoAction, p.s.InFlight())
	consulting(t, Policy{EndConsultEndsCall: true}).ask(ag1, EndConsult).ended(ByAgent, telephony.HungUp). // D2
														agents("wrap-up due #2: hung-up", "released #3: hung-up")
	requested(t, Policy{EndConsultEndsCall: true}, a2).ask(ag1, EndConsult).in(Talking) // accepted ones only
}

func TestCustomerHangsUp(t *testing.T) { // PAR-1, PAR-16, CNF-6
	for _, from := range []func(testing.TB, Policy) *play{talking, held, consulting, consultHeld, conference,
		func(t testing.TB, p Policy) *play { return requested(t, p, a2) }} {
		p := from(t, Policy{})
		want := []string{"wrap-up due #2: hung-up"}
		if p.s.Offered()+p.s.Consulted() != 0 {
			want = append(want, "released #3: hung-up")
		}
		p.leaves(cust).ended(ByCustomer, telephony.HungUp).agents(want...).commands("clear-call")
	}
}

func TestConference(t *testing.T) { // CNF-1, CNF-3, CNF-4
	consulting(t, Policy{}).ask(ag1, StartConference).commands("conference talk [1 3]").in(Consulting).arranged(cust, ag2).in(Conference)
	conference(t, Policy{}).ask(ag2, ExitConference).in(Talking).hears(cust).agents("released #3: hung-up")
	conference(t, Policy{}).ask(ag1, End).ended(ByAgent, telephony.HungUp).agents("wrap-up due #2: hung-up", "released #3: hung-up")
	consulting(t, Policy{}).ask(ag1, StartConference).refused().in(Consulting).hears(ag2).notices("#2 Operation failed (Conference): refused")
}

func TestTheWishOfWhoWasLeftHasFailed(t *testing.T) {
	consulting(t, Policy{}).ask(ag1, StartConference).leaves(ag2).in(Talking).
		notices("#2 Consult left about #3: hung-up", "#2 Operation failed (Conference) about #3: hung-up")
	consulting(t, Policy{}).ask(ag1, Transfer).leaves(ag2).agents("wrap-up withdrawn #2", "released #3: hung-up")
}

func TestTimersOfPanes(t *testing.T) { // ANS-4: the talk timer is never reset; a status's timer begins with it
	p := talking(t, Policy{})
	talk := p.s.Panes(ag1, nil)[0].TalkSince
	p.later(3e9).ask(ag1, Hold).later(1e9).arranged()
	pane := p.s.Panes(ag1, nil)[0]
	require.Equal(t, talk, pane.TalkSince)
	require.Equal(t, p.now, pane.Since)
	require.Equal(t, NoAction, pane.InFlight)
	p.later(2e9).ask(ag1, Consult, a2).later(1e9).answers(ag2)
	panes := p.s.Panes(ag1, nil)
	require.Len(t, panes, 2)
	require.Equal(t, talk, panes[0].TalkSince)
	require.Equal(t, p.now, panes[1].Since)
	require.Equal(t, ag2, panes[1].About)
}

func TestDeviceHold(t *testing.T) { // HLD-2
	p := talking(t, Policy{}).event(telephony.Event{Kind: telephony.DeviceHeld, Leg: ag1}).notices("#2 Held on the phone about #2")
	p.hears(cust).shows(ag1, "Connected").may(ag1, Hold, "").may(ag1, Resume, "HLD-4")
	require.True(t, p.s.HeldOnDevice(ag1))
	p.event(telephony.Event{Kind: telephony.DeviceHeld, Leg: ag1}).ignored("OP-5").notices()
	p.ask(ag1, Hold).arranged().ask(ag1, Resume).arranged(cust)
	require.True(t, p.s.HeldOnDevice(ag1), "our Resume does not lift it")
	p.event(telephony.Event{Kind: telephony.DeviceRetrieved, Leg: ag1}).notices("#2 Retrieved on the phone about #2")
	require.False(t, p.s.HeldOnDevice(ag1))
	consulting(t, Policy{}).event(telephony.Event{Kind: telephony.DeviceHeld, Leg: ag2}).
		notices("#2 Held on the phone about #3", "#3 Held on the phone about #3").hears(ag2)
	q := consulting(t, Policy{}).event(telephony.Event{Kind: telephony.DeviceHeld, Leg: ag2}).leaves(ag2)
	require.False(t, q.s.HeldOnDevice(ag2), "the leg's end clears it")
}
