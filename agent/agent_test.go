package agent_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

var noon = time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)

// somebody drives one agent the way a test reads.
type somebody struct {
	t   *testing.T
	s   agent.State
	out agent.Output
	now time.Time
}

func signedIn(t *testing.T) *somebody {
	t.Helper()
	s, err := agent.New(agent.Policy{Chat: 2, Social: -1, Codes: []agent.IdleCode{"Break", "Lunch", "Meeting"}})
	require.NoError(t, err)
	a := &somebody{t: t, s: s, now: noon}
	a.does(agent.SignIn, "")
	return a
}

func available(t *testing.T) *somebody {
	t.Helper()
	a := signedIn(t)
	a.does(agent.GoAvailable, "")
	return a
}

func (a *somebody) does(action agent.Action, code agent.IdleCode) {
	a.t.Helper()
	s, err := a.s.Request(a.now, agent.Request{Action: action, Code: code}, &a.out)
	require.NoError(a.t, err)
	a.s = s
}

func (a *somebody) refused(action agent.Action, id rule.ID) {
	a.t.Helper()
	s, err := a.s.Request(a.now, agent.Request{Action: action}, &a.out)
	require.ErrorIs(a.t, err, id)
	require.Equal(a.t, a.s, s)
}

func (a *somebody) gets(facts ...agent.What) {
	a.t.Helper()
	for _, w := range facts {
		a.s = a.s.Fact(a.now, agent.Fact{What: w}, &a.out)
		require.Empty(a.t, a.out.Ignored, "%s is no fact to ignore", w)
	}
}

func (a *somebody) shows(text string) {
	a.t.Helper()
	require.Equal(a.t, text, a.s.Summary().String())
}

func TestSignInIsIdleWithTheDefaultCode(t *testing.T) { // AGT-1
	var a agent.State
	require.Equal(t, "Signed Out", a.Summary().String())
	require.ErrorIs(t, a.May(agent.GoAvailable), rule.ID("AGT-1"))
	require.ErrorIs(t, a.May(agent.GoIdle), rule.ID("AGT-1"))
	require.ErrorIs(t, a.May(agent.SignOut), rule.ID("AGT-1"))

	b := signedIn(t)
	b.shows("Idle (Break)")
	b.refused(agent.SignIn, "AGT-1")
	b.does(agent.GoIdle, "Lunch")
	b.shows("Idle (Lunch)")
	b.does(agent.GoAvailable, "")
	b.shows("Available")
	b.does(agent.GoIdle, "")
	b.shows("Idle (Break)")
}

func TestSummaryOrder(t *testing.T) { // AGT-2
	a := available(t)
	a.gets(agent.Offered)
	a.shows("Reserved")
	a.s = a.s.Fact(a.now, agent.Fact{What: agent.Offered, Channel: agent.Chat}, &a.out)
	a.s = a.s.Fact(a.now, agent.Fact{What: agent.Accepted, Channel: agent.Chat}, &a.out)
	a.shows("Engaged")
	a.s = a.s.Fact(a.now, agent.Fact{What: agent.Offered, Channel: agent.Email}, &a.out)
	a.s = a.s.Fact(a.now, agent.Fact{What: agent.WrapUpDue, Channel: agent.Email}, &a.out)
	a.shows("Wrap Up")
	a.gets(agent.Missed)
	a.shows("RONA (no answer)")
	require.Equal(t, agent.Load{Engaged: 1}, a.s.Load(agent.Chat))
	require.Equal(t, agent.Load{WrapUp: 1}, a.s.Load(agent.Email))
}

func TestIdleChosenWhileBusyWaits(t *testing.T) { // AGT-3
	a := available(t)
	a.gets(agent.Offered)
	a.does(agent.GoIdle, "Lunch")
	require.Equal(t, []agent.Change{{Kind: agent.Chosen, Code: "Lunch"}}, a.out.Changes)
	a.shows("Reserved") // the offer is not withdrawn
	require.ErrorIs(t, a.s.MayBeOffered(agent.Chat), rule.ID("AGT-3"))
	require.ErrorIs(t, a.s.MayBeOffered(agent.Voice), rule.ID("AGT-3"))
	a.gets(agent.Accepted)
	a.does(agent.GoIdle, "Meeting") // the last choice wins
	a.gets(agent.WrapUpDue)
	a.shows("Wrap Up")
	a.gets(agent.WrapUpDone)
	a.shows("Idle (Meeting)")
	_, waits := a.s.Choice()
	require.False(t, waits)
}

