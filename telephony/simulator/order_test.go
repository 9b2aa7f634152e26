package simulator_test

import (
	"context"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

type cmd = telephony.Command

// What is not so any more is taken, comes to nothing, is told so, and has
// changed nothing (duty 6). Sent again, it fails again, whatever has become
// possible.
func TestWhatIsNotSoAnyMore(t *testing.T) {
	left := func(n telephony.Leg) func(*bench) {
		return func(b *bench) { b.ok(b.HangsUp("c1", n, 0)) }
	}
	nothing := func(*bench) {}
	for name, tc := range map[string]struct {
		before func(*bench)
		order  cmd
	}{
		"hold who has left":                     {left(1), cmd{Verb: telephony.Hold, Leg: 1, Owner: 2}},
		"retrieve who has left":                 {left(1), cmd{Verb: telephony.Retrieve, Leg: 1, Owner: 2, Talk: talk(1)}},
		"alternate to who has left":             {left(3), cmd{Verb: telephony.Alternate, Leg: 3, Owner: 2, Talk: talk(3)}},
		"hold for an owner who has left":        {left(2), cmd{Verb: telephony.Hold, Leg: 1, Owner: 2}},
		"arrange for an owner who has left":     {left(2), cmd{Verb: telephony.Arrange, Owner: 2, Talk: talk(1)}},
		"arrange where nobody owns":             {left(2), cmd{Verb: telephony.Arrange, Talk: talk(1)}},
		"conference without the customer":       {left(1), cmd{Verb: telephony.Conference, Owner: 2, Talk: talk(1, 3)}},
		"consult for an owner who has left":     {left(2), cmd{Verb: telephony.ConsultationCall, Leg: 4, Owner: 2, To: agentAt("a3")}},
		"reconnect for an owner who has left":   {left(2), cmd{Verb: telephony.Reconnect, Leg: 3, Owner: 2, Talk: talk(1)}},
		"reconnect the owner himself":           {nothing, cmd{Verb: telephony.Reconnect, Leg: 2, Owner: 2, Talk: talk(1)}},
		"transfer to who has left":              {left(3), cmd{Verb: telephony.Transfer, Leg: 3, Owner: 2}},
		"transfer of who has left":              {left(1), cmd{Verb: telephony.Transfer, Leg: 3, Owner: 2}},
		"send on who has left":                  {func(b *bench) { left(1)(b); left(3)(b) }, cmd{Verb: telephony.SingleStep, Leg: 4, Owner: 2, To: agentAt("a3")}},
		"ring a leg that has gone":              {left(3), cmd{Verb: telephony.Dial, Leg: 3, To: agentAt("a2")}},
		"consult by a leg that has gone":        {left(3), cmd{Verb: telephony.ConsultationCall, Leg: 3, Owner: 2, To: agentAt("a2")}},
		"send on to a leg that has gone":        {left(3), cmd{Verb: telephony.SingleStep, Leg: 3, Owner: 2, To: agentAt("a2")}},
		"ring for a customer who has left":      {left(1), cmd{Verb: telephony.Dial, Leg: 4, To: agentAt("a3")}},
		"answer for who has left":               {left(3), cmd{Verb: telephony.Answer, Leg: 3}},
		"answer for who was never rung":         {nothing, cmd{Verb: telephony.Answer, Leg: 4}},
		"mute who has left":                     {left(3), cmd{Verb: telephony.Mute, Leg: 3}},
		"unmute who has left":                   {left(3), cmd{Verb: telephony.Unmute, Leg: 3}},
		"digits from who has left":              {left(3), cmd{Verb: telephony.SendDigits, Leg: 3, Digits: "1"}},
		"record where nobody owns":              {left(2), cmd{Verb: telephony.StartRecording}},
		"pause what is not recorded":            {nothing, cmd{Verb: telephony.PauseRecording}},
		"record again what is not recorded":     {nothing, cmd{Verb: telephony.ResumeRecording}},
		"give away what was given away already": {func(b *bench) { b.ok(b.order(cmd{Op: 8, Verb: telephony.Transfer, Leg: 3, Owner: 2})) }, cmd{Verb: telephony.SingleStep, Owner: 2, To: queue}},
		"transfer what was given away already": {func(b *bench) {
			b.ok(b.order(cmd{Op: 7, Verb: telephony.Transfer, Leg: 3, Owner: 2}))
			b.ok(b.order(cmd{Op: 8, Verb: telephony.Dial, Leg: 4, To: agentAt("a3")}))
			b.ok(b.Answers("c1", 4))
		}, cmd{Verb: telephony.Transfer, Leg: 4, Owner: 2}},
		"noise removal where nobody is": {func(b *bench) { b.ok(b.order(cmd{Op: 8, Verb: telephony.ClearCall})) },
			cmd{Verb: telephony.SetNoiseReduction, On: true}},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, simulator.Config{}, func(b *bench) {
				b.consulting()
				tc.before(b)
				b.told()
				is := b.Contacts()
				tc.order.Op, tc.order.Call = 9, "c1"
				for range 2 {
					require.NoError(b.t, b.order(tc.order))
					require.Equal(b.t, []telephony.Event{{Call: "c1", Kind: telephony.Failed, Op: 9, Leg: tc.order.Leg, Cause: telephony.Refused}}, b.events())
					require.Equal(b.t, is, b.Contacts())
				}
				require.Equal(b.t, 1, b.Count().Failed)
			})
		})
	}
}

