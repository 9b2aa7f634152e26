package callcontrol_test

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// TestLife plays a call through consult, conference and transfer, and looks at
// both desks and at the switch.
func TestLife(t *testing.T) {
	bubble(t, nil, func(s *stand) {
		desks := s.desks("A1", "A2")
		a1, a2 := desks[0], desks[1]
		s.calls("anna")
		require.Equal(s, "Ringing", status(a1, 0))
		require.Len(s, a1.View().Cards, 1)
		s.answers("anna", "A1")
		require.Empty(s, a1.View().Cards)

		require.NoError(s, a1.Hold(s.ctx, "anna"))
		require.Equal(s, "Call on Hold", status(a1, 0))
		require.ErrorIs(s, a1.Hold(s.ctx, "anna"), rule.ID("HLD-3"))
		require.ErrorIs(s, a1.End(s.ctx, "anna"), rule.ID("HLD-3"))
		require.NoError(s, a1.Resume(s.ctx, "anna"))

		require.NoError(s, a1.Consult(s.ctx, "anna", interaction.ToAgent("A2")))
		require.Equal(s, "Consult Requested", status(a1, 0))
		synctest.Wait()
		s.answers("anna", "A2")
		require.Equal(s, "Consulting", status(a1, 1))
		require.NoError(s, a1.Conference(s.ctx, "anna"))
		require.Equal(s, "Conference", status(a2, 0))
		require.NoError(s, a1.Transfer(s.ctx, "anna", interaction.Target{}))
		synctest.Wait()
		require.Equal(s, agent.WrapUp, a1.View().Agent.Status)
		require.Equal(s, "Connected", status(a2, 0))
		require.Equal(s, []string{"wrap-up opened", "wrap-up due"}, told(a1))

		require.NoError(s, a1.Submit(s.ctx, "anna"))
		require.Equal(s, agent.Available, a1.View().Agent.Status)
		require.NoError(s, a2.End(s.ctx, "anna"))
		require.NoError(s, a2.Submit(s.ctx, "anna"))
		synctest.Wait()
		require.Empty(s, s.sw.Contacts(), "the switch has been told")

		require.ErrorIs(s, a2.Hold(s.ctx, "anna"), rule.ID("OP-3"))
		time.Sleep(2 * time.Minute)
		require.ErrorIs(s, a2.Hold(s.ctx, "anna"), callcontrol.ErrNoInteraction)
	})
}

// TestUnknown: what is not there is said to be not there.
func TestUnknown(t *testing.T) {
	bubble(t, nil, func(s *stand) {
		d := s.desks("A1")[0]
		require.ErrorIs(s, d.Hold(s.ctx, "nobody"), callcontrol.ErrNoInteraction)
		require.ErrorIs(s, d.Submit(s.ctx, "nobody"), callcontrol.ErrNoInteraction)
		require.ErrorIs(s, d.Save(s.ctx, "nobody"), callcontrol.ErrNoInteraction)
		require.ErrorIs(s, s.c.Offer(s.ctx, "nobody", "A1"), callcontrol.ErrNoInteraction)
		require.ErrorIs(s, s.c.Refuse(s.ctx, "nobody"), callcontrol.ErrNoInteraction)
		require.ErrorIs(s, s.c.Open(s.ctx, callflow.Arrival{Kind: interaction.WebCallback}), callflow.ErrInvalid)
		require.ErrorIs(s, s.c.Open(s.ctx, callflow.Arrival{ID: "x", Kind: interaction.Outdial}), callcontrol.ErrInvalid)
		_, err := s.c.SignIn(s.ctx, "")
		require.ErrorIs(s, err, callcontrol.ErrInvalid)

		s.calls("anna")
		s.answers("anna", "A1")
		require.ErrorIs(s, s.c.Open(s.ctx, callflow.Arrival{ID: "anna", Kind: interaction.WebCallback}), callcontrol.ErrInvalid)
		require.ErrorIs(s, d.Consult(s.ctx, "anna", interaction.ToAgent("nobody")), rule.ID("CON-3"))
		require.ErrorIs(s, d.Consult(s.ctx, "anna", interaction.Target{}), interaction.ErrInvalid)
		require.ErrorIs(s, d.Do(s.ctx, "anna", interaction.Request{Action: 99}), interaction.ErrInvalid)
		require.ErrorIs(s, s.c.Offer(s.ctx, "anna", "nobody"), rule.ID("OP-6"))
		for _, ev := range []telephony.Event{{Call: "ghost", Kind: telephony.Answered, Leg: 2}, {Call: "anna", Kind: telephony.Answered, Leg: 77},
			{Kind: telephony.OffHook, Device: "nobody"}, {Call: "anna"}} {
			s.sw.Say(ev)
		}
		synctest.Wait()
		require.Equal(s, "Connected", status(d, 0), "events that make no sense change nothing")
	})
}