func TestAvailableTakesBackTheChoice(t *testing.T) { // AGT-3
	a := available(t)
	a.gets(agent.Offered, agent.Accepted)
	a.does(agent.GoIdle, "Lunch")
	a.does(agent.GoAvailable, "")
	require.Equal(t, []agent.Change{{Kind: agent.Abandoned, Code: "Lunch"}}, a.out.Changes)
	require.NoError(t, a.s.MayBeOffered(agent.Chat))
	a.gets(agent.Released)
	a.shows("Available")
}

func TestRONACancelsTheChoice(t *testing.T) { // AGT-3
	a := available(t)
	a.gets(agent.Offered)
	a.does(agent.GoIdle, "Lunch")
	a.s = a.s.Fact(a.now, agent.Fact{What: agent.Missed, Cause: agent.Declined}, &a.out)
	require.Equal(t, []agent.Change{
		{Kind: agent.Abandoned, Code: "Lunch"},
		{Kind: agent.Entered, Status: agent.RONA, Cause: agent.Declined},
		{Kind: agent.Shown, Status: agent.RONA, Cause: agent.Declined},
	}, a.out.Changes)
	a.shows("RONA (declined)")
}

func TestTheChoiceWaitsForAllChannels(t *testing.T) { // AGT-3
	a := available(t)
	a.gets(agent.Offered, agent.Accepted)
	a.s = a.s.Fact(a.now, agent.Fact{What: agent.Offered, Channel: agent.Chat}, &a.out)
	a.does(agent.GoIdle, "Lunch")
	a.gets(agent.WrapUpDue, agent.WrapUpDone)
	a.shows("Reserved")
	a.s = a.s.Fact(a.now, agent.Fact{What: agent.Released, Channel: agent.Chat}, &a.out)
	a.shows("Idle (Lunch)")
}

func TestRONAIsLeftByChoiceAlone(t *testing.T) { // AGT-4, POP-16, ANS-3
	a := available(t)
	a.s = a.s.Fact(a.now, agent.Fact{What: agent.Offered, Channel: agent.Chat}, &a.out)
	a.s = a.s.Fact(a.now, agent.Fact{What: agent.Accepted, Channel: agent.Chat}, &a.out)
	a.gets(agent.Offered, agent.Missed)
	for ch := range agent.Social + 1 {
		require.ErrorIs(t, a.s.MayBeOffered(ch), rule.ID("AGT-4"))
	}
	require.ErrorIs(t, a.s.MayBeConsulted(), rule.ID("AGT-4"))
	require.ErrorIs(t, a.s.MayReceiveTransfer(), rule.ID("AGT-4"))
	require.ErrorIs(t, a.s.MayDialOut(), rule.ID("OUT-1"))

	// The chat goes on; either way out works at once, though it is open.
	b := *a
	a.does(agent.GoIdle, "Lunch")
	own, code, _ := a.s.Own()
	require.Equal(t, agent.Idle, own)
	require.Equal(t, agent.IdleCode("Lunch"), code)
	a.shows("Engaged")
	b.does(agent.GoAvailable, "")
	require.NoError(t, b.s.MayBeOffered(agent.Voice))

	// The end of what was open does not end RONA.
	c := available(t)
	c.gets(agent.Offered, agent.Missed)
	c.refused(agent.SignIn, "AGT-1")
	c.shows("RONA (no answer)")
	c.does(agent.SignOut, "") // POP-16: RONA does not block it
	c.shows("Signed Out")
}

func TestSignOut(t *testing.T) { // AGT-5, POP-5
	a := available(t)
	a.gets(agent.Offered)
	a.refused(agent.SignOut, "POP-5")
	a.gets(agent.Accepted)
	a.refused(agent.SignOut, "AGT-5")
	a.s = a.s.Fact(a.now, agent.Fact{What: agent.Offered, Channel: agent.Chat}, &a.out)
	a.refused(agent.SignOut, "POP-5") // the card is named first
	a.s = a.s.Fact(a.now, agent.Fact{What: agent.Released, Channel: agent.Chat, Unanswered: true}, &a.out)
	a.gets(agent.WrapUpDue)
	a.refused(agent.SignOut, "AGT-5")
	a.gets(agent.WrapUpDone)
	a.does(agent.SignOut, "")
	require.ErrorIs(t, a.s.MayBeOffered(agent.Voice), rule.ID("ANS-3"))
}

