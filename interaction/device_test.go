package interaction

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// HLD-2: whoever is on a phone may hold and retrieve on it, in every phase; it
// is a flag of his leg, and nothing else changes.
func TestDeviceHoldsInEveryPhase(t *testing.T) {
	for phase, p := range map[string]*play{
		"waiting":          begin(t, Opening{}),
		"connecting":       begin(t, Opening{}).ask(Centre, Offer, a1),
		"ringing":          begin(t, Opening{}).ask(Centre, Offer, a1).rings(ag1),
		"calling":          calling(t, CourtesyCallback, Policy{}),
		"talking":          talking(t, Policy{}),
		"a blind transfer": talking(t, Policy{}).ask(ag1, Transfer, a2),
		"requested":        requested(t, Policy{}, a2),
		"consulting":       consulting(t, Policy{}),
		"conference":       conference(t, Policy{}),
	} {
		for _, who := range []Party{p.s.Customer(), p.s.Owner(), p.s.Consulted(), p.s.Offered()} {
			if who == 0 {
				continue
			}
			q := p.clone()
			before := q.s
			q.event(telephony.Event{Kind: telephony.DeviceHeld, Leg: who}).ignored("")
			require.True(t, q.s.HeldOnDevice(who), "%s: %d", phase, who)
			require.Equal(t, before.Phase(), q.s.Phase())
			require.Equal(t, before.Hears(), q.s.Hears())
			q.event(telephony.Event{Kind: telephony.DeviceHeld, Leg: who}).ignored("OP-5")
			q.event(telephony.Event{Kind: telephony.DeviceRetrieved, Leg: who}).ignored("")
			require.False(t, q.s.HeldOnDevice(who), "%s: %d", phase, who)
			q.event(telephony.Event{Kind: telephony.DeviceRetrieved, Leg: who}).ignored("OP-5")
		}
	}
}

// REC-1: a recording that the switch refuses is told and tried again, also when
// a consult has begun meanwhile.
func TestRecordingRefusedInEveryPhase(t *testing.T) {
	start := func() *play {
		return begin(t, Opening{Policy: Policy{Recording: true}}).ask(Centre, Offer, a1).answers(ag1)
	}
	for phase, p := range map[string]*play{
		"talking":    start(),
		"requested":  start().ask(ag1, Consult, a2),
		"consulting": start().ask(ag1, Consult, a2).answers(ag2),
		"conference": start().ask(ag1, Consult, a2).answers(ag2).ask(ag1, StartConference).arranged(cust, ag2),
	} {
		require.NotZero(t, p.s.RecordingOperation(), phase)
		p.recordingRefused().notices("#2 Recording not started: refused")
		require.Zero(t, p.s.RecordingOperation(), phase)
		require.Equal(t, telephony.NotRecording, p.s.Recording(), phase)
	}
}
