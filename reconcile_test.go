package callcontrol_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// TestMissedLegNamedByFailed: the customer, on hold, hangs up while the line is
// cut, and that is lost. The agent presses Resume while the switch may still say
// why: that it then refuses, and names his leg, does not say that he is there.
func TestMissedLegNamedByFailed(t *testing.T) {
	for _, after := range []time.Duration{0, 50 * time.Millisecond, 300 * time.Millisecond, time.Second, 1900 * time.Millisecond} {
		t.Run(after.String(), func(t *testing.T) {
			bubble(t, nil, func(s *stand) {
				d := s.desks("A1")[0]
				s.calls("anna")
				s.answers("anna", "A1")
				require.NoError(s, d.Hold(s.ctx, "anna"))
				s.sw.Drop()
				synctest.Wait()
				require.NoError(s, s.sw.HangsUp("anna", 1, telephony.HungUp))
				s.sw.DropEvents()
				s.sw.Restore()
				time.Sleep(after)
				s.Log(d.Resume(s.ctx, "anna"))
				time.Sleep(20 * time.Second)
				synctest.Wait()
				require.Equal(s, agent.WrapUp, d.View().Agent.Status, status(d, 0))
			})
		})
	}
}

// TestReconcileDigitalOffer: a chat is offered, the line is cut and mended. Nothing
// rings of a chat: that the switch has no leg of the agent's does not say that he
// is gone.
func TestReconcileDigitalOffer(t *testing.T) {
	bubble(t, nil, func(s *stand) {
		d := s.desks("A1")
		require.NoError(s, s.sw.Arrive("carl", telephony.Contact{Medium: telephony.ChatMedium,
			Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "q"}}))
		synctest.Wait()
		require.Len(s, d[0].View().Cards, 1)
		s.sw.Drop()
		synctest.Wait()
		s.sw.Restore()
		time.Sleep(time.Second)
		synctest.Wait()
		require.Equal(s, agent.Reserved, d[0].View().Agent.Status, "the offer stands")
	})
}

// TestReconcileDigitalAccept: his Accept is under way meanwhile.
func TestReconcileDigitalAccept(t *testing.T) {
	bubble(t, nil, func(s *stand) {
		d := s.desks("A1", "A2")
		s.sw.Inject(simulator.Fault{Do: simulator.Late, After: 3 * time.Second, Verbs: []telephony.Verb{telephony.Answer}})
		require.NoError(s, s.sw.Arrive("carl", telephony.Contact{Medium: telephony.ChatMedium,
			Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "q"}}))
		synctest.Wait()
		go func() { _ = d[0].Accept(s.ctx, "carl") }()
		synctest.Wait()
		s.sw.Drop()
		synctest.Wait()
		s.sw.Restore()
		time.Sleep(10 * time.Second)
		synctest.Wait()
		s.Log(s.sw.Contacts(), d[0].View().Agent.Status, d[1].View().Agent.Status)
		err := d[1].Accept(s.ctx, "carl")
		s.Log(err)
		require.True(s, d[0].View().Interaction("carl") != nil || d[1].View().Interaction("carl") != nil && err == nil, "somebody has the chat")
	})
}
