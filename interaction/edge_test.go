package interaction

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

func TestTransferredCallbackDialsNobodyAgain(t *testing.T) {
	p := calling(t, CourtesyCallback, Policy{}).answers(2).ask(1, Transfer, a2).diverted(3).rings(3)
	p.answers(3).in(Talking).hears(2).commands("arrange talk [2]", "set-noise-reduction on true")
}

func TestEachRingHasItsOwnTime(t *testing.T) {
	requested(t, Policy{}, toQueue).later(7e9).ask(Centre, Offer, a2).due(20e9)
	begin(t, Opening{Kind: Preview}).ask(Centre, Offer, a1).later(7e9).ask(1, Accept, a1).due(20e9)
	calling(t, Outdial, Policy{OutsiderTimeout: 30e9}).due(30e9)
	talking(t, Policy{}).ask(ag1, Transfer, toNumber).diverted(ag2).due(45e9)
	talking(t, Policy{AnswerTimeout: 9e9}).ask(ag1, Transfer, a2).diverted(ag2).due(9e9)
}

// A switch that is slower than the phone rings: the target's time is over
// before the transfer is confirmed.
func TestTargetTimesOutBeforeTheConfirmation(t *testing.T) {
	slow := Policy{OperationTimeout: 60e9}
	p := talking(t, slow).ask(ag1, Transfer, a2).wait().in(Talking).commands("clear leg 3").agents("missed #3: no-answer")
	p.clone().refused().in(Talking).agents("wrap-up withdrawn #2").commands()
	p.diverted(ag2).ended(WasDropped, telephony.Declined).agents("wrap-up due #2: transferred")
}

func TestExitEndsTheWish(t *testing.T) {
	for _, p := range []*play{
		consulting(t, Policy{}).ask(ag1, Resume).ask(ag2, ExitConsult),
		consulting(t, Policy{}).ask(ag1, Resume).leaves(ag2),
		consulting(t, Policy{}).ask(ag1, StartConference).ask(ag2, ExitConsult),
		conference(t, Policy{}).ask(ag1, Transfer).ask(ag2, ExitConference),
	} {
		require.Equal(t, NoAction, p.s.InFlight())
		p.may(ag1, Hold, "")
		_, waits := p.s.Deadline()
		require.False(t, waits)
	}
	consulting(t, Policy{}).ask(ag1, Transfer).ask(ag2, ExitConsult).agents("wrap-up withdrawn #2", "released #3: hung-up")
}

// Operation numbers come round; 0 is never one.
func TestOperationNumbersComeRound(t *testing.T) {
	p := talking(t, Policy{})
	seen := map[telephony.Op]bool{}
	for range 1<<16 - 1 {
		s, err := p.s.Request(p.now, Request{By: ag1, Action: Mute}, &p.out)
		require.NoError(t, err)
		op := p.out.Commands[0].Op
		if op == 0 || seen[op] {
			t.Fatalf("operation %d, after %d others", op, len(seen))
		}
		p.s, seen[op] = s, true
	}
	p.ask(ag1, Hold).arranged().hears().sound()
}

func TestRestoredStateGoesOnAsTheOriginal(t *testing.T) {
	p := talking(t, Policy{AnswerTimeout: 7e9}).ask(ag1, Transfer, a2)
	data, err := p.s.Snapshot()
	require.NoError(t, err)
	back := p.clone()
	back.s, err = Restore(data)
	require.NoError(t, err)
	back.diverted(ag2).due(7e9).wait().ended(WasDropped, telephony.NoAnswer)
}