// What is so already is only told, under the new Op (duty 8).
func TestWhatIsSoAlready(t *testing.T) {
	for name, tc := range map[string]struct {
		order cmd
		tells []string
	}{
		"hold":                       {cmd{Verb: telephony.Hold, Leg: 1, Owner: 2, Talk: talk(3)}, []string{"arranged op 9 talk [3]"}},
		"alternate":                  {cmd{Verb: telephony.Alternate, Leg: 3, Owner: 2, Talk: talk(3)}, []string{"arranged op 9 talk [3]"}},
		"dial who is on the line":    {cmd{Verb: telephony.Dial, Leg: 3, To: agentAt("a2")}, []string{"answered op 9 leg 3"}},
		"dial who rings":             {cmd{Verb: telephony.Dial, Leg: 4, To: agentAt("a3")}, []string{"alerting op 9 leg 4"}},
		"answer":                     {cmd{Verb: telephony.Answer, Leg: 3}, []string{"answered op 9 leg 3"}},
		"clear who has left himself": {cmd{Verb: telephony.Clear, Leg: 5}, []string{"gone op 9 leg 5 cause busy"}},
		"clear who was never there":  {cmd{Verb: telephony.Clear, Leg: 6}, []string{"gone op 9 leg 6 cause cancelled"}},
		"reconnect from who has left": {cmd{Verb: telephony.Reconnect, Leg: 5, Owner: 2, Talk: talk(3)},
			[]string{"gone op 9 leg 5 cause busy", "arranged op 9 talk [3]"}},
		"reconnect from who never was": {cmd{Verb: telephony.Reconnect, Leg: 6, Owner: 2, Talk: talk(3)},
			[]string{"gone op 9 leg 6 cause cancelled", "arranged op 9 talk [3]"}},
		"arrange with who has left": {cmd{Verb: telephony.Arrange, Owner: 2, Talk: talk(3, 5)}, []string{"arranged op 9 talk [3]"}},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, simulator.Config{}, func(b *bench) {
				b.consulting()
				b.does(cmd{Verb: telephony.Dial, Leg: 4, To: agentAt("a3")}, "alerting op 4 leg 4")
				b.does(cmd{Verb: telephony.Dial, Leg: 5, To: agentAt("a4")}, "alerting op 5 leg 5")
				b.must(b.HangsUp("c1", 5, telephony.Busy), "gone leg 5 cause busy")
				is := b.Contacts()
				tc.order.Op = 9
				b.does(tc.order, tc.tells...)
				require.Equal(b.t, is, b.Contacts())
			})
		})
	}
	bubble(t, simulator.Config{}, func(b *bench) {
		b.talking()
		b.must(b.HangsUp("c1", 2, telephony.DeviceFailure), "gone leg 2 cause device-failure")
		b.must(b.HangsUp("c1", 1, 0), "gone leg 1 cause hung-up")
		b.does(cmd{Verb: telephony.ClearCall}, "gone op 2 leg 1 cause hung-up", "gone op 2 leg 2 cause device-failure")
	})
}

