package interaction

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

func TestOffer(t *testing.T) { // ANS-1, POP-2, POP-3
	p := begin(t, Opening{}).wants(Arrived).in(Waiting)
	p.ask(Centre, Offer, a1).in(Connecting).commands("dial leg 2 to agent A1").agents("reserved #2").shows(ag1, "Connecting").due(20e9)
	p.rings(ag1).in(Ringing).shows(ag1, "Ringing").rings(ag1).ignored("OP-5")
	pane := p.s.Panes(ag1, nil)[0]
	require.True(t, pane.Card)
	require.Equal(t, cust, pane.About)
	require.Equal(t, p.now.Add(20e9), pane.OfferEnds)
	p.answers(ag1).in(Talking).agents("engaged #2", "owner #2").hears(cust).shows(ag1, "Connected").
		commands("arrange talk [1]", "set-noise-reduction on true")
	begin(t, Opening{}).ask(Centre, Offer, a1).answers(ag1).in(Talking) // an answer is never early

	begin(t, Opening{Kind: Email}).ask(Centre, Offer, a1).in(Ringing).commands().shows(ag1, "Ringing"). // at once
														ask(ag1, Accept).commands("answer leg 2").in(Ringing).answers(ag1).in(Talking).commands()
}

func TestOfferNotAccepted(t *testing.T) { // ANS-2, ANS-6
	ring := func() *play { return begin(t, Opening{}).ask(Centre, Offer, a1).rings(ag1) }
	ring().wait().in(Waiting).agents("missed #2: no-answer").commands("clear leg 2").wants(Returned)
	ring().leaves(ag1).in(Waiting).agents("missed #2: declined").commands().wants(Returned)
	ring().ask(ag1, Decline).in(Waiting).agents("missed #2: declined").commands("clear leg 2").wants(Returned)
	ring().leaves(ag1, telephony.Busy).agents("missed #2: busy")
	begin(t, Opening{}).ask(Centre, Offer, a1).notRung(ag1).in(Waiting).agents("missed #2: refused").commands()
	begin(t, Opening{Kind: Chat}).ask(Centre, Offer, a1).wait().in(Waiting).agents("missed #2: no-answer")
	ring().wait().ask(Centre, Offer, a2).commands("dial leg 3 to agent A2") // each attempt is another number
}

func TestAnswersAfterAll(t *testing.T) { // the ring was cleared while he picked up
	begin(t, Opening{}).ask(Centre, Offer, a1).rings(ag1).wait().answers(ag1).in(Waiting).commands("clear leg 2").ignored("OP-5")
}

func TestSoftphone(t *testing.T) { // D16
	p := begin(t, Opening{}).ask(Centre, Offer, a1).rings(ag1).ask(ag1, Accept).commands("answer leg 2").in(Ringing)
	p.clone().notRung(ag1).in(Ringing).notices("#2 Operation failed (Accept): refused").may(ag1, Accept, "")
	p.clone().wait().in(Waiting).commands("clear leg 2").agents("missed #2: no-answer")
	p.answers(ag1).in(Talking)
	requested(t, Policy{}, a2).ask(ag2, Accept).commands("answer leg 3").notRung(ag2).in(Requested).notices("#3 Operation failed (Accept): refused")
}

func TestAbandoned(t *testing.T) { // ANS-5
	begin(t, Opening{}).leaves(cust).ended(WasAbandoned, telephony.Abandoned).agents().commands("clear-call")
	begin(t, Opening{}).ask(Centre, Offer, a1).rings(ag1).leaves(cust).ended(WasAbandoned, telephony.Abandoned).
		agents("released #2: abandoned").commands("clear-call")
}

func TestRefusedByTheRouter(t *testing.T) {
	begin(t, Opening{}).ask(Centre, Refuse).ended(WasRefused, telephony.Refused).commands("clear-call")
}

func TestNoiseRemoval(t *testing.T) { // NR-1, NR-2
	answered := func(o Opening) *play { return begin(t, o).ask(Centre, Offer, a1).answers(ag1) }
	answered(Opening{Policy: Policy{KeepNoise: true}}).commands("arrange talk [1]", "set-noise-reduction on false")
	answered(Opening{Capabilities: telephony.All &^ telephony.CanReduceNoise}).commands("arrange talk [1]")
}

