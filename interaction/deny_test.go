package interaction

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Where several rules deny, the first of OP-3, OP-2, PAR-2, who may, when, and
// the guards is named.
func TestOrderOfDenials(t *testing.T) {
	var none *play = &play{t: t}
	none.may(Centre, Offer, "OP-3").may(9, Hold, "OP-3")
	over := talking(t, Policy{}).ask(ag1, End)
	over.may(ag1, Hold, "OP-3").may(cust, Consult, "OP-3").may(9, End, "OP-3").may(Centre, Refuse, "OP-3")

	p := talking(t, Policy{})
	p.may(9, Consult, "OP-2").may(Centre, Hold, "OP-2").may(9, Offer, "OP-2") // a stranger, before everything but OP-3
	p.may(cust, Consult, "PAR-2").may(cust, Offer, "PAR-2")                   // the customer, before who may and when
	p.may(ag1, ExitConference, "PAR-9")                                       // who may, before when: nobody is in a conference
	consulting(t, Policy{}).may(ag2, Hold, "PAR-19")                          // who may, before the guard: the customer is held
	p.may(ag1, HoldConsult, "HLD-1").may(ag1, EndConsult, "CON-16")           // when
	held(t, Policy{}).ask(ag1, Resume).may(ag1, Hold, "HLD-3")                // the guards in their order: held, then in flight
	p.ask(ag1, Hold).may(ag1, Hold, "OP-1").may(ag1, Resume, "HLD-4")
}

func TestWhoMay(t *testing.T) {
	for _, tc := range []struct {
		a    Action
		id   rule.ID
		from func(testing.TB, Policy) *play
		by   Party
	}{
		{Resume, "PAR-12", consulting, ag2},
		{ResumeConsult, "PAR-12", consulting, ag2},
		{EndConsult, "PAR-12", consulting, ag2},
		{Hold, "PAR-19", consulting, ag2},
		{HoldConsult, "PAR-19", consulting, ag2},
		{Consult, "PAR-19", consulting, ag2},
		{StartConference, "PAR-19", consulting, ag2},
		{Transfer, "PAR-19", consulting, ag2},
		{End, "PAR-19", conference, ag2},
		{PauseRecording, "PAR-19", consulting, ag2},
		{ResumeRecording, "PAR-19", consulting, ag2},
		{ExitConsult, "PAR-9", consulting, ag1},
		{ExitConference, "PAR-9", conference, ag1},
		{AcceptTransfer, "PAR-10", consulting, ag1},
		{DeclineTransfer, "PAR-10", consulting, ag1},
		{ExitConsult, "", consulting, ag2},
		{ExitConference, "", conference, ag2},
		{Mute, "", conference, ag2},
		{SendDigits, "", consulting, ag2},
		{EditVariables, "", consulting, ag2},
		{ExitConsult, "CON-26", expert, ag2},
		{Mute, "CON-26", expert, ag2},
		{Consult, "PAR-2", consulting, cust},
	} {
		tc.from(t, Policy{}).may(tc.by, tc.a, tc.id)
	}
}

func TestNoCallControlOfADigitalContact(t *testing.T) {
	p := chat(t)
	p.may(ag1, Hold, "HLD-1").may(ag1, Consult, "CON-1").may(ag1, Transfer, "TRF-1").may(ag1, PauseRecording, "REC-5")
	p.may(ag1, End, "").may(ag1, EditVariables, "")
}

func TestHolds(t *testing.T) {
	talking(t, Policy{}).may(ag1, Hold, "").may(ag1, Resume, "HLD-4")
	held(t, Policy{}).may(ag1, Hold, "HLD-3").may(ag1, Resume, "").may(ag1, End, "HLD-3")
	begin(t, Opening{}).ask(Centre, Offer, a1).rings(ag1).may(ag1, Hold, "HLD-1")
	consulting(t, Policy{}).may(ag1, Hold, "HLD-3").may(ag1, Resume, "").may(ag1, HoldConsult, "").may(ag1, ResumeConsult, "HLD-4")
	consultHeld(t, Policy{}).may(ag1, Hold, "").may(ag1, Resume, "HLD-4").may(ag1, HoldConsult, "HLD-3").may(ag1, ResumeConsult, "")
	for _, a := range []Action{Hold, Resume, HoldConsult, ResumeConsult} {
		conference(t, Policy{}).may(ag1, a, "CNF-2")
	}
}

func TestUntilAConsultIsAccepted(t *testing.T) {
	p := requested(t, Policy{}, a2)
	p.may(ag1, Transfer, "CON-11").may(ag1, StartConference, "CON-11")
	p.may(ag1, Resume, "") // CON-12
	p.may(ag1, Consult, "CON-1").may(ag1, End, "PAR-18").may(ag1, EndConsult, "")
	consulting(t, Policy{}).may(ag1, End, "PAR-18").may(ag1, Consult, "CON-1").may(ag1, Transfer, "").may(ag1, StartConference, "")
	consultHeld(t, Policy{}).may(ag1, Transfer, "").may(ag1, StartConference, "") // CON-18, CON-19: from either
}

func TestConferenceRights(t *testing.T) {
	conference(t, Policy{}).may(ag1, EndConsult, "CNF-4").may(ag1, StartConference, "CNF-1").may(ag1, Consult, "CON-1").
		may(ag1, End, "").may(ag1, Transfer, "")
	consulting(t, Policy{ConferenceParties: 2}).may(ag1, StartConference, "CNF-7")
	consulting(t, Policy{ConferenceParties: 4}).may(ag1, StartConference, "")
}