// A command that is sent again tells what is so now, not what was so then: else
// it would end on a lie with no truth behind it (duty 4).
func TestSentAgain(t *testing.T) {
	bubble(t, simulator.Config{}, func(b *bench) {
		b.consulting()
		again := func(op telephony.Op, want ...string) {
			b.t.Helper()
			is := b.Contacts()
			b.does(cmd{Op: op, Verb: telephony.Hold}, want...) // by its Op alone
			require.Equal(b.t, is, b.Contacts())
		}
		again(1, "answered op 1 leg 2")
		again(2, "arranged op 2 talk [3]", "answered op 2 leg 3")
		b.does(cmd{Op: 4, Verb: telephony.Alternate, Leg: 1, Owner: 2, Talk: talk(1)}, "arranged op 4 talk [1]")
		again(3, "arranged op 3 talk [1]")
		b.does(cmd{Op: 5, Verb: telephony.StartRecording}, "recorded op 5 recording on")
		b.does(cmd{Op: 6, Verb: telephony.PauseRecording}, "recorded op 6 recording paused")
		again(5, "recorded op 5 recording paused")
		b.does(cmd{Op: 7, Verb: telephony.Transfer, Leg: 3, Owner: 2}, "diverted op 7 leg 3", "gone op 7 leg 2 cause transferred")
		again(1, "gone op 1 leg 2 cause transferred")
		b.does(cmd{Op: 8, Verb: telephony.SingleStep, Leg: 4, Owner: 3, To: agentAt("a3")},
			"diverted op 8 leg 4", "gone op 8 leg 3 cause transferred", "alerting op 8 leg 4", "recorded op 8 recording off")
		again(7, "gone op 7 leg 2 cause transferred")
		again(8, "diverted op 8 leg 4", "gone op 8 leg 3 cause transferred", "alerting op 8 leg 4")
		again(3) // nobody owns the call, and nothing is arranged
		b.must(b.Answers("c1", 4), "answered leg 4")
		again(8, "diverted op 8 leg 4", "gone op 8 leg 3 cause transferred", "answered op 8 leg 4")
		b.does(cmd{Op: 9, Verb: telephony.Mute, Leg: 4})
		again(9)
		b.does(cmd{Op: 10, Verb: telephony.ClearCall}, "gone op 10 leg 1 cause cancelled", "gone op 10 leg 4 cause cancelled")
		again(10, "gone op 10 leg 1 cause cancelled", "gone op 10 leg 2 cause transferred", "gone op 10 leg 3 cause transferred", "gone op 10 leg 4 cause cancelled")
		n := b.Count()
		require.Equal(b.t, simulator.Count{Taken: 10, Again: 11, Done: 10, Told: n.Told}, n)
	})
	// without a number it is never the same
	bubble(t, simulator.Config{}, func(b *bench) {
		b.talking()
		for range 2 {
			require.NoError(b.t, b.Do(b.t.Context(), cmd{Call: "c1", Verb: telephony.Hold, Leg: 1}))
		}
		b.tells("arranged talk []", "arranged talk []")
		require.Zero(b.t, b.Count().Again)
	})
}