func TestTheCauseBehindRONAIsKept(t *testing.T) { // AGT-6
	for _, c := range []agent.Cause{agent.NoAnswer, agent.Declined, agent.Busy, agent.DeviceFailure, agent.InvalidNumber} {
		a := available(t)
		a.gets(agent.Offered)
		a.s = a.s.Fact(a.now, agent.Fact{What: agent.Offered, Channel: agent.Chat}, &a.out)
		a.s = a.s.Fact(a.now, agent.Fact{What: agent.Missed, Cause: c}, &a.out)
		a.s = a.s.Fact(a.now, agent.Fact{What: agent.Missed, Channel: agent.Chat, Cause: agent.Busy}, &a.out)
		_, _, got := a.s.Own()
		require.Equal(t, c, got, "the cause that made him RONA")
		a.does(agent.GoAvailable, "")
		_, _, got = a.s.Own()
		require.Equal(t, agent.NoCause, got)
	}
}

func TestAfterTheWrapUp(t *testing.T) { // END-4
	a := available(t)
	a.gets(agent.Offered, agent.Accepted, agent.WrapUpDue, agent.WrapUpDone)
	a.shows("Available")

	b := signedIn(t) // he dialled out from Idle: back to his code
	b.does(agent.GoIdle, "Lunch")
	b.gets(agent.Offered, agent.Accepted, agent.WrapUpDue, agent.WrapUpDone)
	b.shows("Idle (Lunch)")

	c := signedIn(t) // the state chosen meanwhile
	c.gets(agent.Offered, agent.Accepted, agent.WrapUpDue)
	c.does(agent.GoAvailable, "")
	c.shows("Wrap Up")
	c.gets(agent.WrapUpDone)
	c.shows("Available")
}

func TestIdleAgentConsulted(t *testing.T) { // CON-25, CON-13
	a := signedIn(t)
	a.does(agent.GoIdle, "Lunch")
	require.NoError(t, a.s.MayBeConsulted())
	a.gets(agent.Offered, agent.Accepted)
	a.shows("Engaged")
	a.gets(agent.Released)
	a.shows("Idle (Lunch)")

	a.gets(agent.Offered, agent.Accepted)
	a.does(agent.GoIdle, "Meeting") // another code waits as well
	a.gets(agent.Released)
	a.shows("Idle (Meeting)")

	a.gets(agent.Offered, agent.Accepted)
	a.does(agent.GoIdle, "Lunch")
	a.does(agent.GoIdle, "Meeting") // the code he has: nothing is left to wait for
	_, waits := a.s.Choice()
	require.False(t, waits)
	a.gets(agent.Released)

	a.gets(agent.Offered, agent.Missed)
	a.shows("RONA (no answer)")
}

func TestPhoneOffHook(t *testing.T) { // END-5
	a := available(t)
	a.gets(agent.OffHook)
	a.shows("Available, not offered: phone off hook")
	require.ErrorIs(t, a.s.MayBeOffered(agent.Voice), rule.ID("END-5"))
	require.ErrorIs(t, a.s.MayBeConsulted(), rule.ID("END-5"))
	require.ErrorIs(t, a.s.MayReceiveTransfer(), rule.ID("END-5"))
	require.ErrorIs(t, a.s.MayDialOut(), rule.ID("END-5"))
	require.NoError(t, a.s.MayBeOffered(agent.Chat), "a chat needs no phone")

	a.s = a.s.Fact(a.now, agent.Fact{What: agent.OffHook}, &a.out)
	require.Equal(t, rule.ID("OP-5"), a.out.Ignored, "it is off hook already")
	a.gets(agent.OnHook)
	a.shows("Available")
	require.NoError(t, a.s.MayBeOffered(agent.Voice))

	// Only where nothing else is in the way is the phone named.
	a.gets(agent.OffHook, agent.Offered)
	require.ErrorIs(t, a.s.MayBeOffered(agent.Voice), rule.ID("ANS-3"))
	a.does(agent.GoIdle, "")
	require.ErrorIs(t, a.s.MayBeOffered(agent.Voice), rule.ID("AGT-3"))
}

func TestSlots(t *testing.T) { // ANS-3, TRF-4, CON-3, OUT-1
	a := available(t)
	require.ErrorIs(t, a.s.MayBeOffered(agent.Social), rule.ID("ANS-3"), "the policy gives none")
	for range 2 {
		require.NoError(t, a.s.MayBeOffered(agent.Chat))
		a.s = a.s.Fact(a.now, agent.Fact{What: agent.Offered, Channel: agent.Chat}, &a.out)
	}
	require.ErrorIs(t, a.s.MayBeOffered(agent.Chat), rule.ID("ANS-3"))
	require.NoError(t, a.s.MayReceiveTransfer(), "chats do not take the voice slot")
	for _, next := range []agent.What{agent.Offered, agent.Accepted, agent.WrapUpDue} {
		a.gets(next)
		require.ErrorIs(t, a.s.MayBeOffered(agent.Voice), rule.ID("ANS-3"))
		require.ErrorIs(t, a.s.MayReceiveTransfer(), rule.ID("TRF-4"))
		require.ErrorIs(t, a.s.MayBeConsulted(), rule.ID("CON-3"))
		require.ErrorIs(t, a.s.MayDialOut(), rule.ID("OUT-1"))
	}
	require.ErrorIs(t, a.s.MayBeOffered(9), agent.ErrInvalid)
}

