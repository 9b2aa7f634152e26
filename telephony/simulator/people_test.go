package simulator_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// What nobody can do with his phone changes nothing, and says why.
func TestWhatAPersonCannotDo(t *testing.T) {
	bubble(t, simulator.Config{}, func(b *bench) {
		b.talking()
		b.does(cmd{Verb: telephony.Dial, Leg: 3, To: agentAt("a2")}, "alerting op 2 leg 3")
		b.must(b.HangsUp("c1", 3, telephony.NoAnswer), "gone leg 3 cause no-answer")
		b.does(cmd{Verb: telephony.Dial, Leg: 4, To: agentAt("a2")}, "alerting op 3 leg 4")
		is := b.Contacts()
		for name, tc := range map[string]struct {
			err  error
			want error
			text string
		}{
			"no such call":             {b.Answers("c9", 1), simulator.ErrNoCall, "simulator: no such call: call c9 leg 1 gone"},
			"who has left":             {b.Answers("c1", 3), simulator.ErrNoLeg, "simulator: nobody there: call c1 leg 3 gone"},
			"who was never there":      {b.HangsUp("c1", 9, 0), simulator.ErrNoLeg, "simulator: nobody there: call c1 leg 9 gone"},
			"who has answered":         {b.Answers("c1", 2), simulator.ErrPhone, "simulator: the phone is not so: call c1 leg 2 up"},
			"held while it rings":      {b.HoldsOnDevice("c1", 4), simulator.ErrPhone, "simulator: the phone is not so: call c1 leg 4 alerting"},
			"taken back, and not held": {b.TakesBackOnDevice("c1", 2), simulator.ErrPhone, "simulator: the phone is not so: call c1 leg 2 up"},
		} {
			require.ErrorIs(b.t, tc.err, tc.want, name)
			require.EqualError(b.t, tc.err, tc.text, name)
			var e *simulator.PhoneError
			require.ErrorAs(b.t, tc.err, &e, name)
		}
		b.tells()
		require.Equal(b.t, is, b.Contacts())
	})
	s := simulator.New(simulator.Config{})
	require.ErrorIs(t, s.Arrive("", telephony.Contact{}), simulator.ErrInvalid)
}

// Whose leg it is, by who he is.
func TestLeg(t *testing.T) {
	bubble(t, simulator.Config{}, func(b *bench) {
		b.talking()
		b.does(cmd{Verb: telephony.ConsultationCall, Leg: 3, Owner: 2, To: number}, "arranged op 2 talk []", "alerting op 2 leg 3")
		for _, tc := range []struct {
			who  telephony.Endpoint
			leg  telephony.Leg
			here bool
		}{
			{telephony.Endpoint{Kind: telephony.Customer}, 1, true},
			{telephony.Endpoint{Kind: telephony.Customer, Address: "whatever"}, 1, true},
			{agentAt("a1"), 2, true},
			{agentAt(""), 2, true},
			{number, 3, true},
			{agentAt("a2"), 0, false},
			{queue, 0, false},
		} {
			n, here := b.Leg("c1", tc.who)
			require.Equal(b.t, tc.leg, n, tc.who)
			require.Equal(b.t, tc.here, here, tc.who)
		}
		b.ok(b.HangsUp("c1", 2, 0))
		b.does(cmd{Verb: telephony.Dial, Leg: 4, To: agentAt("a1")}, "gone leg 2 cause hung-up", "alerting op 3 leg 4")
		n, here := b.Leg("c1", agentAt("a1"))
		require.Equal(b.t, telephony.Leg(4), n)
		require.True(b.t, here)
		b.ok(b.HangsUp("c1", 4, 0))
		n, here = b.Leg("c1", agentAt("a1"))
		require.Equal(b.t, telephony.Leg(4), n)
		require.False(b.t, here)
		n, here = b.Leg("c9", agentAt("a1"))
		require.Zero(b.t, n)
		require.False(b.t, here)
	})
}

// What a phone says falsely is told as it is, behind what has happened before,
// and changes nothing.
func TestSay(t *testing.T) {
	bubble(t, simulator.Config{}, func(b *bench) {
		b.talking()
		is := b.Contacts()
		b.Say(telephony.Event{Call: "c1", Kind: telephony.Gone, Leg: 2, Cause: telephony.Busy})
		b.Say(telephony.Event{Call: "c9", Kind: telephony.Answered, Leg: 7})
		b.tells("gone leg 2 cause busy", "answered call c9 leg 7")
		require.Equal(b.t, is, b.Contacts())
	})
}
