package interaction

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

func TestBlindTransfer(t *testing.T) { // TRF-7, TRF-9
	p := talking(t, Policy{}).ask(ag1, Transfer, a2).in(Talking).commands("single-step-transfer leg 3 to agent A2").
		agents("wrap-up opened #2", "reserved #3")
	p.diverted(ag2).in(Connecting).agents("wrap-up due #2: transferred").rings(ag2).in(Ringing).shows(ag2, "Ringing").
		answers(ag2).in(Talking).agents("engaged #3", "owner #3").hears(cust)
	held(t, Policy{}).ask(ag1, Transfer, a2).diverted(ag2).answers(ag2).hears(cust) // TRF-1: also from hold

	talking(t, Policy{}).ask(ag1, Transfer, toQueue).commands("single-step-transfer to queue sales").
		diverted(0).in(Waiting).wants(HandedOn).agents("wrap-up due #2: transferred").may(Centre, Offer, "")
	talking(t, Policy{}).ask(ag1, Transfer, toNumber).diverted(ag2).rings(ag2).answers(ag2).ended(HandedOver, telephony.Transferred).commands()
}

func TestBlindTransferRefused(t *testing.T) { // TRF-9: as it was
	p := talking(t, Policy{}).ask(ag1, Transfer, a2).refused().in(Talking).hears(cust).commands("clear leg 3").
		agents("released #3: cancelled", "wrap-up withdrawn #2").notices("#2 Operation failed (Transfer): refused")
	p.may(ag1, Transfer, "").may(ag1, Hold, "")
	p.diverted(ag2).ignored("OP-5")
	talking(t, Policy{}).ask(ag1, Transfer, a2).wait().commands("clear leg 3", "arrange talk [1]"). // OP-4
													notices("#2 Operation unknown (Transfer): unknown")
	talking(t, Policy{}).ask(ag1, Transfer, toQueue).refused().agents("wrap-up withdrawn #2").commands()
}

func TestBlindTransferNotAccepted(t *testing.T) { // TRF-5, D8
	sent := func(pol Policy, to Target) *play {
		return talking(t, pol).ask(ag1, Transfer, to).diverted(ag2).rings(ag2)
	}
	back := Policy{ReturnUnaccepted: true}
	sent(Policy{}, a2).wait().ended(WasDropped, telephony.NoAnswer).agents("missed #3: no-answer").commands("clear leg 3", "clear-call")
	sent(Policy{}, a2).leaves(ag2).ended(WasDropped, telephony.Declined).agents("missed #3: declined")
	sent(Policy{}, a2).ask(ag2, Decline).ended(WasDropped, telephony.Declined)
	sent(Policy{}, toNumber).leaves(ag2, telephony.Busy).ended(WasDropped, telephony.Busy).agents()
	sent(back, a2).wait().in(Waiting).wants(Returned).agents("missed #3: no-answer").commands("clear leg 3")
	sent(back, toNumber).leaves(ag2, telephony.Busy).in(Waiting).wants(Returned)
	// A queue accepts at once; who does not answer there later is ANS-2.
	talking(t, Policy{}).ask(ag1, Transfer, toQueue).diverted(0).ask(Centre, Offer, a2).rings(ag2).wait().in(Waiting).wants(Returned)
}

func TestTargetIsFasterThanTheConfirmation(t *testing.T) {
	ask := func(pol Policy) *play { return talking(t, pol).ask(ag1, Transfer, a2) }
	ask(Policy{}).rings(ag2).in(Talking).diverted(ag2).in(Ringing)
	ask(Policy{}).answers(ag2).in(Talking).diverted(ag2).in(Talking).agents("wrap-up due #2: transferred", "engaged #3", "owner #3")
	ask(Policy{}).leaves(ag2).in(Talking).agents("missed #3: declined").diverted(ag2).ended(WasDropped, telephony.Declined)
	ask(Policy{ReturnUnaccepted: true}).leaves(ag2).diverted(ag2).in(Waiting).wants(Returned)
	ask(Policy{}).leaves(ag2).refused().in(Talking).hears(cust).agents("wrap-up withdrawn #2")
}

func TestConsultTransfer(t *testing.T) { // TRF-8
	for _, from := range []func(testing.TB, Policy) *play{consulting, consultHeld, conference} {
		p := from(t, Policy{}).ask(ag1, Transfer).commands("transfer leg 3").agents("wrap-up opened #2")
		p.diverted(ag2).in(Talking).hears(cust).agents("wrap-up due #2: transferred", "owner #3").commands("arrange talk [1]")
		require.Equal(t, ag2, p.s.Owner())
		p.leaves(ag1).ignored("OP-5")
		p.may(ag2, End, "").may(ag2, Consult, "").may(ag1, End, "OP-2").shows(ag2, "Connected")
	}
	expert(t, Policy{AskBeforeTransfer: true}).ask(ag1, Transfer).commands("transfer leg 3").
		diverted(ag2).ended(HandedOver, telephony.Transferred).agents("wrap-up due #2: transferred").commands()
}