func TestCallback(t *testing.T) { // CBK-2, CBK-5, CBK-8
	p := begin(t, Opening{Kind: CourtesyCallback}).wants(Arrived).ask(Centre, Offer, a1).commands("dial leg 1 to agent A1").
		rings(1).shows(1, "Ringing").answers(1).in(Calling).commands("dial leg 2 to customer …").agents().due(45e9)
	p.shows(1, "Ringing").may(1, Hold, "HLD-1").rings(2).answers(2).in(Talking).agents("engaged #1", "owner #1").hears(2).shows(1, "Connected")
	begin(t, Opening{Kind: CourtesyCallback}).ask(Centre, Offer, a1).rings(1).wait().in(Waiting).agents("missed #1: no-answer")
}

func TestCallbackNotReached(t *testing.T) { // CBK-6
	for _, k := range []Kind{CourtesyCallback, WebCallback} {
		calling(t, k, Policy{}).leaves(2, telephony.Busy).in(Waiting).wants(Returned).commands("clear leg 1").
			agents("released #1: busy").notices("#1 Not reached: busy")
		p := calling(t, k, Policy{}).wait().in(Waiting).commands("clear leg 2", "clear leg 1").agents("released #1: no-answer")
		p.answers(2).commands("clear leg 2").in(Waiting).notices() // he picked up after all, and nobody is there
		p.ask(Centre, Offer, a2).commands("dial leg 3 to agent A2").answers(3).commands("dial leg 4 to customer …")
	}
	begin(t, Opening{Kind: CourtesyCallback}).ask(Centre, Offer, a1).answers(1).notRung(2).in(Waiting).agents("released #1: refused")
}

func TestCancelOfACallback(t *testing.T) { // CBK-3, CBK-4
	end := Policy{EndCallForWebCallback: true}
	for _, tc := range []struct {
		kind Kind
		pol  Policy
		may  bool
	}{{WebCallback, end, true}, {WebCallback, Policy{}, false}, {CourtesyCallback, end, false}, {CourtesyCallback, Policy{}, false}} {
		ring := begin(t, Opening{Kind: tc.kind, Policy: tc.pol}).ask(Centre, Offer, a1).rings(1)
		call := calling(t, tc.kind, tc.pol)
		for _, p := range []*play{ring, call} {
			if !tc.may {
				p.shows(1, "Ringing").may(1, Cancel, "CBK-3")
				continue
			}
			p.shows(1, "Cancel").ask(1, Cancel).ended(WasCancelled, telephony.Cancelled).agents("wrap-up due #1: cancelled").commands("clear-call")
		}
	}
	calling(t, WebCallback, end).answers(2).may(1, Cancel, "CBK-4") // answered: too late
	calling(t, WebCallback, Policy{EndCallForWebCallback: true, NoWrapUpIfNotReached: true}).ask(1, Cancel).agents("wrap-up due #1: cancelled")
}

func TestHangsUpWhileDialling(t *testing.T) { // CBK-8
	calling(t, WebCallback, Policy{EndCallForWebCallback: true}).leaves(1).ended(WasCancelled, telephony.Cancelled).agents("wrap-up due #1: cancelled")
	for _, k := range []Kind{WebCallback, CourtesyCallback} {
		calling(t, k, Policy{}).leaves(1).in(Waiting).agents("missed #1: declined").commands("clear-call").wants(Returned)
	}
}

