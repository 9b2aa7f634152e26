package simulator_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// heard is a call as somebody believes it to be who only hears what is told.
type heard struct {
	t         *testing.T
	legs      map[telephony.Leg]telephony.LegState
	gone      map[telephony.Leg]bool
	left      map[telephony.Leg]bool // of his own accord
	held      map[telephony.Leg]bool
	recording telephony.Recording
}

func (h *heard) hear(e telephony.Event) {
	switch e.Kind {
	case telephony.Incoming:
		h.legs[1] = telephony.LegUp
	case telephony.Alerting:
		require.False(h.t, h.gone[e.Leg], "%v, and it has gone", e)
		h.legs[e.Leg] = telephony.LegAlerting
	case telephony.Answered:
		require.False(h.t, h.gone[e.Leg], "%v, and it has gone", e)
		h.legs[e.Leg] = telephony.LegUp
	case telephony.Gone:
		if e.Op == 0 {
			require.False(h.t, h.left[e.Leg], "%v, and it has left already (duty 2)", e)
			h.left[e.Leg] = true
		}
		h.gone[e.Leg] = true
		delete(h.legs, e.Leg)
		delete(h.held, e.Leg)
	case telephony.Arranged:
		for _, n := range e.Talk {
			require.True(h.t, n == 0 || h.legs[n] == telephony.LegUp, "%v, and %d is %v", e, n, h.legs[n])
		}
	case telephony.Recorded:
		h.recording = e.Recording
	case telephony.DeviceHeld:
		h.held[e.Leg] = true
	case telephony.DeviceRetrieved:
		delete(h.held, e.Leg)
	}
}

// is asserts that what was heard is what is really there: whoever is connected
// or rings, who is held on his device, and the recording.
func (h *heard) is(all []telephony.Live) {
	up, held, rec := map[telephony.Leg]telephony.LegState{}, map[telephony.Leg]bool{}, h.recording
	for _, v := range all {
		rec = v.Recording
		for _, l := range v.Legs {
			if l.State != telephony.LegDialled { // of which nothing is told
				up[l.Leg] = l.State
			}
			if l.Held {
				held[l.Leg] = true
			}
		}
		for _, n := range v.Talk {
			require.True(h.t, n == 0 || up[n] == telephony.LegUp, "%d talks, and is %v", n, up[n])
		}
	}
	require.Equal(h.t, up, h.legs)
	require.Equal(h.t, held, h.held)
	require.Equal(h.t, rec, h.recording)
}

// drain runs the switch until nothing is left to tell.
func drain(t *testing.T, s *simulator.Switch, hear func(telephony.Event)) {
	if s.Count().Held == 0 {
		return
	}
	ctx, cancel := context.WithCancel(t.Context())
	require.ErrorIs(t, s.Run(ctx, func(e telephony.Event) error {
		hear(e)
		if s.Count().Held == 1 { // this one
			cancel()
		}
		return nil
	}), context.Canceled)
}

// FuzzSwitch: whatever is ordered and whatever people do, who hears everything
// knows what is so, and the counts add up.
func FuzzSwitch(f *testing.F) {
	f.Add([]byte{1, 2, 0, 40, 2, 0, 2, 3, 1, 40, 3, 0, 7, 1, 12, 9, 3, 0})
	f.Add([]byte{1, 2, 0, 40, 2, 0, 14, 0, 0, 10, 3, 1, 60, 3, 0, 12, 0, 0})
	f.Add([]byte{70, 2, 0, 1, 2, 0, 70, 1, 0, 40, 2, 0, 41, 1, 0, 71, 0, 0})
	f.Fuzz(func(t *testing.T, script []byte) {
		s := simulator.New(simulator.Config{MaxCalls: 2})
		h := &heard{t, map[telephony.Leg]telephony.LegState{}, map[telephony.Leg]bool{}, map[telephony.Leg]bool{}, map[telephony.Leg]bool{}, 0}
		medium := telephony.VoiceMedium
		if len(script)%16 == 15 {
			medium = telephony.ChatMedium
		}
		if len(script)%8 != 7 { // else it is a call that the host places
			require.NoError(t, s.Arrive("c1", telephony.Contact{Medium: medium}))
		}
		op := telephony.Op(1) // 0 would be nobody's
		for ; len(script) >= 3; script = script[3:] {
			what, n, with := script[0], telephony.Leg(script[1]%6), script[2]
			switch {
			case what >= 80:
				s.Slow(with%2 == 0)
			case what >= 70:
				s.Inject(simulator.Fault{Do: simulator.What(with % uint8(simulator.Block)), Every: what == 79})
			case what == 69:
				s.Heal()
			case what >= 62:
				_ = s.Next([]simulator.What{simulator.Obey, simulator.RefuseLater, simulator.Silence}[with%3], 0)
			case what == 61:
				_ = s.TakesBackOnDevice("c1", n)
			case what == 60:
				_ = s.HoldsOnDevice("c1", n)
			case what >= 50:
				_ = s.HangsUp("c1", n, telephony.Cause(with)%telephony.Cause(telephony.Causes))
			case what >= 40:
				_ = s.Answers("c1", n)
			default:
				if with < 200 {
					op++
				}
				c := cmd{Call: "c1", Op: op, Verb: telephony.Verb(what) % telephony.Verb(telephony.Verbs+1), Leg: n, Owner: telephony.Leg(with % 5)}
				c.Talk = talk(telephony.Leg(with>>2%5), telephony.Leg(with>>4%5))
				c.To = telephony.Endpoint{Kind: telephony.EndpointKind(with % 8)}
				_ = s.Do(t.Context(), c)
			}
			drain(t, s, h.hear)
			h.is(s.Contacts())
		}
		n := s.Count()
		require.Equal(t, n.Taken, n.Done+n.Failed+n.Open)
		require.GreaterOrEqual(t, n.Open, len(s.Waiting()))
	})
}