// An older epoch is refused, and changes nothing (duty 5).
func TestEpochs(t *testing.T) {
	bubble(t, simulator.Config{}, func(b *bench) {
		hold := cmd{Verb: telephony.Hold, Leg: 1, Owner: 2}
		b.talking()
		hold.Epoch = 7
		b.does(hold, "arranged op 2 talk []")
		hold.Epoch, hold.Verb, hold.Talk = 6, telephony.Retrieve, talk(1)
		require.ErrorIs(b.t, b.order(hold), telephony.ErrRejected)
		hold.Op = 2
		require.ErrorIs(b.t, b.order(hold), telephony.ErrRejected) // nor is it told again
		b.tells()
		b.is("1 up, 2 up; talk []; off")
		hold.Op, hold.Epoch = 4, 7
		b.does(hold, "arranged op 4 talk [1]")
		// of another call it is not old; what is placed begins with its own
		require.NoError(b.t, b.Do(b.t.Context(), cmd{Call: "c2", Op: 1, Epoch: 3, Verb: telephony.Dial, Leg: 1}))
		require.ErrorIs(b.t, b.Do(b.t.Context(), cmd{Call: "c2", Op: 2, Epoch: 2, Verb: telephony.Dial, Leg: 2}), telephony.ErrRejected)
		require.Equal(b.t, 3, b.Count().Rejected)
	})
}

// What can never be done is rejected at once.
func TestRejected(t *testing.T) {
	for name, c := range map[string]cmd{
		"no verb":                   {},
		"a verb of tomorrow":        {Verb: telephony.Verb(telephony.Verbs)},
		"of a call never seen":      {Call: "c9", Verb: telephony.Hold, Leg: 1},
		"clear one never seen":      {Call: "c9", Verb: telephony.ClearCall},
		"dial nobody's leg":         {Verb: telephony.Dial, To: agentAt("a1")},
		"dial a queue":              {Verb: telephony.Dial, Leg: 5, To: queue},
		"consult without a leg":     {Verb: telephony.ConsultationCall, To: agentAt("a1")},
		"reconnect without a leg":   {Verb: telephony.Reconnect},
		"transfer without a leg":    {Verb: telephony.Transfer},
		"clear without a leg":       {Verb: telephony.Clear},
		"answer without a leg":      {Verb: telephony.Answer},
		"send to a queue, as a leg": {Verb: telephony.SingleStep, Leg: 5, To: queue},
		"send to an agent, legless": {Verb: telephony.SingleStep, To: agentAt("a1")},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, simulator.Config{}, func(b *bench) {
				b.talking()
				is := b.Contacts()
				err := b.order(c)
				if c.Verb == telephony.NoVerb || int(c.Verb) >= telephony.Verbs {
					require.ErrorIs(b.t, err, telephony.ErrUnsupported)
				} else {
					require.Equal(b.t, &telephony.Rejection{Cause: telephony.Refused}, err)
				}
				b.tells()
				require.Equal(b.t, is, b.Contacts())
				require.Equal(b.t, 1, b.Count().Rejected)
			})
		})
	}
	s := simulator.New(simulator.Config{})
	require.ErrorIs(t, s.Do(t.Context(), cmd{Verb: telephony.Dial, Leg: 1}), telephony.ErrRejected, "a call has an id")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	require.ErrorIs(t, s.Do(ctx, cmd{Call: "c1", Verb: telephony.Dial, Leg: 1}), context.Canceled)
	require.Empty(t, s.Contacts())
}

// What it cannot do it does not do (duty 11).
func TestCapabilities(t *testing.T) {
	for v := telephony.NoVerb + 1; int(v) < telephony.Verbs; v++ {
		needs := v.Needs()
		if v == telephony.Answer {
			needs = telephony.CanAnswer // a phone; a chat needs nothing
		}
		c := cmd{Call: "c1", Op: 9, Verb: v, Leg: 3, Owner: 2, To: agentAt("a9")}
		for _, can := range []telephony.Capabilities{telephony.All &^ needs, needs} {
			s := simulator.New(simulator.Config{Capabilities: &can})
			require.Equal(t, can, s.Capabilities())
			require.NoError(t, s.Arrive("c1", telephony.Contact{}))
			switch err := s.Do(t.Context(), c); {
			case can.Has(needs):
				require.NoError(t, err, v)
			default:
				require.ErrorIs(t, err, telephony.ErrUnsupported, v)
			}
		}
	}
	require.Equal(t, telephony.All, simulator.New(simulator.Config{}).Capabilities())
	for _, can := range []telephony.Capabilities{telephony.CanTellHook, 0} {
		synctest.Test(t, func(t *testing.T) {
			s := simulator.New(simulator.Config{Capabilities: &can})
			s.OffHook("a1")
			s.OnHook("a1")
			require.Equal(t, can != 0, s.Count().Held == 2)
		})
	}
}