func TestOutdial(t *testing.T) { // OUT-1, OUT-2
	p := begin(t, Opening{Kind: Outdial}).in(Calling).commands("dial leg 1 to agent A1").agents("reserved #1").shows(1, "Ringing")
	p.clone().wait().ended(WasCancelled, telephony.NoAnswer).agents("released #1: no-answer").notices("#1 Phone not answered: no-answer")
	p.clone().leaves(1).ended(WasCancelled, telephony.Declined).agents("released #1: declined").notices("#1 Phone not answered: declined")
	p.clone().notRung(1).ended(WasCancelled, telephony.Refused).agents("released #1: refused")
	p.answers(1).commands("dial leg 2 to customer …").rings(2).answers(2).in(Talking).agents("engaged #1", "owner #1")

	for _, k := range []Kind{Outdial, Preview} {
		calling(t, k, Policy{}).leaves(2, telephony.InvalidNumber).ended(WasNotReached, telephony.InvalidNumber).
			agents("wrap-up due #1: invalid-number").notices("#1 Not reached: invalid-number")
		calling(t, k, Policy{}).wait().ended(WasNotReached, telephony.NoAnswer).agents("wrap-up due #1: no-answer")
		calling(t, k, Policy{}).ask(1, Cancel).ended(WasCancelled, telephony.Cancelled).agents("wrap-up due #1: cancelled")
		calling(t, k, Policy{}).leaves(1).ended(WasCancelled, telephony.Cancelled).agents("wrap-up due #1: cancelled")
		calling(t, k, Policy{NoWrapUpIfNotReached: true}).leaves(2, telephony.Busy).agents("released #1: busy")
		calling(t, k, Policy{NoWrapUpIfNotReached: true}).ask(1, Cancel).agents("released #1: cancelled")
	}
}

func TestPreview(t *testing.T) { // OUT-3
	offer := func(pol Policy) *play {
		return begin(t, Opening{Kind: Preview, Policy: pol}).ask(Centre, Offer, a1).in(Ringing).commands().agents("reserved #1")
	}
	offer(Policy{}).ask(1, Skip).in(Waiting).wants(Returned).agents("released #1: cancelled")
	offer(Policy{}).wait().in(Waiting).wants(Returned).agents("missed #1: no-answer").commands()
	offer(Policy{}).may(1, Remove, "OUT-3").may(1, Decline, "OUT-3").may(1, Cancel, "CBK-3")
	offer(Policy{RemoveFromCampaign: true}).ask(1, Remove).ended(WasRemoved, telephony.Cancelled).agents("released #1: cancelled")
	offer(Policy{}).ask(1, Accept, a1).in(Calling).commands("dial leg 1 to agent A1").may(1, Skip, "OUT-3")
	begin(t, Opening{}).ask(Centre, Offer, a1).rings(ag1).may(ag1, Skip, "OUT-3").may(ag1, Remove, "OUT-3")
}

func TestEnd(t *testing.T) { // END-1
	talking(t, Policy{}).ask(ag1, End).ended(ByAgent, telephony.HungUp).agents("wrap-up due #2: hung-up").commands("clear-call")
	talking(t, Policy{}).ask(ag1, Hold).ask(ag1, End).ended(ByAgent, telephony.HungUp)
	talking(t, Policy{}).ask(ag1, Transfer, a2).ask(ag1, End).ended(ByAgent, telephony.HungUp).agents("wrap-up due #2: hung-up", "released #3: hung-up")
	p := talking(t, Policy{}).ask(ag1, End)
	p.leaves(cust, telephony.Cancelled).ignored("OP-5").commands().agents()
	p.leaves(ag1).ignored("OP-5").arranged(cust).ignored("OP-5").diverted(0).ignored("OP-5").recorded(telephony.RecordingOn).ignored("OP-5")
	require.Empty(t, p.s.Panes(ag1, nil))
}

func TestPassedThrough(t *testing.T) { // OP-7
	p := talking(t, Policy{}).ask(ag1, Mute).commands("mute leg 2").ask(ag1, Unmute).commands("unmute leg 2")
	s, err := p.s.Request(p.now, Request{By: ag1, Action: SendDigits, Digits: "12#"}, &p.out)
	require.NoError(t, err)
	require.Equal(t, "12#", p.out.Commands[0].Digits)
	require.Equal(t, ag1, p.out.Commands[0].Leg)
	require.Equal(t, p.s.Phase(), s.Phase())
	consulting(t, Policy{}).ask(ag2, Mute).commands("mute leg 3") // PAR-19 does not bar it
}