func TestCallbackOutcomes(t *testing.T) { // CBK-6, CBK-4, OUT-2
	a := available(t)
	a.gets(agent.Offered, agent.Released) // the customer did not answer
	a.shows("Available")
	a.gets(agent.Offered, agent.WrapUpDue) // cancelled while it rang
	a.shows("Wrap Up")
	a.gets(agent.WrapUpDone)
	a.shows("Available")
}

func TestWhichOneIsMeant(t *testing.T) {
	two := func() *somebody {
		a := available(t)
		for _, w := range []agent.What{agent.Offered, agent.Accepted, agent.Offered} {
			a.s = a.s.Fact(a.now, agent.Fact{What: w, Channel: agent.Chat}, &a.out)
		}
		return a
	}
	for _, c := range []struct {
		fact agent.Fact
		want agent.Load
	}{
		{agent.Fact{What: agent.Released, Channel: agent.Chat}, agent.Load{Reserved: 1}},
		{agent.Fact{What: agent.Released, Channel: agent.Chat, Unanswered: true}, agent.Load{Engaged: 1}},
		{agent.Fact{What: agent.WrapUpDue, Channel: agent.Chat}, agent.Load{Reserved: 1, WrapUp: 1}},
		{agent.Fact{What: agent.WrapUpDue, Channel: agent.Chat, Unanswered: true}, agent.Load{Engaged: 1, WrapUp: 1}},
	} {
		a := two()
		require.Equal(t, c.want, a.s.Fact(noon, c.fact, &a.out).Load(agent.Chat), "%+v", c.fact)
	}
}

func TestSince(t *testing.T) {
	a := signedIn(t)
	require.True(t, a.s.Since().Equal(noon))
	require.True(t, agent.State{}.Since().IsZero())
	later := func(d time.Duration) { a.now = noon.Add(d) }

	later(time.Minute)
	a.does(agent.GoIdle, "Break")
	require.True(t, a.s.Since().Equal(noon), "he has that code already")
	a.does(agent.GoIdle, "Lunch")
	require.True(t, a.s.Since().Equal(a.now), "another code is another status")
	a.does(agent.GoAvailable, "")
	later(2 * time.Minute)
	a.gets(agent.OffHook)
	require.True(t, a.s.Since().Equal(noon.Add(time.Minute)), "the note begins no new status")
	a.gets(agent.Offered)
	require.True(t, a.s.Since().Equal(a.now))
	later(3 * time.Minute)
	a.does(agent.GoIdle, "Lunch")
	require.True(t, a.s.Since().Equal(noon.Add(2*time.Minute)), "a choice that waits changes nothing that is shown")
}

func TestMalformed(t *testing.T) {
	a := signedIn(t)
	for _, r := range []agent.Request{
		{}, {Action: agent.GoIdle + 1}, {Action: 99},
		{Action: agent.GoIdle, Code: "Golf"},
		{Action: agent.GoIdle, Code: "a\x1fb"},
		{Action: agent.GoIdle, Code: "\xff"},
		{Action: agent.GoAvailable, Code: "Lunch"},
	} {
		s, err := a.s.Request(noon, r, &a.out)
		require.ErrorIs(t, err, agent.ErrInvalid, "%+v", r)
		require.Equal(t, a.s, s)
		var e *agent.Error
		require.ErrorAs(t, err, &e)
		require.NotEmpty(t, e.Field)
	}
	require.ErrorIs(t, a.s.May(0), agent.ErrInvalid)
	require.ErrorIs(t, a.s.May(agent.GoIdle+1), agent.ErrInvalid)
	require.ErrorIs(t, a.s.May(99), agent.ErrInvalid)
	for _, f := range []agent.Fact{
		{}, {What: agent.OnHook + 1}, {What: 99}, {What: agent.Offered, Channel: 4}, {What: agent.OffHook, Cause: 6},
	} {
		require.Equal(t, a.s, a.s.Fact(noon, f, &a.out))
		require.Equal(t, rule.ID("OP-5"), a.out.Ignored, "%+v", f)
	}
	require.Zero(t, a.s.Load(9))
	require.Zero(t, a.s.Slots(9))
}