func TestWhatTheSwitchCannot(t *testing.T) {
	without := func(c telephony.Capabilities) *play {
		return begin(t, Opening{Capabilities: telephony.All &^ c, Policy: Policy{Recording: true, PrivacyShield: true}}).
			ask(Centre, Offer, a1).answers(ag1).recorded(telephony.RecordingOn)
	}
	for a, c := range map[Action]telephony.Capabilities{Hold: telephony.CanHold, Consult: telephony.CanConsult, Transfer: telephony.CanSingleStep,
		Mute: telephony.CanMute, Unmute: telephony.CanMute, SendDigits: telephony.CanSendDigits, PauseRecording: telephony.CanPauseRecording} {
		require.ErrorIs(t, without(c).s.May(ag1, a), rule.ID("OP-7"), a)
		require.NoError(t, without(telephony.CanTellHook).s.May(ag1, a), a)
	}
	consult := func(c telephony.Capabilities) *play { return without(c).ask(ag1, Consult, a2).answers(ag2) }
	consult(telephony.CanConference).may(ag1, StartConference, "OP-7").may(ag1, Transfer, "")
	consult(telephony.CanTransfer).may(ag1, Transfer, "OP-7").may(ag1, StartConference, "")
	consult(telephony.CanHold).may(ag1, Resume, "OP-7").may(ag1, HoldConsult, "OP-7")
}

func TestEveryWishIsNamedByThoseItStops(t *testing.T) {
	for _, tc := range []struct {
		p      *play
		by     Action
		reason string
	}{
		{talking(t, Policy{}).ask(ag1, Hold), Transfer, "a hold is in flight"},
		{held(t, Policy{}).ask(ag1, Resume), Consult, "a resume is in flight"},
		{consulting(t, Policy{}).ask(ag1, Resume), Transfer, "a resume is in flight"},
		{consulting(t, Policy{}).ask(ag1, StartConference), Transfer, "a conference is in flight"},
		{consulting(t, Policy{}).ask(ag1, Transfer), StartConference, "a transfer is in flight"},
		{consulting(t, Policy{AskBeforeTransfer: true}).ask(ag1, Transfer), Resume, "a transfer waits to be accepted"},
		{talking(t, Policy{}).ask(ag1, Transfer, a2), Hold, "a transfer is in flight"},
	} {
		tc.p.may(ag1, tc.by, "OP-1")
		var d *rule.Denied
		require.True(t, errors.As(tc.p.s.May(ag1, tc.by), &d))
		require.Equal(t, tc.reason, d.Reason())
	}
}

// A recording's wish stands beside the others, and a ringing leg is none.
func TestWhatIsNoWishInFlight(t *testing.T) {
	pol := Policy{Recording: true, PrivacyShield: true}
	talking(t, pol).ask(ag1, PauseRecording).may(ag1, Hold, "").may(ag1, PauseRecording, "OP-1")
	talking(t, pol).ask(ag1, Hold).may(ag1, PauseRecording, "")
	requested(t, Policy{}, a2).may(ag1, Resume, "")
}

func TestRouter(t *testing.T) {
	begin(t, Opening{}).may(Centre, Offer, "").may(Centre, Refuse, "").
		ask(Centre, Offer, a1).may(Centre, Offer, "OP-6").may(ag1, Offer, "OP-6")
	requested(t, Policy{}, a2).may(Centre, Offer, "OP-6").may(Centre, Refuse, "OP-6") // nobody is searched
	requested(t, Policy{}, toQueue).may(Centre, Offer, "").may(Centre, Refuse, "")
	searched(t, Policy{}, toQueue).may(Centre, Offer, "OP-6").may(Centre, Refuse, "OP-6")
	talking(t, Policy{}).ask(ag1, Transfer, toQueue).leaves(ag1).may(Centre, Offer, "OP-6")
}

func TestAnswering(t *testing.T) {
	desk := Opening{Capabilities: telephony.All &^ telephony.CanAnswer}
	begin(t, desk).ask(Centre, Offer, a1).may(ag1, Accept, "POP-3").rings(ag1).may(ag1, Accept, "ANS-4").may(ag1, Decline, "")
	begin(t, Opening{}).ask(Centre, Offer, a1).rings(ag1).ask(ag1, Accept).may(ag1, Accept, "OP-1").may(ag1, Decline, "")
	begin(t, Opening{Kind: Chat, Capabilities: desk.Capabilities}).ask(Centre, Offer, a1).may(ag1, Accept, "")
	talking(t, Policy{}).may(ag1, Accept, "POP-7").may(ag1, Decline, "ANS-6")
	requested(t, Policy{}, toQueue).may(ag2, Accept, "OP-2") // a queue is no party
}

func TestEPDN(t *testing.T) {
	p := searched(t, Policy{}, toEPDN).answers(ag2)
	p.may(ag2, EditVariables, "CON-21").may(ag1, EditVariables, "")
	p.ask(ag1, Transfer).diverted(ag2).may(ag2, EditVariables, "") // this ends when he becomes the owner
	searched(t, Policy{}, toQueue).answers(ag2).may(ag2, EditVariables, "")
}