func TestAcceptance(t *testing.T) { // PAR-10, TRF-8
	ask := func() *play {
		return consulting(t, Policy{AskBeforeTransfer: true}).ask(ag1, Transfer).commands().agents("wrap-up opened #2").
			notices("#3 Transfer asked about #2").due(20e9)
	}
	require.Equal(t, Transfer, ask().s.Panes(ag2, nil)[0].InFlight)
	ask().ask(ag2, AcceptTransfer).commands("transfer leg 3").diverted(ag2).in(Talking).agents("wrap-up due #2: transferred", "owner #3")
	for _, p := range []*play{ask().ask(ag2, DeclineTransfer), ask().wait()} {
		p.in(Consulting).hears(ag2).agents("wrap-up withdrawn #2").commands().may(ag1, Transfer, "").may(ag2, AcceptTransfer, "PAR-10")
	}
	ask().ask(ag2, DeclineTransfer).notices("#2 Transfer declined about #3: declined")
	ask().wait().notices("#2 Transfer declined about #3: no-answer")
	conference(t, Policy{AskBeforeTransfer: true}).ask(ag1, Transfer).commands("transfer leg 3") // CNF-4: none is needed
}

func TestLateTransferIsAdoptedOnlyByWhoIsStillThere(t *testing.T) { // OP-5
	p := consulting(t, Policy{}).ask(ag1, Transfer).wait().in(Consulting).commands("arrange talk [3]").
		agents("wrap-up withdrawn #2").notices("#2 Operation unknown (Transfer): unknown")
	p.clone().diverted(ag2).in(Talking).agents("wrap-up due #2: transferred", "owner #3")
	p.leaves(ag2).diverted(ag2).ignored("OP-5")
	require.Equal(t, ag1, p.s.Owner())
}

func TestOwnerHangsUp(t *testing.T) { // PAR-17 on a plain call and in a consult
	for _, from := range []func(testing.TB, Policy) *play{talking, held} {
		from(t, Policy{}).leaves(ag1).ended(ByAgent, telephony.HungUp).agents("wrap-up due #2: hung-up").commands("clear-call")
	}
	for _, p := range []*play{requested(t, Policy{}, a2), consulting(t, Policy{}), consultHeld(t, Policy{}), consulting(t, Policy{}).ask(ag1, Resume)} {
		p.leaves(ag1).ended(ByAgent, telephony.HungUp).agents("wrap-up due #2: hung-up", "released #3: hung-up").commands("clear-call")
	}
}

func TestOwnerHangsUpInAConference(t *testing.T) { // CNF-5
	p := conference(t, Policy{}).leaves(ag1).in(Talking).hears(cust).agents("wrap-up due #2: transferred", "owner #3")
	require.Equal(t, ag2, p.s.Owner())
	expert(t, Policy{}).ask(ag1, StartConference).arranged(cust, ag2).leaves(ag1).ended(HandedOver, telephony.Transferred).commands()
}

func TestOwnerHangsUpWithAHandOverInFlight(t *testing.T) { // PAR-17, D10
	for _, p := range []*play{
		consulting(t, Policy{}).ask(ag1, Transfer),
		consulting(t, Policy{}).ask(ag1, StartConference),
		consulting(t, Policy{AskBeforeTransfer: true}).ask(ag1, Transfer),
		conference(t, Policy{}).ask(ag1, Transfer),
	} {
		p.leaves(ag1).in(Talking).hears(cust).agents("wrap-up due #2: transferred", "owner #3").commands("arrange talk [1]")
		p.diverted(ag2).ignored("OP-5")
	}
	for _, wish := range []Action{Transfer, StartConference} { // no agent is left: the answer decides
		left := func() *play {
			return expert(t, Policy{}).ask(ag1, wish).leaves(ag1).in(Ringing).agents("wrap-up due #2: transferred").answers(ag2).ignored("OP-5")
		}
		left().diverted(ag2).ended(HandedOver, telephony.Transferred).commands()
		left().arranged(ag2).ignored("OP-5").in(Ringing)
		left().arranged(cust, ag2).ended(HandedOver, telephony.Transferred).commands()
		left().refused().ended(WasRefused, telephony.Refused)
		left().leaves(ag2).ended(WasDropped, telephony.Declined)
	}
}