// Over the limit nobody more is rung, and what is there goes on (CBK-7).
func TestTheLimitOfCalls(t *testing.T) {
	consult := cmd{Verb: telephony.ConsultationCall, Leg: 3, Owner: 2, To: agentAt("a2")}
	place := cmd{Call: "c2", Op: 1, Verb: telephony.Dial, Leg: 1, To: agentAt("a3")}
	send := cmd{Verb: telephony.SingleStep, Leg: 3, Owner: 2, To: agentAt("a2")}
	toQueue := cmd{Verb: telephony.SingleStep, Owner: 2, To: queue}
	ring := cmd{Verb: telephony.Dial, Leg: 3, To: agentAt("a2")}
	quiet := func(*bench) {}
	for name, tc := range map[string]struct {
		max    int
		before func(*bench)
		order  cmd
		over   bool
	}{
		"no consult":                    {1, quiet, consult, true},
		"no call of one's own":          {1, quiet, place, true},
		"no blind transfer":             {1, quiet, send, true},
		"a queue rings nobody":          {1, quiet, toQueue, false},
		"an offer is no other call":     {1, quiet, ring, false},
		"there is room":                 {2, quiet, consult, false},
		"no limit":                      {0, quiet, consult, false},
		"a consult is another":          {2, func(b *bench) { b.ok(b.order(consult)) }, place, true},
		"and not when it is over":       {2, func(b *bench) { b.ok(b.order(consult)); b.ok(b.HangsUp("c1", 3, 0)) }, place, false},
		"nor when it is a transfer":     {2, transferred, place, false},
		"a call that is over is none":   {1, func(b *bench) { b.ok(b.order(cmd{Verb: telephony.ClearCall})) }, place, false},
		"a chat is none":                {2, func(b *bench) { b.ok(b.Arrive("chat", telephony.Contact{Medium: telephony.ChatMedium})) }, consult, false},
		"a customer's call comes in":    {2, func(b *bench) { b.ok(b.Arrive("c3", telephony.Contact{})) }, consult, true},
		"what is sent again is not new": {1, quiet, cmd{Op: 1, Verb: telephony.ConsultationCall, Leg: 3, To: agentAt("a2")}, false},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, simulator.Config{MaxCalls: tc.max}, func(b *bench) {
				b.talking()
				tc.before(b)
				b.told()
				err := b.order(tc.order)
				if !tc.over {
					require.NoError(b.t, err)
					return
				}
				var why *telephony.Rejection
				require.ErrorAs(b.t, err, &why)
				require.Equal(b.t, telephony.LimitReached, why.Cause)
				b.tells()
			})
		})
	}
}

func transferred(b *bench) {
	b.ok(b.order(cmd{Verb: telephony.ConsultationCall, Leg: 3, Owner: 2, To: agentAt("a2")}))
	b.ok(b.Answers("c1", 3))
	b.ok(b.order(cmd{Verb: telephony.Arrange, Owner: 2, Talk: talk(3)}))
	b.ok(b.order(cmd{Verb: telephony.Transfer, Leg: 3, Owner: 2}))
}

// A conference that is carried out when its owner has hung up joins those whom
// he leaves (PAR-17, CNF-5).
func TestConferenceWithoutItsOwner(t *testing.T) {
	bubble(t, simulator.Config{}, func(b *bench) {
		b.consulting()
		b.must(b.HangsUp("c1", 2, 0), "gone leg 2 cause hung-up")
		b.does(cmd{Verb: telephony.Conference, Owner: 2, Talk: talk(1, 3)}, "arranged op 4 talk [1 3]")
		b.is("1 up, 3 up; talk [1]; off")
	})
}