// TestSignedOut: a desk that is used after sign-out says so, and works again.
func TestSignedOut(t *testing.T) {
	bubble(t, nil, func(s *stand) {
		d := s.desks("A1")[0]
		s.calls("anna")
		s.answers("anna", "A1")
		var blocked *callflow.SignOutBlocked
		require.ErrorAs(s, d.SignOut(s.ctx), &blocked)
		require.Equal(s, []telephony.CallID{"anna"}, blocked.Contacts)
		require.NoError(s, d.End(s.ctx, "anna"))
		require.NoError(s, d.Submit(s.ctx, "anna"))
		require.NoError(s, d.SignOut(s.ctx))
		require.Equal(s, agent.SignedOut, d.View().Agent.Status)
		number, err := dialnumber.New("+12015532447")
		require.NoError(s, err)
		_, dialled := d.Dial(s.ctx, number, "")
		_, all := d.AcceptAll(s.ctx)
		for what, err := range map[string]error{
			"do": d.Hold(s.ctx, "anna"), "available": d.Available(s.ctx), "wrap-up": d.Submit(s.ctx, "anna"), "sign out": d.SignOut(s.ctx),
			"type": d.Type(s.ctx, "anna", "x", "y"), "save": d.Save(s.ctx, "anna"), "dial": dialled, "accept all": all,
		} {
			require.ErrorIs(s, err, callcontrol.ErrSignedOut, what)
		}
		_, err = s.c.SignIn(s.ctx, "A1")
		require.NoError(s, err)
		require.NoError(s, d.Available(s.ctx), "the same desk")
		again, err := s.c.SignIn(s.ctx, "A1")
		require.NoError(s, err, "signing in twice is no error")
		require.Equal(s, agent.Available, again.View().Agent.Status)
	})
}

// TestTwoTabs: two desks of one agent press the same button at once. Both get
// its outcome, and the switch is told once.
func TestTwoTabs(t *testing.T) {
	bubble(t, nil, func(s *stand) {
		d := s.desks("A1")[0]
		other := s.c.Desk("A1")
		s.calls("anna")
		s.answers("anna", "A1")
		s.sw.Slow(true)
		both := make(chan error, 2)
		for _, tab := range []*callcontrol.Desk{d, other} {
			go func() { both <- tab.Hold(s.ctx, "anna") }()
		}
		synctest.Wait()
		require.Len(s, s.sw.Waiting(), 1)
		require.Empty(s, both, "neither is told before it is so")
		require.Equal(s, interaction.Hold, other.View().Interactions[0].Panes[0].InFlight)
		require.ErrorIs(s, d.Consult(s.ctx, "anna", interaction.ToQueue("support")), rule.ID("OP-1"), "another wish is denied")
		s.sw.Slow(false)
		require.NoError(s, <-both)
		require.NoError(s, <-both)
		require.Same(s, d.View(), other.View(), "both desks see the same view")

		s.sw.Slow(true)
		for _, tab := range []*callcontrol.Desk{d, other} {
			go func() { both <- tab.Resume(s.ctx, "anna") }()
		}
		synctest.Wait()
		require.NoError(s, s.sw.Next(simulator.RefuseLater, telephony.DeviceFailure))
		s.sw.Slow(false)
		for range 2 {
			var failed *callcontrol.Failed
			require.ErrorAs(s, <-both, &failed)
			require.Equal(s, callcontrol.Failed{Action: interaction.Resume, Cause: telephony.DeviceFailure}, *failed)
		}
		require.Equal(s, "Call on Hold", status(d, 0), "a refusal leaves it as it was")
	})
}