func TestOwnerHangsUpWithABlindTransferInFlight(t *testing.T) { // PAR-17
	to := func(to Target, pol Policy) *play {
		return talking(t, pol).ask(ag1, Transfer, to).leaves(ag1).agents("wrap-up due #2: transferred")
	}
	to(a2, Policy{}).in(Connecting).diverted(ag2).in(Connecting).rings(ag2).answers(ag2).in(Talking).agents("engaged #3", "owner #3")
	to(a2, Policy{}).refused().ended(WasRefused, telephony.Refused).agents("released #3: refused")
	to(a2, Policy{}).wait().ended(EndedUncertain, telephony.Unknown).agents("released #3: unknown").commands("clear-call")
	to(a2, Policy{}).leaves(ag2).ended(WasDropped, telephony.Declined).agents("missed #3: declined")
	to(a2, Policy{ReturnUnaccepted: true}).leaves(ag2).in(Waiting).wants(Returned)
	to(toQueue, Policy{}).in(Waiting).wants(NotWanted).diverted(0).wants(HandedOn).may(Centre, Offer, "")
	to(toQueue, Policy{}).wait().ended(EndedUncertain, telephony.Unknown)
	to(toQueue, Policy{}).refused().ended(WasRefused, telephony.Refused)
	to(toNumber, Policy{}).answers(ag2).ended(HandedOver, telephony.Transferred)
	talking(t, Policy{}).ask(ag1, Transfer, a2).rings(ag2).leaves(ag1).in(Ringing)
	talking(t, Policy{}).ask(ag1, Transfer, a2).answers(ag2).leaves(ag1).in(Talking).agents("wrap-up due #2: transferred", "engaged #3", "owner #3")
}

func TestUnansweredWish(t *testing.T) { // OP-4
	p := talking(t, Policy{}).ask(ag1, Hold).due(5e9).wait().hears(cust).commands("arrange talk [1]").notices("#2 Operation unknown (Hold): unknown")
	require.Equal(t, NoAction, p.s.InFlight())
	p.arranged().hears() // a late one tells the truth
	consulting(t, Policy{}).ask(ag1, StartConference).wait().in(Consulting).commands("arrange talk [3]")
	held(t, Policy{}).ask(ag1, Resume).refused().hears().notices("#2 Operation failed (Resume): refused").commands()
}

func TestArrangementOfAnotherWishDoesNotAnswer(t *testing.T) {
	p := consulting(t, Policy{}).ask(ag1, StartConference).arranged(cust).in(Consulting).hears(cust)
	require.Equal(t, StartConference, p.s.InFlight())
	p.arranged(cust, ag2).in(Conference)
	require.Equal(t, NoAction, p.s.InFlight())
}

// ANS-4, ANS-6: a blind transfer's target may answer or decline at his desk
// even before the switch has confirmed the transfer.
func TestTransferTargetActsBeforeTheConfirmation(t *testing.T) {
	early := talking(t, Policy{}).ask(ag1, Transfer, a2)
	early.clone().may(ag2, Accept, "POP-3")
	for _, a := range []Action{Consult, Transfer, Hold, End} { // he is not the owner yet
		early.clone().may(ag2, a, map[Action]rule.ID{Consult: "CON-1", Transfer: "TRF-1", Hold: "HLD-1", End: "END-1"}[a])
	}
	rings := early.clone().rings(ag2)
	rings.clone().may(ag2, Decline, "").ask(ag2, Decline).agents("missed #3: declined").commands("clear leg 3").diverted(ag2).ended(WasDropped, telephony.Declined)
	begin(t, Opening{Kind: Inbound, Capabilities: telephony.All &^ telephony.CanAnswer}).ask(Centre, Offer, a1).answers(ag1).
		ask(ag1, Transfer, a2).rings(ag2).may(ag2, Accept, "ANS-4") // a desk phone
	rings.clone().ask(ag2, Accept).notRung(ag2).notices("#3 Operation failed (Accept): refused").may(ag2, Accept, "") // it rings on
	rings.clone().may(ag2, Accept, "").ask(ag2, Accept).commands("answer leg 3").may(ag2, Accept, "OP-1").answers(ag2).may(ag2, Decline, "ANS-6").
		diverted(ag2).in(Talking).agents("wrap-up due #2: transferred", "engaged #3", "owner #3")
}

func TestAnEarlierTransferIsNotThisOne(t *testing.T) { // OP-4, OP-5
	p := talking(t, Policy{}).ask(ag1, Transfer, a2)
	first := p.s.Operation()
	p.wait().notices("#2 Operation unknown (Transfer): unknown").ask(ag1, Transfer, toNumber)
	second := p.s.Operation()
	p.leaves(4, telephony.Busy).in(Talking)
	p.event(telephony.Event{Kind: telephony.Diverted, Op: first, Leg: ag2}).in(Talking).ignored("OP-5")
	p.event(telephony.Event{Kind: telephony.Diverted, Op: second, Leg: 4}).ended(WasDropped, telephony.Declined)
}