// TestPending: the caller goes, the switch works on.
func TestPending(t *testing.T) {
	bubble(t, nil, func(s *stand) {
		d := s.desks("A1")[0]
		s.calls("anna")
		s.answers("anna", "A1")
		s.sw.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.Hold}, Do: simulator.Delay, After: 2 * time.Second})
		short, cancel := context.WithTimeout(s.ctx, time.Second)
		defer cancel()
		err := d.Hold(short, "anna")
		var pending *callcontrol.Pending
		require.ErrorAs(s, err, &pending)
		require.ErrorIs(s, err, context.DeadlineExceeded)
		require.Equal(s, "Connected", status(d, 0), "confirmed, not hoped")
		time.Sleep(2 * time.Second)
		synctest.Wait()
		require.Equal(s, "Call on Hold", status(d, 0), "it went on")

		cancelled, cancel := context.WithCancel(s.ctx)
		cancel()
		require.ErrorIs(s, d.Resume(cancelled, "anna"), context.Canceled)
		require.Equal(s, "Call on Hold", status(d, 0), "what never began is no Pending, and did nothing")

		// The switch takes it and is silent: unknown, and the present
		// arrangement is commanded again (OP-4).
		s.sw.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.Retrieve}, Do: simulator.Silence})
		err = d.Resume(s.ctx, "anna")
		require.ErrorAs(s, err, &pending)
		require.NoError(s, pending.Err)
		require.Contains(s, told(d), "Operation unknown")
	})
}

// TestOvertaken: what was asked is overtaken by a hang-up.
func TestOvertaken(t *testing.T) {
	bubble(t, nil, func(s *stand) {
		d := s.desks("A1")[0]
		s.calls("anna")
		s.answers("anna", "A1")
		s.sw.Slow(true)
		done := make(chan error, 1)
		go func() { done <- d.Hold(s.ctx, "anna") }()
		synctest.Wait()
		s.hangsUp("anna", 1)
		var failed *callcontrol.Failed
		require.ErrorAs(s, <-done, &failed)
		require.True(s, failed.Overtaken)
		require.Equal(s, telephony.HungUp, failed.Cause)
		require.Equal(s, agent.WrapUp, d.View().Agent.Status)
		s.sw.Slow(false)
	})
}

// TestStop: what is asked after the end is unavailable, and what waits is
// pending.
func TestStop(t *testing.T) {
	bubble(t, nil, func(s *stand) {
		d := s.desks("A1")[0]
		s.calls("anna")
		s.answers("anna", "A1")
		s.sw.Slow(true)
		done := make(chan error, 1)
		go func() { done <- d.Hold(context.Background(), "anna") }()
		synctest.Wait()
		s.stop()
		var pending *callcontrol.Pending
		err := <-done
		require.ErrorAs(s, err, &pending)
		require.ErrorIs(s, err, callcontrol.ErrUnavailable)
		for what, err := range map[string]error{"do": d.Hold(t.Context(), "anna"), "person": d.Available(t.Context()),
			"offer": s.c.Offer(t.Context(), "anna", "A1"), "save": d.Save(t.Context(), "anna")} {
			require.ErrorIs(s, err, callcontrol.ErrUnavailable, what)
		}
		require.Len(s, s.sw.Contacts(), 1, "no call ends because the centre does")
		require.ErrorIs(s, s.c.Run(t.Context()), callcontrol.ErrInvalid, "it runs once")
	})
}

// TestReadsHisOwnWrites: what an agent asked shows on his desktop when he has
// his answer, whoever else is at work on the same call.
func TestReadsHisOwnWrites(t *testing.T) {
	o := open(callcontrol.Config{})
	defer o.stop()
	d := o.desk("A1")
	for i := range 100 {
		id := telephony.CallID(rune('A' + i))
		o.calls(id, d)
		o.answers(d, id)
		require.NoError(t, d.End(ctx, id))
		require.Equal(t, agent.WrapUp, d.View().Agent.Status)
		require.NoError(t, d.Submit(ctx, id))
		require.Equal(t, agent.Available, d.View().Agent.Status)
		require.NoError(t, d.SignOut(ctx))
		o.desk("A1")
	}
}
